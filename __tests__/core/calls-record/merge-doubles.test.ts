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

  it('changes nothing when the one that goes knows no more', () => {
    const stays = phoneCall({ talkSeconds: live(61) });
    expect(mergeDouble(stays, phoneCall({ talkSeconds: live(61) })).changes).toEqual({});
    expect(mergeDouble(stays, { values: empty, written: null }).changes).toEqual({});
  });
});
