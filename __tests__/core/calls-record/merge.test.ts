import fc from 'fast-check';
import { merge, noFacts, sources, type Fact, type RecordedFacts } from '../../../src/core/calls/merge.ts';
import { directions, outcomes } from '../../../src/core/calls/outcome.ts';
import { deliveries } from '../../../src/core/messages/message.ts';
import { dayOf } from '../../../src/core/messages/text-day.ts';
import { personTypes } from '../../../src/core/people/person.ts';

const fact = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> => fc.option(fc.record({ value, source: fc.constantFrom(...sources) }), { nil: null });
const number = fc.constantFrom('+16505550100', '+442079460958', '101', '');
const name = fc.constantFrom('Acme Ltd', 'ACME', 'Ann Harper');
const seconds = fc.integer({ min: 0, max: 5 });
const person = fc.record({ type: fc.constantFrom(...personTypes), id: fc.integer({ min: 1, max: 3 }) });
const messageIds = ['7', '12', '31', '99'];
/** Of one message every report tells the same moment; RingCentral's ids grow. */
const line = fc.record({ id: fc.constantFrom(...messageIds), time: fc.constantFrom('2:32 pm', ''), who: name, text: fc.constantFrom('', 'Friday?', 'Fridays'), attachments: seconds, delivery: fc.constantFrom(...deliveries), reason: fc.constantFrom(null, 'SMS-UP-430') }).map((each) => ({ ...each, at: Number(each.id) }));
const texts = fc.record({ others: seconds, lines: fc.array(line, { maxLength: 5 }) }).map(({ others, lines }) => dayOf(lines, others));
const facts: fc.Arbitrary<RecordedFacts> = fc.record({
  direction: fact(fc.constantFrom(...directions)),
  outcome: fact(fc.record({ outcome: fc.constantFrom(...outcomes), reason: fc.option(name, { nil: null }) })),
  from: fact(number), to: fact(number), fromName: fact(name), toName: fact(name),
  startedAt: fact(seconds), talkSeconds: fact(seconds), ringSeconds: fact(seconds),
  queue: fact(name), disposition: fact(fc.record({ text: name, at: seconds })), recordingUrl: fact(name), voicemailUrl: fact(name),
  quality: fact(fc.record({ mos: fc.constantFrom(2.9, 4.1), jitterMs: seconds, lossPercent: seconds, roundTripMs: fc.option(seconds, { nil: null }), seconds })),
  transcript: fact(name),
  notes: fact(fc.record({ text: name, at: seconds })),
  texts: fact(texts),
  otherSide: fact(fc.record({ ref: person, known: fc.option(fc.record({ type: fc.constantFrom(...personTypes), id: fc.integer({ min: 1, max: 3 }), name, company: fc.constant(null) }), { nil: null }), at: fc.integer({ min: 1, max: 3 }) }, { requiredKeys: ['ref', 'known'] })),
});

describe('several reports of one call', () => {
  test('say the same in whatever order two of them come', () => fc.assert(fc.property(facts, facts, (a, b) => expect(merge(a, b)).toEqual(merge(b, a)))));
  test('say the same however they are grouped', () => fc.assert(fc.property(facts, facts, facts, (a, b, c) => expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c))))));
  test('say nothing new when one comes twice', () => fc.assert(fc.property(facts, facts, (a, b) => expect(merge(merge(a, b), b)).toEqual(merge(a, b)))));
  test('lose nothing to one that knows nothing', () => fc.assert(fc.property(facts, (a) => expect(merge(a, noFacts)).toEqual(a))));

  const live = (value: Partial<RecordedFacts>): RecordedFacts => ({ ...noFacts, ...value });
  test("RingCentral's call log settles what the browser thought", () => {
    const thought = live({ outcome: { value: { outcome: 'Completed', reason: null }, source: 'live' }, talkSeconds: { value: 90, source: 'live' } });
    const settled = live({ outcome: { value: { outcome: 'Missed', reason: null }, source: 'call-log' }, talkSeconds: { value: 62, source: 'call-log' } });
    expect(merge(settled, thought)).toMatchObject({ outcome: { value: { outcome: 'Missed' } }, talkSeconds: { value: 62 } });
  });
  test('a declined call stays declined when the caller leaves a message', () => {
    const declined = live({ outcome: { value: { outcome: 'Declined', reason: null }, source: 'live' } });
    const voicemail = live({ outcome: { value: { outcome: 'Voicemail', reason: null }, source: 'live' } });
    expect(merge(voicemail, declined).outcome?.value.outcome).toBe('Declined');
  });
  test('the notes typed last win, even over a call log that has some', () => {
    const early = live({ notes: { value: { text: 'Call back on Monday about the renewal', at: 1000 }, source: 'call-log' } });
    const late = live({ notes: { value: { text: 'Signed.', at: 2000 }, source: 'live' } });
    expect(merge(late, early).notes?.value.text).toBe('Signed.');
  });
  test('the disposition chosen last wins, however short its word is', () => {
    const first = live({ disposition: { value: { text: 'Not interested', at: 1000 }, source: 'live' } });
    const second = live({ disposition: { value: { text: 'Reached', at: 2000 }, source: 'live' } });
    expect(merge(second, first).disposition?.value.text).toBe('Reached');
  });
  test('a withheld number and a cut name lose against the whole', () => {
    const cut = live({ from: { value: '', source: 'live' }, fromName: { value: 'WILLIAMS SAI', source: 'live' } });
    const whole = live({ from: { value: '+16505550100', source: 'live' }, fromName: { value: 'A WILLIAMS SAILS', source: 'live' } });
    expect([merge(cut, whole), merge(whole, cut)]).toEqual([whole, whole]);
  });
  test('of two opinions of how it sounded the one that listened longer holds, and of two starts the earlier', () => {
    const sound = (seconds: number, mos: number): RecordedFacts => live({ quality: { value: { mos, jitterMs: 6, lossPercent: 0, roundTripMs: null, seconds }, source: 'live' } });
    expect(merge(sound(60, 2.9), sound(9, 4.4)).quality?.value.mos).toBe(2.9);
    expect(merge(sound(9, 4.4), sound(10, 2.9)).quality?.value.mos).toBe(2.9);
    const began = (value: number): RecordedFacts => live({ startedAt: { value, source: 'live' } });
    expect(merge(began(2_000), began(1_000)).startedAt?.value).toBe(1_000);
  });
});
