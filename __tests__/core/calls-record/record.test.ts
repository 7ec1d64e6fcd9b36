import { merge, noFacts, type RecordedFacts } from '../../../src/core/calls/merge.ts';
import { recordFields, valuesOf, type RecordValues } from '../../../src/core/calls/record.ts';
import { complete } from '../../../src/core/calls/record-complete.ts';
import { cutToBytes, longestMessageBytes, utf8Bytes } from '../../../src/core/calls/cut-text.ts';
import { titleOf } from '../../../src/core/calls/record-text.ts';
import { readWritten, writeWritten, type Written } from '../../../src/core/calls/record-written.ts';

const live = <T>(value: T) => ({ value, source: 'live' as const });
const acme = { type: 'customer' as const, id: 12, name: 'Acme Ltd', company: null };
const missed: RecordedFacts = {
  ...noFacts,
  direction: live('Inbound'), outcome: live({ outcome: 'Missed' as const, reason: null }), from: live('+16505550100'), to: live('+16505550199'),
  startedAt: live(1_795_420_800_000), ringSeconds: live(21), otherSide: live({ ref: { type: 'customer', id: 12 }, known: acme }),
};
const empty = Object.fromEntries(recordFields.map((field) => [field, ''])) as RecordValues;

/** A record as NetSuite would hold it after a write. */
function saved(current: RecordValues, written: Written | null, facts: RecordedFacts): { record: RecordValues; written: Written } {
  const completion = complete(current, written, facts);
  const record = { ...current, ...completion.changes };
  const read = readWritten(writeWritten(completion.written), record);
  if (read === null) throw new Error('unreadable');
  return { record, written: read };
}

describe('the title', () => {
  test('says direction, who and how it ended', () => expect(titleOf(missed)).toBe('Inbound call · Acme Ltd · missed'));
  test("takes RingCentral's name, then the number, where NetSuite knows nobody", () => {
    const stranger = { ...missed, otherSide: null };
    expect(titleOf({ ...stranger, fromName: live('WIRELESS CALLER') })).toBe('Inbound call · WIRELESS CALLER · missed');
    expect(titleOf(stranger)).toBe('Inbound call · +16505550100 · missed');
    expect(titleOf({ ...stranger, from: null })).toBe('Inbound call · unknown number · missed');
  });
  test('gives the reason of a failure', () => expect(titleOf({ ...missed, direction: live('Outbound'), to: live('+999'), outcome: live({ outcome: 'Failed', reason: 'NotEnoughFunds' }) })).toBe('Outbound call · Acme Ltd · failed (NotEnoughFunds)'));
  test('stays one line of at most 256 characters, whatever somebody is called', () => {
    const title = titleOf({ ...missed, otherSide: live({ ref: { type: 'customer', id: 12 }, known: { ...acme, name: `A\n\u0007${'🦊'.repeat(300)}` } }) });
    expect(title).toMatch(/^Inbound call · A 🦊+… · missed$/u);
    expect(title.length).toBeLessThanOrEqual(256);
    for (const name of [`${'🦊'.repeat(79)}ab🦊`, `a${'🦊'.repeat(80)}`]) expect(titleOf({ ...missed, otherSide: null, fromName: live(name) })).not.toMatch(/\p{Cs}/u);
  });
  test('of a group text counts whoever else is in it', () => {
    const texts = (others: number) => ({ ...noFacts, to: live('+14155550134'), texts: live({ others, lines: [], earlier: ['1', '2'] }) });
    expect([1, 2, 3].map((others) => titleOf(texts(others)))).toEqual(['Text conversation · +14155550134 · 2 messages', 'Group text · +14155550134 and 1 other · 2 messages', 'Group text · +14155550134 and 2 others · 2 messages']);
  });
  test('says what there is to say where nobody knows which way the call went', () => expect(titleOf({ ...noFacts, toName: live(' \n Ann \t\n Harper ') })).toBe('Phone call · Ann Harper'));
  test('cuts a name of more than 160 and a reason of more than 60 characters, and none of fewer', () => {
    const of = (length: number) => titleOf({ ...missed, otherSide: null, fromName: live('x'.repeat(length)) });
    expect([of(160), of(161)]).toEqual([`Inbound call · ${'x'.repeat(160)} · missed`, `Inbound call · ${'x'.repeat(159)}… · missed`]);
    const failed = (length: number) => titleOf({ ...missed, outcome: live({ outcome: 'Failed' as const, reason: 'y'.repeat(length) }) });
    expect([failed(60), failed(61)]).toEqual([`Inbound call · Acme Ltd · failed (${'y'.repeat(60)})`, `Inbound call · Acme Ltd · failed (${'y'.repeat(59)}…)`]);
  });
  test('is not turned around by the marks of a name', () => expect(titleOf({ ...missed, fromName: live('\u202eevil\u2066'), otherSide: null })).toBe('Inbound call · evil · missed'));
  test('keeps a hostile name as the text it is', () => expect(titleOf({ ...missed, fromName: live('<script>alert(1)</script>'), otherSide: null })).toContain('<script>alert(1)</script>'));
});

