import type { SessionState } from '../../../src/browser/line/events/telephony-event.ts';
import { createCalls, type Calls } from '../../../src/browser/line/calls/calls.ts';
import { createWatchInternalCall } from '../../../src/browser/line/calls/watch-internal-call.ts';
import { after, identified, nine30, outbound, party } from '../../core/calls/live-calls.ts';
import { createHandClock } from './hand-clock.ts';

function open() {
  const clock = createHandClock(nine30);
  let asked = 0;
  let answer: SessionState | null = { ours: 'Answered', farAnswered: false };
  const watch = createWatchInternalCall({ clock, timings: { askAnswerMs: 2_000 }, calls: () => calls, stateOf: async () => { asked += 1; return answer; } });
  const calls: Calls = createCalls({ onBegin: () => undefined, onStep: (_before, next) => watch(next), onForget: () => undefined, onChange: () => undefined });
  calls.begin(outbound);
  for (const fact of [identified, { what: 'leg-ringing' }, { what: 'leg-up', at: after(1) }] as const) calls.apply('out-1', fact);
  return { clock, calls, asked: () => asked, colleagueAnswers: () => (answer = { ours: 'Answered', farAnswered: true }) };
}

describe('a call to a colleague', () => {
  it('is talking soon after the colleague answers, with no talk time claimed', async () => {
    const line = open();
    line.calls.apply('out-1', party(3, 'Answered', 1));
    await line.clock.pass(4_000);
    expect([line.asked(), line.calls.view()[0]?.phase]).toEqual([2, 'ringing']);
    line.colleagueAnswers();
    await line.clock.pass(2_000);
    expect(line.calls.view()[0]?.phase).toBe('talking');
    await line.clock.pass(20_000);
    expect([line.asked(), line.clock.waiting()]).toEqual([3, 0]);
  });

  it('is not asked about once it is given up', async () => {
    const line = open();
    line.calls.apply('out-1', party(3, 'Answered', 1));
    line.calls.apply('out-1', { what: 'leg-ended', at: after(3) });
    await line.clock.pass(20_000);
    expect([line.asked(), line.clock.waiting()]).toEqual([0, 0]);
  });
});

describe('a call to the public network', () => {
  it('needs no asking: its answer comes as an event', async () => {
    const line = open();
    line.calls.apply('out-1', party(3, 'Proceeding', 2));
    line.calls.apply('out-1', party(5, 'Answered', 8));
    await line.clock.pass(20_000);
    expect(line.asked()).toBe(0);
  });
});
