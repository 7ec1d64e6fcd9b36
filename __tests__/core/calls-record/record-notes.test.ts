import { noFacts, type RecordedFacts } from '../../../src/core/calls/merge.ts';
import { recordFields, type RecordValues } from '../../../src/core/calls/record.ts';
import { decideNotes } from '../../../src/core/calls/record-notes.ts';
import { hashOf, type Written } from '../../../src/core/calls/record-written.ts';

const record = (notes: string): RecordValues => ({ ...(Object.fromEntries(recordFields.map((field) => [field, ''])) as RecordValues), notes });
const told = (text: string): RecordedFacts => ({ ...noFacts, talkSeconds: { value: 61, source: 'live' }, notes: { value: { text, at: 5 }, source: 'live' } });
/** What we last wrote: these notes. */
const wrote = (text: string): Written => ({ facts: told(text), hashes: { notes: hashOf(text), title: '1' } });

describe('notes of a call on their way into its record', () => {
  test('are written where nobody has touched those we wrote, and where there were none', () => {
    for (const [current, known] of [[record('Wants oars'), wrote('Wants oars')], [record(''), null]] as const) {
      expect(decideNotes(told('Wants ten oars'), { text: 'Wants ten oars' }, current, known)).toEqual({ facts: told('Wants ten oars'), known, instead: null });
    }
  });

  test('give way to what a person wrote in NetSuite, who is told of; the rest of the report stays', () => {
    const decided = decideNotes(told('Wants ten oars'), { text: 'Wants ten oars' }, record('Wants two oars, says Ann'), wrote('Wants oars'));
    expect(decided).toEqual({ facts: { ...told(''), notes: null }, known: wrote('Wants oars'), instead: 'Wants two oars, says Ann' });
  });

  test.each<[string, { text: string; over?: string | null } | null]>([['the report has none', null], ['they are the same but for line breaks', { text: 'Wants two oars,\r\nsays Ann ' }]])('give way in silence where %s', (_what, notes) => {
    expect(decideNotes(told('x'), notes, record('Wants two oars,\nsays Ann'), wrote('Wants oars'))).toMatchObject({ facts: { notes: null }, instead: null });
  });

  test('are written over a person’s by whoever has seen exactly those', () => {
    const decided = decideNotes(told('Wants two oars by Friday'), { text: 'Wants two oars by Friday', over: 'Wants two oars\r\n' }, record('Wants two oars'), wrote('Wants oars'));
    expect(decided).toEqual({ facts: told('Wants two oars by Friday'), known: { facts: told('Wants oars'), hashes: { notes: hashOf('Wants two oars'), title: '1' } }, instead: null });
  });

  test.each([['other ones', 'Wants oars'], ['none', ''], ['nobody’s', null]])('are not written over a person’s by whoever has seen %s', (_what, over) => {
    expect(decideNotes(told('Wants ten oars'), { text: 'Wants ten oars', over }, record('Wants two oars'), wrote('Wants oars'))).toMatchObject({ facts: { notes: null }, instead: 'Wants two oars' });
  });

  test('are written over those of a record that is not ours by whoever has seen them', () => {
    const decided = decideNotes(told('Wants two oars'), { text: 'Wants two oars', over: 'Two oars' }, record('Two oars'), null);
    expect(decided).toEqual({ facts: told('Wants two oars'), known: { facts: told('Wants two oars'), hashes: { notes: hashOf('Two oars') } }, instead: null });
  });
});