describe('the message', () => {
  test.each(['a', 'é', '漢', '🦊'])('of many %s is cut within 3,900 bytes and breaks no character', (character) => {
    const cut = cutToBytes(character.repeat(5_000), longestMessageBytes);
    expect(utf8Bytes(cut)).toBeLessThanOrEqual(longestMessageBytes);
    expect(Buffer.byteLength(cut, 'utf8')).toBe(utf8Bytes(cut));
    expect(cut).toMatch(new RegExp(`^${character}+…$`, 'u'));
  });
  test.each(['\u007f', '\u0080', '\u07ff', '\u0800', '\uffff', '\u{10000}', '\u{10ffff}'])('has as many bytes as NetSuite counts: %j', (character) => expect(utf8Bytes(character)).toBe(Buffer.byteLength(character, 'utf8')));
  test('uses the room to the last byte', () => {
    expect(cutToBytes('a'.repeat(3_900), longestMessageBytes)).toBe('a'.repeat(3_900));
    expect(cutToBytes('a'.repeat(3_901), longestMessageBytes)).toBe(`${'a'.repeat(3_897)}…`);
    expect(cutToBytes('漢'.repeat(1_301), longestMessageBytes)).toBe(`${'漢'.repeat(1_299)}…`);
  });
  test('that fits is left whole', () => expect(cutToBytes('é'.repeat(1_950), longestMessageBytes)).toBe('é'.repeat(1_950)));
});

describe('the fields', () => {
  test('a contact brings their company along, an employee never becomes a company', () => {
    const ann = { type: 'contact' as const, id: 31, name: 'Ann Harper', company: { type: 'customer' as const, id: 12, name: 'Acme Ltd' } };
    expect(valuesOf({ ...missed, otherSide: live({ ref: ann, known: ann }) })).toMatchObject({ company: '12', contact: '31', employee: '' });
    const loner = { ...ann, company: null };
    expect(valuesOf({ ...missed, otherSide: live({ ref: loner, known: loner }) })).toMatchObject({ company: '', contact: '31' });
    const colleague = { type: 'employee' as const, id: 7, name: 'Jo Lim', company: null };
    expect(valuesOf({ ...missed, otherSide: live({ ref: colleague, known: colleague }) })).toMatchObject({ company: '', contact: '', employee: '7' });
  });
  test('a person nobody has looked up yet is not linked', () => expect(valuesOf({ ...missed, otherSide: live({ ref: { type: 'customer', id: 99 }, known: null }) }).company).toBe(''));
  test('a number NetSuite would refuse as a phone number stands in From alone', () => {
    const fields = valuesOf({ ...missed, from: live('101') });
    expect([fields.phone, fields.from]).toEqual(['', '101']);
    for (const number of ['1'.repeat(40), '<b>16505550100</b>', 'sip:16505550100@evil.example', '\u202e+16505550100']) expect(valuesOf({ ...missed, from: live(number) })).toMatchObject({ phone: '', from: number });
  });
});

