import fc from 'fast-check';
import type { CallFact } from '../../../src/core/calls/fact.ts';
import { beginCall, step } from '../../../src/core/calls/step.ts';
import { after, identified, inbound, outbound, party, told } from './live-calls.ts';

const phase = (...args: Parameters<typeof told>): string => told(...args).call.phase;
const ended = (...args: Parameters<typeof told>) => {
  const { call } = told(...args);
  if (call.phase !== 'ended') throw new Error(`the call is ${call.phase}`);
  return call;
};

describe('Dana dials a customer', () => {
  const taken: CallFact[] = [identified, { what: 'leg-ringing' }, { what: 'leg-up', at: after(1) }];

  it('dials, rings, and does not talk yet when RingCentral takes the call at once', () => {
    expect(phase(outbound)).toBe('dialling');
    expect(phase(outbound, identified, { what: 'leg-ringing' })).toBe('ringing');
    expect(told(outbound, ...taken).call).toMatchObject({ phase: 'ringing', legUp: true });
  });

  it('can be muted while RingCentral tells of no answer yet, and talks muted then', () => {
    expect(told(outbound, ...taken, { what: 'muted', muted: true }).call).toMatchObject({ phase: 'ringing', muted: true });
    expect(told(outbound, ...taken, { what: 'muted', muted: true }, party(3, 'Proceeding', 2), party(5, 'Answered', 8)).call).toMatchObject({ phase: 'talking', muted: true });
  });

  it('talks from the moment the customer answers, as the event says', () => {
    const { call } = told(outbound, ...taken, party(3, 'Proceeding', 2), party(5, 'Answered', 8));
    expect(call).toMatchObject({ phase: 'talking', answeredAt: after(8), held: false, muted: false });
  });

  it('is completed after a talk, whoever hangs up', () => {
    expect(ended(outbound, ...taken, party(3, 'Proceeding', 2), party(5, 'Answered', 8), { what: 'leg-ended', at: after(70) })).toMatchObject({ outcome: 'Completed', answeredAt: after(8), endedAt: after(70) });
  });

  it('is not taken for answered when the callee is a colleague whose phone only begins to ring', () => {
    const { call } = told(outbound, ...taken, party(2, 'Setup', 0), party(3, 'Answered', 1));
    expect(call.phase).toBe('ringing');
    expect(phase(outbound, ...taken, party(3, 'Answered', 1), party(4, 'Proceeding', 2))).toBe('ringing');
    expect(ended(outbound, ...taken, party(3, 'Answered', 1), { what: 'leg-ended', at: after(9) }, party(8, 'Disconnected', 9)).outcome).toBeNull();
  });

  it('is unanswered when Dana gives up while it rings', () => {
    expect(ended(outbound, ...taken, party(3, 'Proceeding', 2), { what: 'leg-ended', at: after(20) }, party(6, 'Disconnected', 20, { reason: 'Cancelled' })).outcome).toBe('No answer');
  });

  it('stays open when the gateway was down and nobody saw whether anybody answered', () => {
    expect(ended(outbound, ...taken, { what: 'leg-ended', at: after(20) }).outcome).toBeNull();
    expect(ended(outbound, ...taken, party(3, 'Proceeding', 2), { what: 'events-lost' }, { what: 'leg-ended', at: after(20) }, party(9, 'Disconnected', 20)).outcome).toBeNull();
  });

  it('talks after a gap when RingCentral, asked again, says so', () => {
    const { call } = told(outbound, ...taken, { what: 'events-lost' }, { what: 'read-again', at: after(30) });
    expect(call).toMatchObject({ phase: 'talking', answeredAt: after(30) });
  });

  it.each([
    [486, 'Busy Here', 'Busy', null],
    [600, 'Busy Everywhere', 'Busy', null],
    [480, 'Temporarily Unavailable', 'No answer', null],
    [403, 'Forbidden', 'Failed', 'Forbidden'],
    [503, 'Service Unavailable', 'Failed', 'Service Unavailable'],
  ])('ends when RingCentral answers %i %s as %s', (status, reason, outcome, said) => {
    expect(ended(outbound, identified, { what: 'leg-refused', at: after(2), status, reason })).toMatchObject({ outcome, reason: said });
  });

  it.each([
    ['TargetBusy', 'Busy', null],
    ['InvalidNumber', 'Failed', 'InvalidNumber'],
  ])('ends as the event says: %s', (reason, outcome, said) => {
    expect(ended(outbound, ...taken, party(4, 'Disconnected', 3, { reason }), { what: 'leg-ended', at: after(3) })).toMatchObject({ outcome, reason: said });
  });

  it('ends by the event when the BYE was lost', () => {
    expect(ended(outbound, ...taken, party(3, 'Proceeding', 2), party(5, 'Answered', 8), party(9, 'Disconnected', 40))).toMatchObject({ outcome: 'Completed', endedAt: after(40) });
  });

  it('goes on when a transfer replaces our party', () => {
    expect(phase(outbound, ...taken, party(3, 'Proceeding', 2), party(5, 'Answered', 8), party(7, 'Disconnected', 20, { reason: 'BlindTransfer' }))).toBe('talking');
  });

  it('ends when the replaced party’s session ends for good, whichever of the two is told first', () => {
    const ends = [party(7, 'Disconnected', 20, { reason: 'BlindTransfer' }), party(9, 'Disconnected', 50)];
    expect(ended(outbound, ...taken, ...ends)).toMatchObject({ endedAt: after(50) });
    expect(ended(outbound, ...taken, ...[...ends].reverse())).toMatchObject({ endedAt: after(50) });
  });

  it('ends with the first sign of its end', () => {
    expect(ended(outbound, ...taken, { what: 'leg-ended', at: after(70) }, { what: 'leg-ended', at: after(75) }).endedAt).toBe(after(70));
  });

  it('gets the number as RingCentral spells it, with the extension that was dialled behind it', () => {
    expect(told({ ...outbound, to: { number: '2125550147#12', name: null } }, party(2, 'Setup', 0, { to: '+12125550147' })).call.to.number).toBe('+12125550147#12');
  });
});

