import type { CallFact } from '../../../src/core/calls/fact.ts';
import { isComplete, toLog } from '../../../src/core/calls/to-log.ts';
import { after, identified, inbound, nine30, outbound, party, told } from './live-calls.ts';

const dana = '400131501101';
const talk: CallFact[] = [identified, { what: 'leg-ringing' }, { what: 'leg-up', at: after(1) }, party(3, 'Proceeding', 2), party(5, 'Answered', 8), { what: 'leg-ended', at: after(70) }, party(9, 'Disconnected', 70)];

describe('what the line says of a call to NetSuite', () => {
  it('is who, when, how long it rang and how long they talked', () => {
    expect(toLog(told(outbound, ...talk, { what: 'notes', text: 'wants a quote', at: after(30) }), dana)).toEqual({
      telephonySessionId: 's-83a46aa08e20', extensionId: dana, direction: 'Outbound', outcome: 'Completed', reason: null,
      from: { number: '+16505550101', name: 'Dana Whitfield' }, to: { number: '2125550147', name: null },
      startedAt: nine30, talkSeconds: 62, ringSeconds: 8, queue: null, notes: { text: 'wants a quote', at: after(30) }, disposition: null, person: null, quality: null,
    });
  });

  it('is nothing while RingCentral has not named the session', () => {
    expect(toLog(told(outbound, { what: 'leg-ended', at: after(2) }), dana)).toBeNull();
  });

  it('is nothing when a colleague took the queue’s call', () => {
    expect(toLog(told({ ...inbound, queue: 'Support' }, identified, { what: 'leg-ended', at: after(5) }, party(6, 'Disconnected', 5)), dana)).toBeNull();
  });

  it('leaves talk and ring time open when nobody saw the answer', () => {
    const report = toLog(told(outbound, identified, { what: 'leg-up', at: after(1) }, { what: 'events-lost' }, { what: 'read-again', at: after(30) }, { what: 'leg-ended', at: after(60) }), dana);
    expect(report).toMatchObject({ outcome: 'Completed', talkSeconds: null, ringSeconds: null });
  });

  it('counts no talk for a missed call', () => {
    expect(toLog(told(inbound, identified, { what: 'leg-ended', at: after(20) }, party(5, 'Disconnected', 20, { missedCall: true })), dana)).toMatchObject({ outcome: 'Missed', talkSeconds: 0, ringSeconds: 20 });
  });

  it('takes the talk on the desk phone from the events, once that call has ended', () => {
    const pickedUp: CallFact[] = [identified, { what: 'leg-ended', at: after(5) }, party(4, 'Answered', 5)];
    expect(toLog(told(inbound, ...pickedUp), dana)).toMatchObject({ outcome: 'Completed', talkSeconds: null });
    expect(toLog(told(inbound, ...pickedUp, party(8, 'Disconnected', 125)), dana)).toMatchObject({ talkSeconds: 120, ringSeconds: 5 });
  });

  it.each(['BlindTransfer', 'RccTransfer', 'AttendedTransfer', 'CallPark', 'CallFlip'])('is completed with our own talk when the call goes on without us: %s', (reason) => {
    const handedOn = talk.slice(0, -1).concat(party(9, 'Disconnected', 70, { reason }));
    expect(toLog(told(outbound, ...handedOn), dana)).toMatchObject({ outcome: 'Completed', reason: null, talkSeconds: 62 });
    // Whatever the others do with it afterwards.
    expect(toLog(told(outbound, ...handedOn, party(12, 'Disconnected', 400, { ours: false })), dana)).toMatchObject({ talkSeconds: 62 });
    expect(toLog(told(inbound, identified, { what: 'leg-up', at: after(5) }, party(8, 'Disconnected', 95, { reason }), { what: 'leg-ended', at: after(95) }), dana)).toMatchObject({ outcome: 'Completed', talkSeconds: 90 });
  });

  it.each([[61.4, 61], [61.5, 62], [0.4, 0], [-3, 0]])('counts a talk of %s seconds as %s', (took, seconds) => {
    const brief = talk.slice(0, -2).concat({ what: 'leg-ended', at: after(8 + took) }, party(9, 'Disconnected', 8 + took));
    expect(toLog(told(outbound, ...brief), dana)).toMatchObject({ talkSeconds: seconds });
  });

  it('goes on with our party where we take the call to another of our phones, and has no end before that has', () => {
    const moved = talk.slice(0, -2).concat({ what: 'goes-on-elsewhere' }, { what: 'leg-ended', at: after(40) });
    expect(toLog(told(outbound, ...moved), dana)).toMatchObject({ talkSeconds: null });
    expect(toLog(told(outbound, ...moved, party(9, 'Disconnected', 70)), dana)).toMatchObject({ talkSeconds: 62 });
  });

  it('is declined when the caller was answered with a text', () => {
    expect(toLog(told(inbound, identified, party(5, 'Disconnected', 20, { reason: 'CallReplied' }), { what: 'leg-ended', at: after(20) }), dana)).toMatchObject({ outcome: 'Declined', talkSeconds: 0 });
  });

  it('names the person the user clicked on, before the one NetSuite found', () => {
    const acme = { type: 'customer', id: 42, name: 'Acme Ltd', company: null } as const;
    const found: CallFact = { what: 'person', person: { kind: 'one', person: acme } };
    expect(toLog(told(outbound, identified, found), dana)?.person).toEqual({ type: 'customer', id: 42 });
    expect(toLog(told(outbound, identified, { what: 'chosen', person: { type: 'contact', id: 7 } }, found), dana)?.person).toEqual({ type: 'contact', id: 7 });
    expect(toLog(told(outbound, identified, { what: 'person', person: { kind: 'several', candidates: [acme] } }), dana)?.person).toBeNull();
    expect(toLog(told(outbound, identified, { what: 'person', person: { kind: 'company', person: acme, candidates: [] } }), dana)?.person).toEqual({ type: 'customer', id: 42 });
  });

  it('says of a call that is still up only what is certain', () => {
    expect(toLog(told(outbound, ...talk.slice(0, 3)), dana)).toMatchObject({ outcome: null, talkSeconds: null, ringSeconds: null });
    expect(toLog(told(outbound, ...talk.slice(0, 5)), dana)).toMatchObject({ outcome: 'Completed', talkSeconds: null });
  });
});

describe('a log is complete', () => {
  it('when our leg and our party have ended and the outcome is known', () => {
    expect(isComplete(told(outbound, ...talk))).toBe(true);
    expect(isComplete(told(outbound, ...talk.slice(0, -1)))).toBe(false);
    expect(isComplete(told(inbound, identified, { what: 'leg-ended', at: after(5) }))).toBe(false);
  });
});
