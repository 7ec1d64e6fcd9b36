import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { callLog, openHarbor, signIn, type Harbor, type Visitor } from './harbor.ts';

let harbor: Harbor;
let maria: Visitor;
let token: string;

before(async () => {
  harbor = await openHarbor();
  maria = await signIn(harbor, 'maria@harbor.example');
  token = await maria.token();
});
after(() => harbor.close());
afterEach(() => harbor.control.clearFaults());

const viaSuitelet = (...calls: unknown[]) => maria.asks('api', { action: 'log-calls', account: harbor.accountId, user: maria.id, calls }, { 'x-rcns-token': token });
const status = (said: Awaited<ReturnType<Visitor['logs']>>) => said.results?.[0]?.status;
const records = (session: string) =>
  harbor.rows('SELECT id, title, company, contact, assigned, message, custevent_rcns_notes AS notes, custevent_rcns_talk_s AS talk FROM phonecall WHERE custevent_rcns_session = ? ORDER BY id', session);
const only = async (session: string) => {
  const rows = await records(session);
  assert.equal(rows.length, 1);
  return rows[0] as Record<string, string | number | null>;
};
const rename = (id: unknown, title: string) => harbor.run(`var call = record.load({ type: 'phonecall', id: ${Number(id)} }); call.setValue({ fieldId: 'title', value: ${JSON.stringify(title)} }); call.save();`, 'maria@harbor.example');
const remove = (id: unknown) => harbor.run(`record.delete({ type: 'phonecall', id: ${Number(id)} });`, 'ada@harbor.example');
const customer = async (companyname: string, phone: string) => Number((await harbor.control.import([{ type: 'customer', values: { companyname, isperson: false, phone } }]))[0]?.id);

test('RESTlet, Suitelet and a person at the form at the same moment: one record, everybody’s words in it', async () => {
  await maria.logs(callLog('s-c001', { outcome: null, talkSeconds: null }));
  const { id } = await only('s-c001');
  const hold = harbor.control.hold({ at: 'record.save', recordType: 'phonecall', count: 2 });
  const both = Promise.all([maria.logs(callLog('s-c001')), viaSuitelet(callLog('s-c001', { notes: { text: 'Wants the lanterns by Friday.', at: 9 } }))]);
  await harbor.control.waitHeld(hold, 2);
  await rename(id, 'Lantern order');
  harbor.control.release(hold);
  for (const said of await both) assert.match(String(status(said)), /^(completed|unchanged)$/);
  const call = await only('s-c001');
  assert.deepEqual([call['title'], call['notes'], call['talk']], ['Lantern order', 'Wants the lanterns by Friday.', 95]);
});

test('a record that keeps changing is left for later, and is complete the next time', async () => {
  await maria.logs(callLog('s-c002', { talkSeconds: null }));
  const { id } = await only('s-c002');
  const logging = maria.logs(callLog('s-c002'));
  // The refused create first, then three tries to save.
  for (let round = 0; round < 4; round++) {
    const hold = harbor.control.hold({ at: 'record.save', recordType: 'phonecall', script: 'customscript_rcns_calls', count: 1 });
    await harbor.control.waitHeld(hold);
    if (round > 0) await rename(id, `Edited ${round} times`);
    harbor.control.release(hold);
  }
  assert.deepEqual((await logging).results?.map(({ status, code }) => [status, code]), [['later', 'LATER']]);
  assert.equal(status(await maria.logs(callLog('s-c002'))), 'completed');
  const call = await only('s-c002');
  assert.deepEqual([call['title'], call['talk']], ['Edited 3 times', 95]);
});

for (const [when, at] of [['before it is opened', 'N/record.load'], ['before it is saved', 'record.save']] as const) {
  test(`a call deleted while it is completed, ${when}, stays deleted and is acknowledged so`, async () => {
    const session = `s-c003${at.length}`;
    await maria.logs(callLog(session, { talkSeconds: null }));
    const { id } = await only(session);
    const opening = harbor.control.hold({ at: 'N/record.load', recordType: 'phonecall', script: 'customscript_rcns_calls', count: 1 });
    const logging = maria.logs(callLog(session));
    await harbor.control.waitHeld(opening);
    const saving = at === 'record.save' ? harbor.control.hold({ at, recordType: 'phonecall', script: 'customscript_rcns_calls', count: 1 }) : null;
    if (saving !== null) {
      harbor.control.release(opening);
      await harbor.control.waitHeld(saving);
    }
    await remove(id);
    harbor.control.release(saving ?? opening);
    assert.equal(status(await logging), 'deleted');
    assert.equal(status(await viaSuitelet(callLog(session))), 'deleted');
    assert.deepEqual(await records(session), []);
  });
}

test('an answer that got lost on the way is asked for again and makes no second record', async () => {
  harbor.control.fault({ script: 'customscript_rcns_calls', answer: { kind: 'lose-answer' } });
  await assert.rejects(maria.logs(callLog('s-c004')));
  assert.equal(status(await maria.logs(callLog('s-c004'))), 'unchanged');
  await only('s-c004');
});