describe('Priya phones Dana', () => {
  it('rings, and talks from the moment Dana answers', () => {
    expect(told(inbound, identified).call).toMatchObject({ phase: 'ringing', legUp: false });
    expect(told(inbound, identified, { what: 'leg-up', at: after(6) }).call).toMatchObject({ phase: 'talking', answeredAt: after(6) });
  });

  it('takes its times from SIP, even if the event of the answer comes later', () => {
    expect(told(inbound, { what: 'leg-up', at: after(6) }, party(4, 'Answered', 7)).call).toMatchObject({ answeredAt: after(6) });
  });

  it('is missed when it rings out', () => {
    expect(ended(inbound, { what: 'leg-ended', at: after(20) }, party(5, 'Disconnected', 20, { missedCall: true })).outcome).toBe('Missed');
  });

  it('is a voicemail when it goes on to the mailbox', () => {
    expect(ended(inbound, { what: 'leg-ended', at: after(20) }, party(5, 'VoiceMail', 20), party(7, 'Disconnected', 45)).outcome).toBe('Voicemail');
  });

  it('stays declined when the mailbox takes it after Decline', () => {
    expect(ended(inbound, { what: 'declined' }, { what: 'leg-ended', at: after(4) }, party(5, 'VoiceMail', 4), party(7, 'Disconnected', 30)).outcome).toBe('Declined');
  });

  it('is completed on Dana’s own desk phone when she picks that up', () => {
    expect(ended(inbound, { what: 'leg-ended', at: after(5) }, party(4, 'Answered', 5))).toMatchObject({ outcome: 'Completed', elsewhere: 'own-device' });
  });

  it('is a colleague’s when the queue gave it to somebody else', () => {
    expect(ended({ ...inbound, queue: 'Support' }, { what: 'leg-ended', at: after(5) }, party(6, 'Disconnected', 5))).toMatchObject({ outcome: null, elsewhere: 'colleague' });
  });

  it('stays open when no event tells why it stopped ringing', () => {
    expect(ended(inbound, { what: 'events-lost' }, { what: 'leg-ended', at: after(20) }, party(9, 'Disconnected', 20)).outcome).toBeNull();
    expect(ended(inbound, { what: 'leg-ended', at: after(20) }).outcome).toBeNull();
  });
});

describe('notes', () => {
  it('keeps the latest, whichever arrives last', () => {
    const { call } = told(inbound, { what: 'notes', text: 'wants a quote by Friday', at: after(9) }, { what: 'notes', text: 'wants', at: after(3) });
    expect(call.notes).toBe('wants a quote by Friday');
  });
});

describe('facts on two roads', () => {
  const stories: Record<string, CallFact[]> = {
    'an outbound talk': [identified, { what: 'leg-ringing' }, { what: 'leg-up', at: after(1) }, party(2, 'Setup', 0), party(3, 'Proceeding', 2), party(5, 'Answered', 8), { what: 'leg-ended', at: after(70) }, party(9, 'Disconnected', 70)],
    'a busy customer': [identified, { what: 'leg-refused', at: after(2), status: 486, reason: 'Busy Here' }, party(4, 'Disconnected', 2), { what: 'leg-ended', at: after(2) }],
    'an inbound talk': [identified, party(3, 'Proceeding', 0), { what: 'leg-up', at: after(5) }, party(4, 'Answered', 5), party(6, 'Hold', 9), party(7, 'Answered', 12), party(9, 'Disconnected', 60), { what: 'leg-ended', at: after(60) }],
    'a decline with mailbox': [{ what: 'declined' }, { what: 'leg-ended', at: after(4) }, party(5, 'VoiceMail', 4), party(7, 'Disconnected', 30)],
    'a transfer, then the end': [identified, { what: 'leg-up', at: after(1) }, party(3, 'Disconnected', 9, { reason: 'BlindTransfer' }), party(8, 'Disconnected', 20), { what: 'leg-ended', at: after(9) }],
  };

  it.each(Object.entries(stories))('tell the same story in any order, and twice over: %s', (name, facts) => {
    const base = name.startsWith('an inbound') || name.startsWith('a decline') ? inbound : outbound;
    const inOrder = told(base, ...facts).call;
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), fc.array(fc.constantFrom(...facts), { maxLength: 8 }), (shuffled, doubled) => {
        expect(told(base, ...shuffled, ...doubled).call).toEqual(inOrder);
      }),
    );
  });

  it('change nothing at all when they are no news', () => {
    const live = told(outbound, ...(stories['an outbound talk'] as CallFact[]));
    for (const fact of stories['an outbound talk'] as CallFact[]) expect(step(live, fact)).toBe(live);
    expect(beginCall(outbound).call.phase).toBe('dialling');
  });
});
