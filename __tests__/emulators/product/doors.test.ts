import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callLog, doors, openHarbor, signIn, type Harbor, type Visitor } from './harbor.ts';

let harbor: Harbor;
let maria: Visitor;
let theo: Visitor;
let ada: Visitor;

before(async () => {
  harbor = await openHarbor();
  [maria, theo, ada] = await Promise.all([signIn(harbor, 'maria@harbor.example'), signIn(harbor, 'theo@harbor.example'), signIn(harbor, 'ada@harbor.example')]);
});
after(() => harbor.close());

const card = (more: object = {}) => ({ action: 'save-company', settings: { clientId: 'aB3-xyz', server: 'https://platform.ringcentral.com', redirectUri: '', ...more } });
const bound = (extensionId: string) => harbor.rows('SELECT id FROM customrecord_rcns_extension WHERE custrecord_rcns_ext_id = ?', extensionId);
const calls = async () => Number((await harbor.rows('SELECT COUNT(*) AS n FROM phonecall'))[0]?.['n']);

test('a page of somebody else’s cannot change anything in Maria’s name, whatever it leaves out or makes up', async () => {
  const body = { action: 'bind-extension', extensionId: '660001', extensionNumber: '101' };
  const [own, foreign] = [await maria.token(), await theo.token()];
  assert.notEqual(own, foreign);
  const attempts: [string, Record<string, string>, string][] = [
    ['no token', { 'x-rcns-token': '' }, 'BAD_TOKEN'],
    ['the word every page reads with', { 'x-rcns-token': 'read' }, 'BAD_TOKEN'],
    ['Theo’s token', { 'x-rcns-token': foreign }, 'BAD_TOKEN'],
    ['another origin', { 'x-rcns-token': own, origin: 'https://evil.example' }, 'BAD_REQUEST'],
    ['an origin that only begins like ours', { 'x-rcns-token': own, origin: `${maria.origin}.evil.example` }, 'BAD_REQUEST'],
    ['a sandboxed frame', { 'x-rcns-token': own, origin: 'null' }, 'BAD_REQUEST'],
    ['no origin', { 'x-rcns-token': own, origin: '' }, 'BAD_REQUEST'],
    ['a form’s type', { 'x-rcns-token': own, 'content-type': 'text/plain' }, 'BAD_REQUEST'],
    ['another form’s type', { 'x-rcns-token': own, 'content-type': 'application/x-www-form-urlencoded' }, 'BAD_REQUEST'],
  ];
  for (const [what, headers, code] of attempts) assert.equal((await maria.asks('service', body, headers)).error?.code, code, what);
  const address = `${doors.service}&action=bind-extension&extensionId=660001&extensionNumber=101`;
  assert.match((await maria.send(address, { headers: { origin: maria.origin, 'x-rcns-token': own } })).body, /"BAD_REQUEST"/);
  assert.deepEqual(await bound('660001'), []);
  assert.deepEqual((await maria.asks('service', body, { 'x-rcns-token': own })).value, { bound: 'new' });
});

test('a token ends with its session', async () => {
  const before = await signIn(harbor, 'carla@harbor.example');
  const token = await before.token();
  const after = await signIn(harbor, 'carla@harbor.example');
  assert.equal((await after.asks('api', card(), { 'x-rcns-token': token })).error?.code, 'BAD_TOKEN');
});

test('eight tabs that open at once all get a token that is good', async () => {
  const early = await signIn(harbor, 'carla@harbor.example');
  const tokens = await Promise.all(Array.from({ length: 8 }, () => early.token()));
  const saved = await Promise.all([...new Set(tokens)].map((token) => early.asks('service', { action: 'bind-extension', extensionId: '660021', extensionNumber: '121' }, { 'x-rcns-token': token })));
  assert.deepEqual(saved.filter(({ ok }) => ok !== true), []);
});

test('a Member finds no door to the company’s settings', async () => {
  const token = await maria.token();
  await ada.asks('api', card({ clientId: 'kept-from-members' }), { 'x-rcns-token': await ada.token() });
  assert.equal((await maria.asks('api', { action: 'session' })).value?.['company'], 'hidden');
  for (const door of ['api', 'service'] as const) {
    assert.notEqual((await maria.asks(door, { action: 'read-company' })).ok, true, door);
    assert.notEqual((await maria.asks(door, card({ clientId: 'mine' }), { 'x-rcns-token': token })).ok, true, door);
  }
  await assert.rejects(harbor.run(`return record.create({ type: 'customrecord_rcns_settings' });`, 'maria@harbor.example'), /INSUFFICIENT_PERMISSION|permission/i);
  await assert.rejects(harbor.run(`return query.runSuiteQL({ query: 'SELECT id FROM customrecord_rcns_settings' }).asMappedResults();`, 'maria@harbor.example'));
  await assert.rejects(harbor.run(`return query.runSuiteQL({ query: 'SELECT id FROM customrecord_rcns_extension' }).asMappedResults();`, 'maria@harbor.example'));
  assert.deepEqual(await harbor.rows('SELECT custrecord_rcns_set_client_id AS client FROM customrecord_rcns_settings'), [{ client: 'kept-from-members' }]);
});