test('half an emoji, control characters and marks that turn text around: what NetSuite keeps is what was sent, and later notes still arrive', async () => {
  const text = 'Bring\u0000 the \ud83d lamp \u200f\u0634\u0643\u0631\u0627 \u202eevil\nand a rope';
  assert.equal(status(await maria.logs(callLog('s-c005', { notes: { text, at: 1 }, to: { number: '+18025550199', name: 'Lamp\u202e\u0007 Lady' } }))), 'created');
  const first = await only('s-c005');
  assert.equal(first['notes'], 'Bring the \ufffd lamp \u200f\u0634\u0643\u0631\u0627 \u202eevil\nand a rope');
  assert.equal(first['title'], 'Outbound call · Lamp Lady · completed');
  assert.equal(status(await maria.logs(callLog('s-c005', { notes: { text: 'Two ropes.', at: 2 } }))), 'completed');
  assert.equal((await only('s-c005'))['notes'], 'Two ropes.');
});

test('a customer made inactive, or gone, costs a call its link and nothing more', async () => {
  const id = await customer('Tidewater Inns', '+1 207 555 0161');
  const [ann] = await harbor.control.import([{ type: 'contact', values: { firstname: 'Ann', lastname: 'Harper', company: id, phone: '(207) 555-0162' } }]);
  await harbor.run(`record.submitFields({ type: 'customer', id: ${id}, values: { isinactive: true } });`);
  await maria.logs(callLog('s-c006', { to: { number: '+12075550161', name: null } }));
  assert.equal((await only('s-c006'))['company'], null);
  await maria.logs(callLog('s-c007', { to: { number: '+12075550162', name: null } }));
  const call = await only('s-c007');
  assert.deepEqual([call['contact'], call['company']], [ann?.id, null], 'the contact is linked, not the inactive company');
  await maria.logs(callLog('s-c008', { to: { number: '+12075550169', name: null }, person: { type: 'customer', id: 999_999 } }));
  assert.equal((await only('s-c008'))['company'], null);
});

test('a customer merged into another, which no script is told of, is nobody’s caller, and the index forgets them by night', async () => {
  const entry = { number: '+12075550195', type: 'customer', entity: 999_998, field: 'phone', rank: 1 };
  await harbor.run(`var row = record.create({ type: 'customrecord_rcns_phone_index' }); ${Object.entries(entry).map(([field, value]) => `row.setValue({ fieldId: 'custrecord_rcns_ix_${field}', value: ${JSON.stringify(value)} });`).join(' ')} row.save();`);
  assert.equal(status(await maria.logs(callLog('s-c019', { to: { number: entry.number, name: null } }))), 'created');
  assert.equal((await only('s-c019'))['company'], null);
  await harbor.control.runTask({ scriptId: 'customscript_rcns_phone_index' });
  assert.deepEqual(await harbor.rows('SELECT id FROM customrecord_rcns_phone_index WHERE custrecord_rcns_ix_entity = ?', entry.entity), []);
});

test('a rep who sees only her own customers is told of no other, neither when asking nor by a link', async () => {
  const id = await customer('Monhegan Ferries', '+1 207 555 0191');
  const rosa = await signIn(harbor, 'rosa@harbor.example');
  assert.deepEqual((await rosa.asks('api', { action: 'who-is', numbers: ['+12075550191'] })).value, { found: [{ kind: 'nobody' }] });
  for (const [session, person] of [['s-c015', null], ['s-c016', { type: 'customer', id }]] as const) {
    assert.equal(status(await rosa.logs(callLog(session, { extensionId: '310009', to: { number: '+12075550191', name: null }, person }))), 'created');
    const call = await only(session);
    assert.deepEqual([call['company'], call['title']], [null, 'Outbound call · +12075550191 · completed']);
  }
  await harbor.run(`record.submitFields({ type: 'customer', id: ${id}, values: { salesrep: ${rosa.id} } });`);
  assert.equal((await rosa.logs(callLog('s-c017', { extensionId: '310009', to: { number: '+12075550191', name: null } }))).results?.[0]?.status, 'created');
  assert.equal((await only('s-c017'))['company'], id);
});

test('somebody whose role may neither log nor ask hears so, once for each, and nothing is written', async () => {
  const will = await signIn(harbor, 'will@harbor.example');
  assert.deepEqual((await will.asks('api', { action: 'who-is', numbers: ['+12075550191'] })).error?.code, 'FORBIDDEN');
  assert.deepEqual((await will.logs(callLog('s-c018'))).results?.map(({ status, code }) => [status, code]), [['refused', 'FORBIDDEN']]);
  assert.deepEqual(await records('s-c018'), []);
});

