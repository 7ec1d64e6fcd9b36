import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callLog, openHarbor, signIn, type Harbor, type Visitor } from './harbor.ts';

let harbor: Harbor;
let maria: Visitor;

before(async () => {
  harbor = await openHarbor();
  maria = await signIn(harbor, 'maria@harbor.example');
});
after(() => harbor.close());

const columns = {
  title: 'title', message: 'message', notes: 'custevent_rcns_notes', phone: 'phone', company: 'company', contact: 'contact',
  direction: 'custevent_rcns_direction', outcome: 'custevent_rcns_outcome', disposition: 'custevent_rcns_disposition', from: 'custevent_rcns_from', to: 'custevent_rcns_to', queue: 'custevent_rcns_queue',
  talk: 'custevent_rcns_talk_s', ring: 'custevent_rcns_ring_s', recording: 'custevent_rcns_recording', voicemail: 'custevent_rcns_voicemail', transcript: 'custevent_rcns_transcript', mos: 'custevent_rcns_mos',
} as const;
type Column = keyof typeof columns;
const lists = new Set<Column>(['direction', 'outcome', 'disposition']);
type Row = Record<Column | 'id', string | number | null>;

async function only(session: string): Promise<Row> {
  const selected = Object.entries(columns).map(([name, id]) => `${lists.has(name as Column) ? `BUILTIN.DF(${id})` : id} AS r_${name}`).join(', ');
  const rows = await harbor.rows(`SELECT id AS r_id, ${selected} FROM phonecall WHERE custevent_rcns_session = ?`, session);
  assert.equal(rows.length, 1, session);
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, value]) => [name.slice(2), value])) as Row;
}
const edit = (id: unknown, field: Column, value: string | number): Promise<unknown> =>
  harbor.run(`var call = record.load({ type: 'phonecall', id: ${Number(id)} }); call.${lists.has(field) ? 'setText' : 'setValue'}({ fieldId: '${columns[field]}', ${lists.has(field) ? 'text' : 'value'}: ${JSON.stringify(value)} }); call.save();`, 'maria@harbor.example');
const customer = async (companyname: string, phone: string): Promise<number> => Number((await harbor.control.import([{ type: 'customer', values: { companyname, isperson: false, phone } }]))[0]?.id);
const first = async (...calls: unknown[]) => (await maria.logs(...calls)).results?.[0];

/** What is known when the call ends, and what comes later. */
const early = { outcome: 'Voicemail', direction: 'Inbound', from: { number: '+12075550131', name: 'DAMARISCOTTA OARS' }, to: { number: '+14155550131', name: null }, talkSeconds: 0, ringSeconds: 5, queue: 'Sales', notes: { text: 'Rang while I was out.', at: 5 }, disposition: 'Left a message', dispositionAt: 5 };
const late = {
  ...early, outcome: 'Completed', talkSeconds: 61, ringSeconds: 9, queue: 'Sales desk', notes: { text: 'Called back, wants twelve oars.', at: 9 }, disposition: 'Reached', dispositionAt: 9,
  recordingUrl: 'https://media.ringcentral.example/recording/1', voicemailUrl: 'https://media.ringcentral.example/voicemail/1', transcript: 'Hello, this is about the oars.', quality: { mos: 4.1, jitterMs: 3, lossPercent: 0, roundTripMs: 40, seconds: 60 },
};
const afterwards = { outcome: 'Completed', talk: 61, ring: 9, queue: 'Sales desk', notes: 'Called back, wants twelve oars.', message: 'Called back, wants twelve oars.', disposition: 'Reached', recording: late.recordingUrl, voicemail: late.voicemailUrl, transcript: late.transcript, mos: 4.1 } as const;

