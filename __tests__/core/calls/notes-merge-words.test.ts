import fc from 'fast-check';
import { mergeNotes } from '../../../src/core/calls/notes-merge.ts';

/** Word by word what becomes of notes that two people change in several places at once. */
type Fate = 'kept' | 'mine' | 'theirs' | 'alike';
const fates = fc.array(fc.constantFrom<Fate>('kept', 'kept', 'mine', 'theirs', 'alike'), { minLength: 1, maxLength: 30 });
const notes = (all: readonly Fate[], changed: readonly Fate[], by: string): string => all.map((fate, at) => (changed.includes(fate) ? (fate === 'alike' ? `same${at}` : `${by}${at}`) : `word${at}`)).join(' ');

describe('notes that two people changed in many places', () => {
  test('hold each one’s words where they wrote them, and what both wrote alike once', () => fc.assert(fc.property(fates, (all) => {
    const base = notes(all, [], '');
    const mine = notes(all, ['mine', 'alike'], 'mine');
    const theirs = notes(all, ['theirs', 'alike'], 'theirs');
    const merged = all.map((fate, at) => (fate === 'kept' ? `word${at}` : fate === 'alike' ? `same${at}` : `${fate}${at}`)).join(' ');
    expect(mergeNotes(base, mine, theirs)).toEqual({ text: merged, both: false });
  })));

  test('hold what one put in here and there among what the other corrected', () => {
    const base = 'Ann wants ten oars and four ropes today please';
    const added = 'Ann Harper wants ten oars and four ropes of hemp today please';
    const corrected = 'Ann wants twelve oars and five ropes today please';
    for (const [mine, theirs] of [[added, corrected], [corrected, added]] as const) expect(mergeNotes(base, mine, theirs)).toEqual({ text: 'Ann Harper wants twelve oars and five ropes of hemp today please', both: false });
  });

  test('are put together from the words alone: the second of two equal ones is the one that was changed', () => {
    expect(mergeNotes('call Ann, call Ben, call Cid', 'call Ann, write Ben, call Cid', 'call Ann, call Ben, visit Cid')).toEqual({ text: 'call Ann, write Ben, visit Cid', both: false });
    expect(mergeNotes('ten oars, ten ropes, ten nets', 'ten oars, ropes, ten nets', 'ten oars, ten ropes, ten nets, ten hooks')).toEqual({ text: 'ten oars, ropes, ten nets, ten hooks', both: false });
  });

  test('keep both where one rewrote a part in which the other changed two lines, and the rest once', () => {
    const base = 'Ann Harper\nten oars\nfour ropes\ntwo nets\nby Friday\npays cash';
    const rewritten = 'Ann Harper\nall for the boathouse\npays cash';
    const corrected = 'Ann Harper\nten oars\nfive ropes\ntwo nets\nby Monday\npays cash';
    expect(mergeNotes(base, rewritten, corrected)).toEqual({ text: 'Ann Harper\nten oars\nfive ropes\ntwo nets\nby Monday\nall for the boathouse\npays cash', both: true });
    expect(mergeNotes(base, corrected, rewritten)).toEqual({ text: 'Ann Harper\nall for the boathouse\nten oars\nfive ropes\ntwo nets\nby Monday\npays cash', both: true });
  });

  test('keep both where what one changed reaches beyond what the other did', () => {
    const base = 'Ann\nten oars\nfour ropes\ntwo nets\nFriday\n';
    expect(mergeNotes(base, 'Ann\ntwelve oars\nfive ropes\ntwo nets\nFriday\n', 'Ann\nten oars\nsix ropes\nthree nets\nFriday\n')).toEqual({ text: 'Ann\nten oars\nsix ropes\nthree nets\ntwelve oars\nfive ropes\ntwo nets\nFriday\n', both: true });
  });

  test('stay what one made of a line that the other emptied, and are not doubled', () => {
    expect(mergeNotes('Ann\nten oars\nFriday\n', 'Ann\nFriday\n', 'Ann\ntwelve oars\nFriday\n')).toEqual({ text: 'Ann\ntwelve oars\nFriday\n', both: true });
    expect(mergeNotes('Ann\nten oars\nFriday\n', 'Ann\ntwelve oars\nFriday\n', 'Ann\nFriday\n')).toEqual({ text: 'Ann\ntwelve oars\nFriday\n', both: true });
  });

  test('keep a blank line between two versions as somebody wrote it', () => {
    expect(mergeNotes('', 'Called back\n\nno answer', 'Left a message\n')).toEqual({ text: 'Left a message\nCalled back\n\nno answer', both: true });
  });

  test('are kept whole where somebody pastes in a book', () => {
    const book = (word: string): string => Array.from({ length: 1_500 }, (_, at) => `${word}${at}`).join(' ');
    const [old, rewritten] = [`Ann. ${book('old')} Friday.`, `Ann. ${book('new')} Friday.`];
    expect(mergeNotes(old, rewritten, `${old} Pays cash.`).text === `${rewritten} Pays cash.`).toBe(true);
    expect(mergeNotes(old, `Anne${old.slice(3)}`, rewritten).text === `Anne${rewritten.slice(3)}`).toBe(true);
  });
});
