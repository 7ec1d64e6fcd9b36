import type { AudioFigures } from '../../../src/core/calls/quality.ts';
import { readFigures } from '../../../src/browser/media/read-figures.ts';
import { figuresEveryMs, watchFigures } from '../../../src/browser/media/watch-figures.ts';
import { createHandClock } from '../line/hand-clock.ts';

const counting = (...reports: object[]) => ({ getStats: async () => new Map(reports.map((report, index) => [String(index), report])) as unknown as RTCStatsReport });
const inbound = { type: 'inbound-rtp', kind: 'audio', packetsReceived: 250, packetsLost: 3, jitter: 0.004 };

describe('the figures of a connection', () => {
  it('are read with the round trip of the way in use', async () => {
    const peer = counting(inbound, { type: 'remote-inbound-rtp', kind: 'audio', fractionLost: 0.02, roundTripTime: 0.09 }, { type: 'candidate-pair', nominated: false, state: 'succeeded', currentRoundTripTime: 9 }, { type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: 0.05 });
    expect(await readFigures(peer)).toEqual({ received: 250, lost: 3, jitterMs: 4, roundTripMs: 50, farLossPercent: 2 });
  });

  it('are read from a browser that leaves some out: the round trip by the other side’s reports, and nothing that is not there', async () => {
    expect(await readFigures(counting(inbound, { type: 'remote-inbound-rtp', kind: 'audio', roundTripTime: 0.09 }))).toEqual({ received: 250, lost: 3, jitterMs: 4, roundTripMs: 90, farLossPercent: null });
    expect(await readFigures(counting({ ...inbound, jitter: undefined }))).toEqual({ received: 250, lost: 3, jitterMs: null, roundTripMs: null, farLossPercent: null });
  });

  it('are none before anything has come', async () => {
    expect(await readFigures(counting({ type: 'outbound-rtp', kind: 'audio' }))).toBeNull();
  });

  it('are told every few seconds, of the connection of the moment, until the call is over here', async () => {
    const clock = createHandClock();
    const told: AudioFigures[] = [];
    let peer: ReturnType<typeof counting> | null = null;
    const watch = watchFigures(clock, () => peer, (figures) => void told.push(figures));
    await clock.pass(figuresEveryMs);
    peer = counting(inbound);
    await clock.pass(figuresEveryMs);
    peer = { getStats: () => Promise.reject(new Error('closed')) };
    await clock.pass(figuresEveryMs);
    peer = counting({ ...inbound, packetsReceived: 9 });
    await clock.pass(figuresEveryMs);
    watch.close();
    await clock.pass(figuresEveryMs * 3);
    expect(told.map(({ received }) => received)).toEqual([250, 9]);
    expect(clock.waiting()).toBe(0);
  });
});