test('everything that comes late completes the record in one write, and once', async () => {
  await maria.logs(callLog('s-d001', early));
  harbor.control.clearJournal();
  assert.equal((await first(callLog('s-d001', late)))?.status, 'completed');
  const units = harbor.control.executions().filter(({ script }) => script === 'customscript_rcns_calls').map((each) => each.units);
  assert.deepEqual(units, [40], 'a refused create 15, a look-up 10, one load and save 15');
  const row = await only('s-d001');
  for (const [name, value] of Object.entries(afterwards)) assert.equal(row[name as Column], value, name);
  assert.equal((await first(callLog('s-d001', late)))?.status, 'unchanged');
  assert.equal((await first(callLog('s-d001', early)))?.status, 'unchanged', 'in whatever order they come');
});

const edits: [Column, string | number][] = [
  ['title', 'Oars for the regatta'], ['message', 'My own comment'], ['notes', 'Twelve? Fourteen.'], ['phone', '+12075550132'], ['direction', 'Outbound'], ['outcome', 'Busy'], ['disposition', 'Wrong number'],
  ['from', '+12075550133'], ['to', '+14155550133'], ['queue', 'Boats'], ['talk', 7], ['ring', 2], ['recording', 'https://ours.example/r'], ['voicemail', 'https://ours.example/v'], ['transcript', 'Corrected by hand.'], ['mos', 1.5],
];
for (const [index, [field, value]] of edits.entries()) {
  test(`${field}, edited by a person, stays as it is; the rest is completed`, async () => {
    const session = `s-d1${10 + index}`;
    await maria.logs(callLog(session, early));
    const { id } = await only(session);
    await edit(id, field, value);
    assert.equal((await first(callLog(session, late)))?.status, 'completed');
    const row = await only(session);
    assert.equal(row[field], value);
    // The comment shows what the notes say.
    const follow = field === 'notes' ? { message: value } : {};
    for (const [name, expected] of Object.entries({ ...afterwards, ...follow })) if (name !== field) assert.equal(row[name as Column], expected, name);
    assert.equal((await first(callLog(session, late)))?.status, 'unchanged');
  });
}

test('a link that a person made or emptied stays, whoever the number belongs to', async () => {
  const oars = await customer('Damariscotta Oars', '+12075550141');
  const boats = await customer('Pemaquid Boats', '+12075550142');
  const call = { ...early, from: { number: '+12075550141', name: null } };
  for (const [session, company] of [['s-d201', boats], ['s-d202', null]] as const) {
    await maria.logs(callLog(session, call));
    const { id, company: found } = await only(session);
    assert.equal(found, oars);
    await edit(id, 'company', company ?? '');
    await maria.logs(callLog(session, { ...late, from: call.from }));
    assert.equal((await only(session)).company, company);
  }
});

test('notes that a person wrote in NetSuite are told to the writer, who may then write over them, and only over those', async () => {
  await maria.logs(callLog('s-d301', early));
  const { id } = await only('s-d301');
  await edit(id, 'notes', 'Rang while I was out.\nAsk for Ann.');
  const refused = await first(callLog('s-d301', { notes: { text: 'Rang while I was out. Called back.', at: 9 } }));
  assert.equal(refused?.notes, 'Rang while I was out.\nAsk for Ann.');
  assert.equal((await only('s-d301')).notes, 'Rang while I was out.\nAsk for Ann.');

  await edit(id, 'notes', 'Ask for Ann or Bob.');
  const both = 'Rang while I was out. Called back.\nAsk for Ann.';
  const stale = await first(callLog('s-d301', { notes: { text: both, at: 11, over: 'Rang while I was out.\nAsk for Ann.' } }));
  assert.deepEqual([stale?.notes, (await only('s-d301')).notes], ['Ask for Ann or Bob.', 'Ask for Ann or Bob.'], 'edited again meanwhile');

  const taken = await first(callLog('s-d301', { notes: { text: 'Called back.\nAsk for Ann or Bob.', at: 12, over: 'Ask for Ann or Bob.' } }));
  assert.deepEqual([taken?.status, taken?.notes], ['completed', undefined]);
  const row = await only('s-d301');
  assert.deepEqual([row.notes, row.message], ['Called back.\nAsk for Ann or Bob.', 'Called back.\nAsk for Ann or Bob.']);
  await maria.logs(callLog('s-d301', { notes: { text: 'Called back. Signed.', at: 13 } }));
  assert.equal((await only('s-d301')).notes, 'Called back. Signed.', 'ours again, so nobody has to be asked');
});