test('the example role of a Company Admin may save the card, and the card takes no dangerous address', async () => {
  const carla = await signIn(harbor, 'carla@harbor.example');
  const token = await carla.token();
  const save = async (more: object) => carla.asks('api', card(more), { 'x-rcns-token': token });
  assert.equal((await carla.asks('api', { action: 'session' })).value?.['company'], 'edit');
  assert.equal((await save({})).ok, true);
  for (const redirectUri of ['javascript:alert(1)', 'data:text/html,x', 'http://evil.example/', 'https://user@evil.example/', '//evil.example', 'https://evil.example/"><script>', 'https://evil.example/#', `https://${'a'.repeat(1000)}.example/`]) {
    assert.equal((await save({ redirectUri })).error?.code, 'BAD_SETTING', redirectUri.slice(0, 60));
  }
  for (const server of ['https://platform.ringcentral.com.evil.example', 'https://platform.ringcentral.com@evil.example', 'https://evil.example?.localhost', 'javascript:alert(1)']) {
    assert.equal((await save({ server })).error?.code, 'BAD_SETTING', server);
  }
  for (const clientId of ['"><script>', '', 'a b', 'x'.repeat(101)]) assert.equal((await save({ clientId })).error?.code, 'BAD_SETTING', clientId.slice(0, 20));
});

test('what an admin typed into the record itself, past the card, is not passed on to people', async () => {
  await ada.asks('api', card(), { 'x-rcns-token': await ada.token() });
  const write = (field: string, value: string) =>
    harbor.run(`var id = query.runSuiteQL({ query: 'SELECT id FROM customrecord_rcns_settings' }).asMappedResults()[0].id; record.submitFields({ type: 'customrecord_rcns_settings', id: id, values: { ${field}: ${JSON.stringify(value)} } });`);
  await write('custrecord_rcns_set_redirect_uri', 'javascript:alert(document.domain)');
  assert.match(String((await maria.asks('service', { action: 'company' })).value?.['redirectUri']), /^http:\/\/netsuite\.localhost:\d+\/app\/site\/hosting\/scriptlet\.nl\?/);
  await write('custrecord_rcns_set_server', 'https://evil.example');
  assert.deepEqual((({ setUp, server }) => ({ setUp, server }))((await maria.asks('service', { action: 'company' })).value as { setUp: boolean; server: string | null }), { setUp: false, server: null });
});

test('two admins who save the first card at once leave one card, and the second is asked to try again', async () => {
  await harbor.run(`query.runSuiteQL({ query: 'SELECT id FROM customrecord_rcns_settings' }).asMappedResults().forEach(function (row) { record.delete({ type: 'customrecord_rcns_settings', id: row.id }); });`);
  const carla = await signIn(harbor, 'carla@harbor.example');
  const [one, two] = [await ada.token(), await carla.token()];
  const hold = harbor.control.hold({ at: 'record.save', recordType: 'customrecord_rcns_settings', count: 2 });
  const saves = Promise.all([ada.asks('api', card({ clientId: 'first' }), { 'x-rcns-token': one }), carla.asks('api', card({ clientId: 'second' }), { 'x-rcns-token': two })]);
  await harbor.control.waitHeld(hold, 2);
  harbor.control.release(hold);
  assert.deepEqual((await saves).map(({ ok, error }) => ok === true || error?.code).sort(), ['CONFLICT', true]);
  assert.equal((await harbor.rows('SELECT id FROM customrecord_rcns_settings')).length, 1);
});

