import { mergeDouble, type Double } from '../../../src/core/calls/merge-doubles.ts';
import { noFacts, type RecordedFacts } from '../../../src/core/calls/merge.ts';
import { complete } from '../../../src/core/calls/record-complete.ts';
import { recordFields, type RecordValues } from '../../../src/core/calls/record.ts';

const empty = Object.fromEntries(recordFields.map((field) => [field, ''])) as RecordValues;
/** A phone call that says what these facts say, and what people made of it since. */
function phoneCall(facts: Partial<RecordedFacts>, edited: Partial<RecordValues> = {}): Double {
  const { changes, written } = complete(empty, null, { ...noFacts, ...facts });
  return { values: { ...empty, ...changes, ...edited }, written };
}
const live = <T>(value: T): { value: T; source: 'live' } => ({ value, source: 'live' });
const fromLog = <T>(value: T): { value: T; source: 'call-log' } => ({ value, source: 'call-log' });

describe('two phone calls of one call become one', () => {
  it('keeps what either of them knows', () => {
    const { changes, written } = mergeDouble(
      phoneCall({ talkSeconds: live(61), notes: live({ text: 'Wants 40 more crates', at: 5 }) }),
      phoneCall({ talkSeconds: fromLog(62), recordingUrl: fromLog('https://media.ringcentral.com/recording/9') }),
    );
    expect(changes).toMatchObject({ talkSeconds: '62', recording: 'https://media.ringcentral.com/recording/9' });
    expect(changes.notes).toBeUndefined();
    expect(written.facts.notes?.value.text).toBe('Wants 40 more crates');
  });

  it('keeps what a person wrote into the one that goes', () => {
    const goes = phoneCall({ talkSeconds: live(61) }, { disposition: 'Order placed' });
    const { changes, written } = mergeDouble(phoneCall({ talkSeconds: live(61) }), goes);
    expect(changes).toEqual({ disposition: 'Order placed' });
    expect(written.hashes.disposition).toBeUndefined();
  });

  it('leaves alone what a person wrote into the one that stays', () => {
    const { changes } = mergeDouble(phoneCall({ talkSeconds: live(61) }, { disposition: 'Call back' }), phoneCall({ talkSeconds: fromLog(61) }, { disposition: 'Order placed' }));
    expect(changes.disposition).toBeUndefined();
  });

  it('takes over the facts of the one that goes, where of the one that stays nobody knows what we wrote', () => {
    const stays = { values: { ...empty, title: 'Typed by hand' }, written: null };
    const { changes, written } = mergeDouble(stays, phoneCall({ talkSeconds: live(61), direction: live('Inbound' as const) }));
    expect(changes).toMatchObject({ talkSeconds: '61', direction: 'Inbound' });
    expect(changes).not.toHaveProperty('title');
    expect(written.facts.talkSeconds?.value).toBe(61);
  });

  it('keeps its own facts where of the one that goes nobody knows what we wrote, and what people wrote into that', () => {
    const { changes, written } = mergeDouble(phoneCall({ talkSeconds: live(61) }), { values: { ...empty, notes: 'Called from the road' }, written: null });
    expect(changes).toEqual({ notes: 'Called from the road' });
    expect(written.facts.talkSeconds?.value).toBe(61);
  });

  it('lets what a person wrote be a person’s from then on', () => {
    const stays = phoneCall({ notes: live({ text: 'Wants 40 crates', at: 5 }), talkSeconds: live(61) });
    const { changes, written } = mergeDouble(stays, phoneCall({ notes: live({ text: 'Wants 40 crates', at: 5 }) }, { notes: 'Wants 60 crates' }));
    expect(changes).toEqual({ notes: 'Wants 60 crates' });
    expect(complete({ ...stays.values, ...changes }, written, { ...written.facts, notes: live({ text: 'Wants 50 crates', at: 9 }) }).changes).not.toHaveProperty('notes');
    expect(written.hashes).toHaveProperty('talkSeconds');
  });

  it('does not take an emptied field of the one that goes for words', () => {
    const known = { disposition: live({ text: 'Reached', at: 5 }) };
    expect(mergeDouble(phoneCall(known), phoneCall(known, { disposition: '' })).changes).toEqual({});
  });

  it('of two that nobody knows anything of leaves what stands there', () => {
    const nothing = { values: empty, written: null };
    expect(mergeDouble(nothing, nothing)).toEqual({ changes: {}, written: { facts: noFacts, hashes: {} } });
  });

  it('changes nothing when the one that goes knows no more', () => {
    const stays = phoneCall({ talkSeconds: live(61) });
    expect(mergeDouble(stays, phoneCall({ talkSeconds: live(61) })).changes).toEqual({});
    expect(mergeDouble(stays, { values: empty, written: null }).changes).toEqual({});
  });
});