describe('completing a record', () => {
  test('writes everything known on a new one, and nothing the second time', () => {
    const first = saved(empty, null, missed);
    expect(first.record).toMatchObject({ title: 'Inbound call · Acme Ltd · missed', direction: 'Inbound', company: '12', ringSeconds: '21' });
    expect(complete(first.record, first.written, merge(first.written.facts, missed)).changes).toEqual({});
  });
  test('adds what came later', () => {
    const first = saved(empty, null, { ...missed, outcome: null });
    const later = merge(first.written.facts, { ...noFacts, outcome: live({ outcome: 'Missed', reason: null }), voicemailUrl: live('https://media.ringcentral.com/v/1') });
    expect(complete(first.record, first.written, later).changes).toEqual({ title: 'Inbound call · Acme Ltd · missed', outcome: 'Missed', voicemail: 'https://media.ringcentral.com/v/1' });
  });
  test('leaves what a person edited alone, and goes on writing the rest', () => {
    const first = saved(empty, null, { ...missed, notes: live({ text: 'Wants a quote', at: 1 }) });
    const edited = { ...first.record, title: 'Ann about the renewal', disposition: 'Reached', company: '40' };
    const later = merge(first.written.facts, { ...noFacts, outcome: live({ outcome: 'Completed', reason: null }), disposition: live({ text: 'Call back', at: 5 }), talkSeconds: live(9) });
    expect(complete(edited, first.written, later).changes).toEqual({ outcome: 'Completed', talkSeconds: '9' });
  });
  test("does not take NetSuite's own line breaks for an edit", () => {
    const first = saved(empty, null, { ...missed, notes: live({ text: 'one\ntwo', at: 1 }) });
    const kept = { ...first.record, notes: 'one\r\ntwo', message: 'one\r\ntwo ' };
    const later = merge(readWritten(writeWritten(first.written), kept)!.facts, { ...noFacts, notes: live({ text: 'one\ntwo\nthree', at: 2 }) });
    expect(complete(kept, first.written, later).changes).toMatchObject({ notes: 'one\ntwo\nthree', message: 'one\ntwo\nthree' });
  });
  test('a record whose hidden field is lost is only filled where it is empty', () => {
    expect(readWritten('{"v":1', empty)).toBeNull();
    for (const facts of ['null', '5', '{"outcome":{"value":{},"source":"live"}}', '{"from":{"value":5,"source":"live"}}', '{"from":{"value":"+1","source":"me"}}', '{"otherSide":{"value":{"ref":{"type":"customer","id":12}},"source":"live"}}', '{"notes":{"value":{"text":"","at":"now"},"source":"live"}}']) {
      expect(readWritten(`{"v":1,"facts":${facts},"hashes":{}}`, empty)).toBeNull();
    }
    expect(readWritten('{"v":1,"facts":{},"hashes":null}', empty)).toBeNull();
    const changes = complete({ ...empty, title: 'Mine', outcome: 'Busy' }, null, missed).changes;
    expect(changes).not.toHaveProperty('title');
    expect(changes).not.toHaveProperty('outcome');
    expect(changes).toHaveProperty('company', '12');
  });
  test('takes back a contact when the caller turns out to be somebody else', () => {
    const ann = { type: 'contact' as const, id: 31, name: 'Ann Harper', company: { type: 'customer' as const, id: 12, name: 'Acme Ltd' } };
    const first = saved(empty, null, { ...missed, otherSide: { value: { ref: ann, known: ann }, source: 'matched' } });
    const rival = { type: 'customer' as const, id: 40, name: 'Rival Inc', company: null };
    const later = merge(first.written.facts, { ...noFacts, otherSide: live({ ref: rival, known: rival }) });
    expect(complete(first.record, first.written, later).changes).toEqual({ title: 'Inbound call · Rival Inc · missed', company: '40', contact: '' });
  });
  test('ends the same in whatever order reports come', () => {
    const reports: RecordedFacts[] = [
      { ...missed, outcome: live({ outcome: 'Failed', reason: 'InternalError' }), notes: live({ text: 'Second thoughts', at: 20 }) },
      { ...missed, outcome: live({ outcome: 'Completed', reason: null }), talkSeconds: live(62), notes: live({ text: 'First thoughts', at: 10 }) },
      { ...noFacts, startedAt: { value: 1_795_420_801_000, source: 'call-log' }, recordingUrl: { value: 'https://media.ringcentral.com/r/1', source: 'call-log' } },
    ];
    const [a, b, c] = reports as [RecordedFacts, RecordedFacts, RecordedFacts];
    const ends = [[a, b, c], [a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a], [a, b, c, a, b]].map((order) => {
      let at: { record: RecordValues; written: Written | null } = { record: empty, written: null };
      for (const report of order) at = saved(at.record, at.written, at.written ? merge(at.written.facts, report) : report);
      return at.record;
    });
    for (const end of ends) expect(end).toEqual(ends[0]);
    expect(ends[0]).toMatchObject({ outcome: 'Completed', reason: '', notes: 'Second thoughts' });
  });
  test('keeps no copy of a transcript in the hidden field, and takes it from the record again', () => {
    const facts = { ...missed, transcript: { value: 'Hello, this is Ann', source: 'call-log' as const } };
    const kept = writeWritten({ facts, hashes: { title: '1' } });
    expect(kept).not.toContain('this is Ann');
    expect(readWritten(kept, { ...empty, transcript: 'Hello, this is Anne' })).toEqual({ facts: { ...facts, transcript: { value: 'Hello, this is Anne', source: 'call-log' } }, hashes: { title: '1' } });
  });
  test.each(['', '  ', '{"v":2,"facts":{},"hashes":{}}', '{"v":1,"facts":{}}', '{"v":1,"facts":{},"hashes":7}', '{"v":1,"hashes":{}}', 'null'])('a hidden field that says %j says nothing', (text) => expect(readWritten(text, empty)).toBeNull());
  test("takes no line break for an edit, however many NetSuite has respelt", () => {
    const first = saved(empty, null, { ...missed, notes: live({ text: 'one\ntwo\nthree', at: 1 }) });
    expect(complete({ ...first.record, notes: 'one\r\ntwo\rthree\r\n' }, first.written, { ...first.written.facts, notes: live({ text: 'four', at: 2 }) }).changes).toHaveProperty('notes', 'four');
  });
  test.each([['one letter', 'Wants ten oars', 'Wants two oars'], ['two letters that change places', 'Wants ten oars', 'Wants etn oars'], ['an end', 'Wants ten oars', 'Wants ten oars.'], ['the beginning', 'Wants ten oars', 'wants ten oars'], ['everything', 'Wants ten oars', 'x']])('takes %s for an edit', (_what, before, after) => {
    const first = saved(empty, null, { ...missed, notes: live({ text: before, at: 1 }) });
    expect(complete({ ...first.record, notes: after }, first.written, { ...first.written.facts, notes: live({ text: 'four', at: 2 }) }).changes).not.toHaveProperty('notes');
  });
  test('keeps no copy of the notes in the hidden field', () => expect(writeWritten({ facts: { ...missed, notes: live({ text: 'secret plan', at: 5 }) }, hashes: {} })).not.toContain('secret plan'));
});