test('an extension belongs to whoever connected it first, also when two connect it at once', async () => {
  const [mine, his] = [await maria.token(), await theo.token()];
  const bind = { action: 'bind-extension', extensionId: '660007', extensionNumber: '107' };
  const hold = harbor.control.hold({ at: 'record.save', recordType: 'customrecord_rcns_extension', count: 2 });
  const both = Promise.all([maria.asks('service', bind, { 'x-rcns-token': mine }), theo.asks('service', bind, { 'x-rcns-token': his })]);
  await harbor.control.waitHeld(hold, 2);
  harbor.control.release(hold);
  const answers = (await both).map(({ value }) => value?.['bound']);
  assert.deepEqual(answers.toSorted(), ['conflict', 'new']);
  const later = [await maria.asks('service', bind, { 'x-rcns-token': mine }), await theo.asks('service', bind, { 'x-rcns-token': his })];
  assert.deepEqual(later.map(({ value }) => value?.['bound']), answers.map((answer) => (answer === 'new' ? 'same' : 'conflict')));
  assert.deepEqual(await harbor.rows('SELECT custrecord_rcns_ext_employee AS employee FROM customrecord_rcns_extension WHERE custrecord_rcns_ext_id = ?', '660007'), [{ employee: answers[0] === 'new' ? maria.id : theo.id }]);
  for (const wrong of [{ extensionId: "1' OR '1'='1" }, { extensionNumber: '<b>1</b>' }, { extensionId: '1'.repeat(21) }]) {
    assert.equal((await theo.asks('service', { ...bind, ...wrong }, { 'x-rcns-token': his })).error?.code, 'BAD_REQUEST', JSON.stringify(wrong));
  }
  assert.deepEqual((await theo.asks('service', { ...bind, extensionId: '660008', employee: maria.id, user: maria.id }, { 'x-rcns-token': his })).value, { bound: 'new' });
  assert.deepEqual((await maria.asks('service', { ...bind, extensionId: '660008' }, { 'x-rcns-token': mine })).value, { bound: 'conflict' }, 'nobody binds for somebody else');
});

test('nobody logs in another’s name, and nobody takes over another’s record', async () => {
  const posted = await maria.send(doors.calls, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ account: harbor.accountId, user: theo.id, calls: [callLog('s-d001')] }) });
  assert.match(posted.body, /"WRONG_USER"/);
  const elsewhere = await maria.send(doors.calls, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ account: `${harbor.accountId}_SB1`, user: maria.id, calls: [callLog('s-d001')] }) });
  assert.match(elsewhere.body, /"WRONG_USER"/);
  assert.equal((await maria.logs(callLog('s-d002', { organizer: theo.id }))).results?.[0]?.status, 'created');
  assert.equal((await harbor.rows("SELECT assigned FROM phonecall WHERE custevent_rcns_session = 's-d002'"))[0]?.['assigned'], maria.id);
  const theirs = await theo.logs(callLog('s-d002', { notes: { text: 'I was never here', at: 9_999_999_999_999 } }));
  assert.deepEqual(theirs.results?.map(({ status, code, record }) => [status, code, record]), [['refused', 'NOT_YOURS', null]]);
  assert.deepEqual(await harbor.rows("SELECT message FROM phonecall WHERE custevent_rcns_session = 's-d002'"), [{ message: null }]);
});

test('a body that is too big, too deep or too clever is refused, and leaves nothing behind', async () => {
  const before = await calls();
  const token = await maria.token();
  const raw = async (door: 'calls' | 'api', body: string) => (await maria.send(doors[door], { method: 'POST', headers: { 'content-type': 'application/json', origin: maria.origin, 'x-rcns-token': token }, body })).body;
  const around = (call: string) => `{"action":"log-calls","account":"${harbor.accountId}","user":${maria.id},"calls":[${call}]}`;
  for (const door of ['calls', 'api'] as const) {
    assert.match(await raw(door, around('['.repeat(50_000) + ']'.repeat(50_000))), /"BAD_REQUEST"/, `${door}: deep`);
    assert.match(await raw(door, around('{"__proto__":{"telephonySessionId":"s-p"},"constructor":{"prototype":{"polluted":true}}}')), /"BAD_REQUEST"/, `${door}: prototype`);
    assert.match(await raw(door, around(JSON.stringify(callLog('s-d003', { notes: { text: 'x'.repeat(5_000_000), at: 1 } })))), /"TOO_LARGE"/, `${door}: five megabytes`);
    assert.match(await raw(door, around(Array.from({ length: 51 }, () => '{}').join())), /"TOO_LARGE"/, `${door}: 51 calls`);
    for (const body of ['null', '[]', '7', '"calls"']) assert.match(await raw(door, body), /"BAD_REQUEST"/, `${door}: ${body}`);
  }
  assert.match(await raw('api', '{"action":"__proto__"}'), /"BAD_REQUEST"/);
  assert.match(await raw('api', '{"action":"constructor"}'), /"BAD_REQUEST"/);
  assert.match(await raw('api', `{"action":"who-is","numbers":["${'1'.repeat(9_000_000)}"]}`), /"TOO_LARGE"/);
  assert.equal(await calls(), before);
});

test('a number cannot talk to the database', async () => {
  await harbor.control.import([{ type: 'customer', values: { companyname: 'Bergmann Tools', isperson: false, phone: '+49 30 5555 0112' } }]);
  const { value } = await maria.asks('api', { action: 'who-is', numbers: ["' OR '1'='1' --", "+493055550112' OR '1'='1", '+493055550112', '%', '+49 30 5555 0112'] });
  assert.deepEqual((value?.['found'] as { kind: string }[]).map(({ kind }) => kind), ['nobody', 'nobody', 'one', 'nobody', 'one']);
});
