import type { CallFact } from '../../../src/core/calls/fact.ts';
import type { CallReport } from '../../../src/core/calls/to-log.ts';
import { logEverything, type WhatToLog } from '../../../src/core/calls/wants-logging.ts';
import { createCalls, type Calls } from '../../../src/browser/line/calls/calls.ts';
import { createLogEndedCall } from '../../../src/browser/line/calls/log-ended-call.ts';
import { createHandClock } from './hand-clock.ts';
import { after, identified, inbound, nine30, outbound, party } from '../../core/calls/live-calls.ts';

function open(facts = outbound, wanted: WhatToLog = logEverything) {
  const clock = createHandClock(nine30);
  const drafts = new Map<string, { report: CallReport; open: boolean }>();
  const sent: CallReport[] = [];
  let extension: string | null = '101';
  const log = createLogEndedCall({
    clock, timings: { logAfterByeMs: 1_000, notesQuietMs: 1_000, notesLongestMs: 5_000 },
    outbox: {
      keep: (callId, report, { open: up }) => drafts.set(callId, { report, open: up }),
      drop: (callId) => drafts.delete(callId),
      flush: () => { for (const { report, open: up } of drafts.values()) if (!up) sent.push(report); },
    },
    extensionId: () => extension, whatToLog: () => wanted, current: (callId) => calls.get(callId), quality: () => ({ mos: 4.2, jitterMs: 6, lossPercent: 0.5, roundTripMs: 80, seconds: 60 }),
  });
  const calls: Calls = createCalls({ onBegin: () => undefined, onStep: (before, next) => log.changed(before, next), onForget: log.forget, onChange: () => undefined });
  calls.begin(facts);
  return { clock, calls, drafts, sent, leftOut: log.leftOut, signedOut: () => (extension = null), tell: (...news: CallFact[]) => news.forEach((fact) => calls.apply(facts.callId, fact)) };
}
const talk: CallFact[] = [identified, { what: 'leg-ringing' }, { what: 'leg-up', at: after(1) }, party(3, 'Proceeding', 2), party(5, 'Answered', 8)];
const bye: CallFact = { what: 'leg-ended', at: after(70) };
const disconnected = party(9, 'Disconnected', 70);

