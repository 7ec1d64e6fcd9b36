import { createRestoreAudio } from '../../../src/browser/line/media/restore-audio.ts';
import type { SipCall } from '../../../src/browser/line/sip/sip-call.ts';
import { SipUnanswered } from '../../../src/browser/line/sip/sip-failure.ts';
import { createHandClock } from './hand-clock.ts';

/** Ann's call, whose audio is in window a. */
function open() {
  const clock = createHandClock();
  const notes: string[] = [];
  const call = { up: true, moving: false, phone: true, restarts: 0, refresh: async (): Promise<void> => undefined };
  const leg = { isUp: () => call.up, refresh: () => { call.restarts += 1; return call.refresh(); } } as unknown as SipCall;
  const audio = createRestoreAudio({
    clock,
    timings: { iceHealMs: 2_000, iceAgainMs: 3_000 },
    places: { windowOf: () => 'a' },
    moveAudio: { isMoving: () => call.moving },
    leg: () => leg,
    phoneReady: () => call.phone,
    note: (code) => notes.push(code),
    onChange: () => undefined,
  });
  return { clock, notes, call, audio, ice: (state: string, windowId = 'a') => audio.ice(windowId, 'c1', state) };
}

describe('a call whose network went', () => {
  it('gets a moment to find its way again by itself', async () => {
    const { ice, clock, call, audio, notes } = open();
    ice('disconnected');
    expect(audio.restoring()).toEqual(['c1']);
    await clock.pass(1_900);
    ice('connected');
    await clock.pass(60_000);
    expect([call.restarts, audio.restoring(), notes]).toEqual([0, [], ['audio-interrupted', 'audio-restored']]);
  });

  it('is given another way by a re-INVITE when it does not, and at once when its connection has failed', async () => {
    const { ice, clock, call } = open();
    ice('disconnected');
    await clock.pass(2_000);
    expect(call.restarts).toBe(1);
    const failed = open();
    failed.ice('failed');
    await failed.clock.pass(0);
    expect(failed.call.restarts).toBe(1);
  });

  it('is tried for again with growing pauses, six times, and then a person is told', async () => {
    const { ice, clock, call, audio, notes } = open();
    ice('failed');
    await clock.pass(0);
    for (const pause of [3_000, 6_000, 9_000, 12_000, 15_000]) await clock.pass(pause);
    expect([call.restarts, audio.worst()]).toEqual([6, 'interrupted']);
    await clock.pass(18_000);
    expect([call.restarts, audio.worst(), audio.restoring(), notes.at(-1)]).toEqual([6, 'lost', [], 'audio-lost']);
    await clock.pass(600_000);
    expect(call.restarts).toBe(6);
    audio.tryNow();
    await clock.pass(0);
    expect([call.restarts, audio.worst()]).toEqual([7, 'interrupted']);
    ice('connected');
    expect(audio.worst()).toBe('flows');
  });

  it('does not use up its attempts while the phone itself is not registered, nor while its audio moves', async () => {
    const { ice, clock, call } = open();
    call.phone = false;
    ice('failed');
    await clock.pass(120_000);
    expect(call.restarts).toBe(0);
    call.phone = true;
    call.moving = true;
    await clock.pass(3_000);
    expect(call.restarts).toBe(0);
    call.moving = false;
    await clock.pass(3_000);
    expect(call.restarts).toBe(1);
  });

  it('goes on being tried for when RingCentral does not answer', async () => {
    const { ice, clock, call } = open();
    call.refresh = () => Promise.reject(new SipUnanswered('no answer in time'));
    ice('failed');
    await clock.pass(0);
    await clock.pass(3_000);
    expect(call.restarts).toBe(2);
  });

  it('is let go when it ends, and other windows do not speak for it', async () => {
    const { ice, clock, call, audio } = open();
    ice('failed', 'b');
    expect(audio.worst()).toBe('flows');
    ice('disconnected');
    call.up = false;
    await clock.pass(2_000);
    expect([call.restarts, audio.worst(), clock.waiting()]).toEqual([0, 'flows', 0]);
  });
});
