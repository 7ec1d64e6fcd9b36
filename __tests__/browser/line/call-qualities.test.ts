import type { Call } from '../../../src/core/calls/call.ts';
import { createCallQualities } from '../../../src/browser/line/health/call-qualities.ts';
import { ended, talking } from '../ui/states.ts';
import { createHandClock } from './hand-clock.ts';

function open() {
  const clock = createHandClock();
  const notes: string[] = [];
  let call: Call | undefined = talking();
  const qualities = createCallQualities({ clock, call: () => call, note: (code) => notes.push(code), onChange: () => undefined });
  let received = 0;
  let lost = 0;
  const hear = async (good: number, bad: number): Promise<void> => {
    await clock.pass(5_000);
    received += good;
    lost += bad;
    qualities.read('a1b2', { received, lost, jitterMs: 3, roundTripMs: 60, farLossPercent: 0 });
  };
  return { qualities, notes, hear, becomes: (next: Call | undefined) => (call = next) };
}

describe('how calls sound', () => {
  it('is shown while a call is up, and kept for its log when it has ended', async () => {
    const { qualities, hear, becomes } = open();
    await hear(0, 0);
    await hear(250, 0);
    expect(qualities.view()['a1b2']).toMatchObject({ grade: 'good' });
    becomes(ended());
    expect([qualities.view(), qualities.whole('a1b2')?.seconds]).toEqual([{}, 5]);
    await hear(10, 240);
    expect(qualities.whole('a1b2')).toMatchObject({ seconds: 5, lossPercent: 0 });
  });

  it('is written down when it has been poor for a while, and when it is better again', async () => {
    const { hear, notes } = open();
    await hear(0, 0);
    for (let times = 0; times < 5; times += 1) await hear(150, 100);
    expect(notes).toEqual(['quality-poor']);
    await hear(250, 0);
    expect(notes).toEqual(['quality-poor', 'quality-better']);
  });

  it('is not concluded from the silence of a held call', async () => {
    const { qualities, hear, becomes } = open();
    becomes(talking({ held: true }));
    await hear(0, 0);
    await hear(1, 249);
    expect([qualities.view(), qualities.whole('a1b2')]).toEqual([{}, null]);
  });
});
