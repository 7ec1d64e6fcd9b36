import fc from 'fast-check';
import { mergeNotes } from '../../../src/core/calls/notes-merge.ts';

describe('two people at the same notes', () => {
  test.each([
    ['one wrote at the end, one corrected the beginning', 'Ann wants ten oars', 'Ann wants ten oars by Friday', 'Anne wants ten oars', 'Anne wants ten oars by Friday'],
    ['one wrote before, one after', 'oars', 'ten oars', 'oars by Friday', 'ten oars by Friday'],
    ['both wrote the same', 'Ann', 'Ann wants oars', 'Ann wants oars', 'Ann wants oars'],
    ['only the other one wrote', 'Ann', 'Ann', 'Ann wants oars', 'Ann wants oars'],
    ['one took a line out, one changed another', 'Ann\ncalls back\non Friday', 'Ann\non Friday', 'Ann\ncalls back\non Monday', 'Ann\non Monday'],
    ['both took the same out and one added', 'Ann wants ten oars', 'Ann wants oars', 'Ann wants oars', 'Ann wants oars'],
    ['one emptied the notes that the other left alone', 'Ann', '', 'Ann', ''],
    ['scripts without blanks changed in different lines', '张伟\n要桨', '张伟先生\n要桨', '张伟\n要二十支桨', '张伟先生\n要二十支桨'],
  ])('are put together when %s', (_what, base, mine, theirs, text) => expect(mergeNotes(base, mine, theirs)).toEqual({ text, both: false }));

  test.each([
    ['the same word', 'Ann wants ten oars', 'Ann wants twelve oars', 'Ann wants twenty oars', 'Ann wants twenty oars\nAnn wants twelve oars'],
    ['the same end', 'Ann', 'Ann called', 'Ann wrote', 'Ann wrote\nAnn called'],
    ['empty notes', '', 'Called back', 'Left a message', 'Left a message\nCalled back'],
    ['one line of several', 'Ann\nten oars\nFriday', 'Ann\ntwelve oars\nFriday', 'Ann\ntwenty oars\nFriday', 'Ann\ntwenty oars\ntwelve oars\nFriday'],
  ])('keep both where they changed %s', (_what, base, mine, theirs, text) => expect(mergeNotes(base, mine, theirs)).toEqual({ text, both: true }));

  test('a line that one emptied and the other changed stays', () => expect(mergeNotes('Ann\n', '', 'Ann wants oars\n').text).toContain('Ann wants oars'));

  test('who types on after both were kept goes on in their own line', () => {
    const first = mergeNotes('', 'Call abou', 'Left a message');
    expect(mergeNotes('Call abou', 'Call about oars', first.text)).toEqual({ text: 'Left a message\nCall about oars', both: false });
  });

  const text = fc.array(fc.constantFrom('Ann', 'wants', 'ten', 'oars', '\n', ' '), { maxLength: 14 }).map((parts) => parts.join(''));
  test('no word that anybody added is ever lost', () => fc.assert(fc.property(text, text, text, (base, mine, theirs) => {
    const merged = mergeNotes(base, mine, theirs).text;
    const known = new Set(base.split(/\s+/));
    for (const word of [...mine.split(/\s+/), ...theirs.split(/\s+/)]) if (!known.has(word)) expect(merged).toContain(word);
  })));
  test('the same words come out whoever is asked', () => fc.assert(fc.property(text, text, text, (base, mine, theirs) => {
    const [one, other] = [mergeNotes(base, mine, theirs), mergeNotes(base, theirs, mine)];
    expect(one.both).toBe(other.both);
    if (!one.both) expect(one.text).toBe(other.text);
  })));
  test('who changed nothing sees what the other wrote', () => fc.assert(fc.property(text, text, (base, theirs) => expect(mergeNotes(base, base, theirs)).toEqual({ text: theirs, both: false }))));
  test('a hundred thousand characters are merged while somebody types', () => {
    const base = 'Ann wants ten oars. '.repeat(5_000);
    const started = performance.now();
    expect(mergeNotes(base, `${base}By Friday.`, `Anne. ${base}`)).toEqual({ text: `Anne. ${base}By Friday.`, both: false });
    mergeNotes(base, base.replaceAll('ten', 'twelve'), base.replaceAll('oars', 'boats'));
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