test('an index that could not follow a new number links nobody by the old one', async () => {
  const id = await customer('Pemaquid Ropes', '+1 207 555 0171');
  // As another script would, under a role that may not write the index.
  await harbor.run(`var row = record.load({ type: 'customer', id: ${id} }); row.setValue({ fieldId: 'phone', value: '+1 207 555 0172' }); row.save();`, 'maria@harbor.example');
  assert.deepEqual((await harbor.rows('SELECT custrecord_rcns_ix_number AS number_ FROM customrecord_rcns_phone_index WHERE custrecord_rcns_ix_entity = ?', id)), [{ number_: '+12075550171' }], 'stale until the night');
  await maria.logs(callLog('s-c009', { to: { number: '+12075550171', name: null } }));
  assert.equal((await only('s-c009'))['company'], null);
  await harbor.control.runTask({ scriptId: 'customscript_rcns_phone_index' });
  await maria.logs(callLog('s-c010', { to: { number: '+12075550172', name: null } }));
  assert.equal((await only('s-c010'))['company'], id);
  assert.deepEqual(await harbor.rows('SELECT id FROM customrecord_rcns_stale'), []);
});

test('a hidden field that was damaged or forged stops nobody from saving a phone call', async () => {
  for (const written of ['{"v":1,"facts":{"otherSide":5},"hashes":{}}', '{"v":1,"facts":{"outcome":{"value":{},"source":"live"}},"hashes":{}}', '{"v":1,"facts":null,"hashes":null}', '{"v":1,"facts":{},"hashes":null}', '[]', 'null', '{"__proto__":{"v":1}}']) {
    const id = await harbor.run(
      `var call = record.create({ type: 'phonecall' }); call.setValue({ fieldId: 'title', value: 'By hand' }); call.setValue({ fieldId: 'phone', value: '207 555 0177' }); call.setValue({ fieldId: 'custevent_rcns_written', value: ${JSON.stringify(written)} }); return call.save();`,
      'maria@harbor.example',
    );
    await rename(id, 'By hand, edited');
  }
});

test('a new call costs 25 units: 15 of the RESTlet and 10 of the one query of its user event', async () => {
  harbor.control.clearJournal();
  await maria.logs(callLog('s-c011'));
  const units = harbor.control.executions().filter((each) => each.units > 0).map((each) => [each.script, each.units]);
  assert.deepEqual(units, [['customscript_rcns_phone_call', 10], ['customscript_rcns_calls', 15]]);
});

test('thirty second reports are more than a Suitelet’s units allow: the rest is asked for again, none is half done', async () => {
  const calls = (more: object) => Array.from({ length: 30 }, (_, index) => callLog(`s-c1${100 + index}`, more));
  assert.equal((await maria.logs(...calls({ talkSeconds: null }))).results?.every((result) => result.status === 'created'), true);
  let rounds = 0;
  for (let waiting: unknown[] = calls({}); waiting.length > 0; rounds++) {
    assert.ok(rounds < 4, 'it gets somewhere each time');
    const results = (await viaSuitelet(...waiting)).results ?? [];
    for (const result of results) assert.match(`${result.status} ${result.detail}`, /^(completed null|later units)$/, 'stopped in time, not by NetSuite');
    waiting = waiting.filter((_, index) => results[index]?.status === 'later');
  }
  assert.ok(rounds > 1);
});

test('nothing that people said, dialled or are called stands in the script log', async () => {
  harbor.control.clearJournal();
  const will = await signIn(harbor, 'will@harbor.example');
  const told = { to: { number: '+12075550188', name: 'Quentin Abernathy' }, notes: { text: 'Pays in doubloons', at: 1 }, recordingUrl: 'https://media.ringcentral.com/secret-recording' };
  const answers = [await will.logs(callLog('s-c012', told)), await maria.logs(callLog('s-c013', told)), await maria.logs({ ...callLog('s-c014', told), startedAt: 'Quentin' })];
  await remove((await only('s-c013'))['id']);
  answers.push(await maria.logs(callLog('s-c013', told)));
  const written = JSON.stringify([harbor.control.logs(), answers]);
  assert.match(written, /RCNS_CALL_WAS_DELETED/, 'the log is read');
  assert.doesNotMatch(written, /5550188|Quentin|doubloons|secret-recording/);
});

test('a phone call that somebody copies to plan the next one is another phone call: nothing is doubled by it, and its deletion hides nothing', async () => {
  await maria.logs(callLog('s-c040', { notes: { text: 'Call again on Friday.', at: 9 } }));
  const { id } = await only('s-c040');
  const copy = Number(await harbor.run(`var call = record.copy({ type: 'phonecall', id: ${Number(id)} }); call.setValue({ fieldId: 'title', value: 'Friday call' }); return call.save();`, 'maria@harbor.example'));
  assert.equal((await only('s-c040'))['id'], id);
  const [planned] = await harbor.rows('SELECT title, custevent_rcns_notes AS notes, custevent_rcns_outcome AS outcome, custevent_rcns_talk_s AS talk, custevent_rcns_extension AS extension, custevent_rcns_written AS written FROM phonecall WHERE id = ?', copy);
  assert.deepEqual(planned, { title: 'Friday call', notes: 'Call again on Friday.', outcome: null, talk: null, extension: null, written: null });
  await remove(copy);
  assert.equal(status(await maria.logs(callLog('s-c040', { recordingUrl: 'https://media.example.com/r/40' }))), 'completed');
});