test('an administrator may rename what Direction and Outcome read: calls are logged and completed all the same', async () => {
  const renamed = (list: string, from: string, to: string) =>
    harbor.run(`var id = query.runSuiteQL({ query: "SELECT id FROM ${list} WHERE name = ?", params: [${JSON.stringify(from)}] }).asMappedResults()[0].id; var row = record.load({ type: '${list}', id: id }); row.setValue({ fieldId: 'name', value: ${JSON.stringify(to)} }); row.save();`);
  const names = [['customlist_rcns_direction', 'Inbound', 'Eingehend'], ['customlist_rcns_outcome', 'Voicemail', 'Sprachnachricht'], ['customlist_rcns_outcome', 'Completed', 'Gesprochen']] as const;
  for (const [list, from, to] of names) await renamed(list, from, to);
  try {
    assert.equal((await first(callLog('s-d401', early)))?.status, 'created');
    assert.deepEqual([(await only('s-d401')).direction, (await only('s-d401')).outcome], ['Eingehend', 'Sprachnachricht']);
    assert.equal((await first(callLog('s-d401', late)))?.status, 'completed');
    assert.equal((await only('s-d401')).outcome, 'Gesprochen');
    assert.equal((await first(callLog('s-d401', late)))?.status, 'unchanged');
  } finally {
    for (const [list, from, to] of names) await renamed(list, to, from);
  }
});

const hostile = [
  ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>&amp;'], ['a formula', '=HYPERLINK("http://evil.example","x")'], ['emoji', '👩‍👩‍👧‍👦 🏴‍☠️ 🦊'], ['right to left', '\u202eمرحبا بالعالم שלום'], ['Chinese', '张伟要二十支桨'],
  ['Devanagari', 'नमस्ते दुनिया'], ['Thai', 'สวัสดีชาวโลก'], ['combining marks', 'e\u0301\u0302\u0303 ñ'], ['quotes', `'; DROP TABLE phonecall; -- "`], ['template signs', '{{7*7}} ${7*7} %{x} [scriptid=customrole]'],
] as const;
for (const [index, [what, words]] of hostile.entries()) {
  test(`notes and names with ${what} are kept as they are`, async () => {
    const session = `s-d5${10 + index}`;
    const notes = Array.from({ length: 200 }, () => words).join('\n');
    assert.equal((await first(callLog(session, { to: { number: '+12075550199', name: words }, notes: { text: notes, at: 1 }, queue: words, transcript: notes })))?.status, 'created');
    const row = await only(session);
    assert.equal(row.notes, notes);
    assert.equal(row.transcript, notes);
    assert.equal(row.queue, words);
    assert.ok(Buffer.byteLength(String(row.message)) <= 3_900 && notes.startsWith(String(row.message).replace(/…$/, '')), 'the comment holds the beginning, the field all of it');
    assert.equal((await first(callLog(session, { to: { number: '+12075550199', name: words }, notes: { text: notes, at: 1 }, queue: words, transcript: notes })))?.status, 'unchanged', 'nothing is taken for an edit');
  });
}

test('a megabyte of notes is refused by name, and the next call of the batch is logged', async () => {
  const answer = await maria.logs(callLog('s-d601', { notes: { text: '長'.repeat(1_000_000), at: 1 } }), callLog('s-d602', { notes: { text: '長'.repeat(100_000), at: 1 } }));
  assert.deepEqual(answer.results?.map(({ status, code, detail }) => [status, code, detail]), [['refused', 'TOO_LARGE', 'notes.text'], ['created', null, null]]);
  assert.equal(String((await only('s-d602')).notes).length, 100_000);
});