describe('the log of a call', () => {
  it('is a draft as soon as RingCentral has named the session, and stays one while people talk', () => {
    const line = open();
    line.tell(...talk);
    expect([line.drafts.get('out-1')?.open, line.sent]).toEqual([true, []]);
  });

  it('goes with how the call sounded, in its first post, and is not rewritten for it before', () => {
    const line = open();
    line.tell(...talk);
    expect(line.drafts.get('out-1')?.report.quality).toBeNull();
    line.tell(bye, disconnected);
    expect(line.sent.map(({ quality }) => quality?.mos)).toEqual([4.2]);
  });

  it('is none where the company wants no talk as short as this one, and says so', () => {
    const line = open(outbound, { ...logEverything, minimumSeconds: 120 });
    line.tell(...talk);
    expect(line.drafts.has('out-1')).toBe(true);
    line.tell(bye, disconnected);
    expect([line.sent.length, line.drafts.size, line.leftOut()]).toEqual([0, 0, ['out-1']]);
  });

  it.each<[string, CallFact]>([
    ['notes typed in it', { what: 'notes', text: 'Wants a quote by Friday', at: after(20) }],
    ['a disposition chosen in it', { what: 'disposition', text: 'Call back', at: after(20) }],
  ])('is sent all the same with %s', (_what, fact) => {
    const line = open(outbound, { ...logEverything, outbound: false });
    line.tell(...talk, fact, bye, disconnected);
    expect([line.sent.length, line.leftOut()]).toEqual([1, []]);
  });

  it('is sent as soon as somebody writes notes about a call that was left out', async () => {
    const line = open(outbound, { ...logEverything, outbound: false });
    line.tell(...talk, bye, disconnected, { what: 'notes', text: 'Called to say thanks', at: after(80) });
    await line.clock.pass(1_000);
    expect(line.sent.at(-1)).toMatchObject({ notes: { text: 'Called to say thanks' }, outcome: 'Completed' });
    expect(line.leftOut()).toEqual([]);
  });

  it('is completed by a disposition chosen after it', async () => {
    const line = open();
    line.tell(...talk, bye, disconnected, { what: 'disposition', text: 'Reached', at: after(75) }, { what: 'disposition', text: '', at: after(76) });
    await line.clock.pass(0);
    expect(line.sent.at(-1)?.disposition).toEqual({ text: '', at: after(76) });
  });

  it('stays as it lies while nobody knows whose it is', () => {
    const line = open();
    line.tell(...talk);
    line.signedOut();
    line.tell({ what: 'events-lost' });
    expect(line.drafts.get('out-1')).toMatchObject({ open: true, report: { outcome: 'Completed' } });
  });

  it('is sent at once when our leg and our party have ended', () => {
    const line = open();
    line.tell(...talk, bye, disconnected);
    expect(line.sent).toHaveLength(1);
    expect(line.sent[0]).toMatchObject({ outcome: 'Completed', talkSeconds: 62 });
  });

  it('is sent at once also when the event comes before the BYE', () => {
    const line = open();
    line.tell(...talk, disconnected, bye);
    expect(line.sent[0]).toMatchObject({ talkSeconds: 62 });
  });

  it('waits a second for the event, no longer', async () => {
    const line = open();
    line.tell(...talk, bye);
    await line.clock.pass(999);
    expect(line.sent).toEqual([]);
    await line.clock.pass(1);
    expect(line.sent).toHaveLength(1);
  });

  it('is sent again when a late event tells more, and not when it tells nothing new', async () => {
    const line = open(inbound);
    line.tell(identified, { what: 'leg-ended', at: after(20) });
    await line.clock.pass(1_000);
    expect(line.sent.at(-1)).toMatchObject({ outcome: null });
    line.tell(party(5, 'Disconnected', 20, { missedCall: true }));
    await line.clock.pass(0);
    expect(line.sent.map(({ outcome }) => outcome)).toEqual([null, 'Missed']);
    line.tell(party(6, 'Gone', 21));
    await line.clock.pass(5_000);
    expect(line.sent).toHaveLength(2);
  });

  it('is sent again with notes when typing pauses', async () => {
    const line = open();
    line.tell(...talk, bye, disconnected);
    line.tell({ what: 'notes', text: 'wants', at: after(71) });
    await line.clock.pass(500);
    line.tell({ what: 'notes', text: 'wants a quote', at: after(72) });
    await line.clock.pass(999);
    expect(line.sent).toHaveLength(1);
    await line.clock.pass(1);
    expect(line.sent.at(-1)?.notes?.text).toBe('wants a quote');
  });

  it('is sent with notes every few seconds while somebody types on and on', async () => {
    const line = open();
    line.tell(...talk, bye, disconnected);
    for (let letter = 1; letter <= 30; letter += 1) {
      line.tell({ what: 'notes', text: 'x'.repeat(letter), at: after(71) + letter * 400 });
      await line.clock.pass(400);
    }
    expect(line.sent.length).toBeGreaterThanOrEqual(3);
    expect(line.sent.length).toBeLessThanOrEqual(4);
  });

  it('is sent with its last notes when the card is dismissed meanwhile', () => {
    const line = open();
    line.tell(...talk, bye, disconnected, { what: 'notes', text: 'wants a quote', at: after(71) });
    line.calls.forget('out-1');
    expect(line.sent.at(-1)?.notes?.text).toBe('wants a quote');
  });

  it('is not made for a queue’s call of which nobody tells how it went', async () => {
    const line = open({ ...inbound, queue: 'Support' });
    line.tell(identified, { what: 'leg-ended', at: after(5) });
    await line.clock.pass(5_000);
    expect([line.sent, line.drafts.size]).toEqual([[], 0]);
  });

  it('is taken back when it turns out that a colleague took the call', async () => {
    const line = open({ ...inbound, queue: 'Support' });
    line.tell(identified);
    expect(line.drafts.size).toBe(1);
    line.tell({ what: 'leg-ended', at: after(5) }, party(6, 'Disconnected', 5));
    await line.clock.pass(5_000);
    expect([line.sent, line.drafts.size]).toEqual([[], 0]);
  });
});
