import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { openHarbor, signIn, type Harbor, type Visitor } from './harbor.ts';
import { dana, maria as ours, textLog, type TextsSaid } from './text-log.ts';

let harbor: Harbor;
let maria: Visitor;
let theo: Visitor;

before(async () => {
  harbor = await openHarbor();
  maria = await signIn(harbor, 'maria@harbor.example');
  theo = await signIn(harbor, 'theo@harbor.example');
});
after(() => harbor.close());
afterEach(() => harbor.control.clearFaults());

const post = async (who: Visitor, texts: unknown[], calls: unknown[] = []): Promise<TextsSaid> => {
  const body = JSON.stringify({ account: harbor.accountId, user: who.id, calls, texts });
  return JSON.parse((await who.send('/app/site/hosting/restlet.nl?script=customscript_rcns_calls&deploy=customdeploy_rcns_calls', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).body) as TextsSaid;
};
const statuses = async (...texts: unknown[]) => (await post(maria, texts)).textResults?.map(({ status, code }) => (code === null ? status : `${status} ${code}`));
const days = (conversation: string) =>
  harbor.rows('SELECT id, title, message, company, contact, assigned, phone, custevent_rcns_messages AS messages, custevent_rcns_outcome AS outcome, custevent_rcns_conversation AS conversation FROM phonecall WHERE custevent_rcns_conversation LIKE ? ORDER BY id', `${conversation}:%`);
const day = async (conversation: string) => {
  const rows = await days(conversation);
  assert.equal(rows.length, 1);
  return rows[0] as Record<string, string | number | null>;
};
const kept = (conversation: string) =>
  harbor.rows('SELECT custrecord_rcns_msg_id AS id, custrecord_rcns_msg_call AS phone_call, custrecord_rcns_msg_text AS text, custrecord_rcns_msg_delivery AS delivery, custrecord_rcns_msg_reason AS reason, custrecord_rcns_msg_attachments AS attachments FROM customrecord_rcns_message WHERE custrecord_rcns_msg_conversation = ? ORDER BY custrecord_rcns_msg_id', conversation);
const customer = async (companyname: string, phone: string) => Number((await harbor.control.import([{ type: 'customer', values: { companyname, isperson: false, phone } }]))[0]?.id);

test('texts of a day become one phone call on the customer, and each stands whole in a record of its own', async () => {
  const id = await customer('Whitfield Chandlery', '(207) 555-0134');
  assert.deepEqual(await statuses(textLog('9001', '501'), textLog('9002', '501', { direction: 'Outbound', from: ours, to: [dana], text: 'Yes, before noon.', delivery: 'Sent', at: '2026-11-20T22:34:00.000Z' })), ['created', 'created']);
  const call = await day('501');
  assert.deepEqual([call['title'], call['company'], call['assigned'], call['phone'], call['messages'], call['outcome']], ['Text conversation · Whitfield Chandlery · 2 messages', id, maria.id, '+12075550134', 2, null]);
  assert.equal(call['message'], '2:32 pm Dana Whitfield: Can you deliver on Friday?\n2:34 pm Maria Santos: Yes, before noon.');
  assert.deepEqual((await kept('501')).map((row) => [row['id'], row['phone_call'], row['text'], row['delivery']]), [['9001', call['id'], 'Can you deliver on Friday?', 'Received'], ['9002', call['id'], 'Yes, before noon.', 'Sent']]);
});

test('sent again nothing changes; a delivery that came late completes, and the next message joins the day', async () => {
  const sent = textLog('9102', '502', { direction: 'Outbound', from: ours, to: [dana], text: 'On its way.', delivery: 'Queued', at: '2026-11-20T22:40:00.000Z' });
  assert.deepEqual(await statuses(textLog('9101', '502'), sent), ['created', 'created']);
  assert.deepEqual(await statuses(textLog('9101', '502'), sent), ['unchanged', 'unchanged']);
  assert.deepEqual(await statuses({ ...sent, delivery: 'Failed', reason: 'SMS-UP-430' }), ['completed']);
  assert.deepEqual(await statuses(sent, textLog('9103', '502', { text: 'And?', at: '2026-11-20T22:45:00.000Z' })), ['unchanged', 'created']);
  const call = await day('502');
  assert.equal(call['message'], '2:32 pm Dana Whitfield: Can you deliver on Friday?\n2:40 pm Maria Santos: On its way. (not delivered: SMS-UP-430)\n2:45 pm Dana Whitfield: And?');
  assert.deepEqual((await kept('502')).map((row) => [row['id'], row['delivery'], row['reason']]), [['9101', 'Received', null], ['9102', 'Failed', 'SMS-UP-430'], ['9103', 'Received', null]]);
});

test('the evening and the next morning are two phone calls, by the clock of who wrote', async () => {
  assert.deepEqual(await statuses(textLog('9201', '503', { at: '2026-11-21T07:59:00.000Z' }), textLog('9202', '503', { at: '2026-11-21T08:01:00.000Z' })), ['created', 'created']);
  assert.deepEqual((await days('503')).map((row) => row['conversation']), ['503:2026-11-20', '503:2026-11-21']);
});

test('a message that was logged stays on its day, whatever the clock of who reports it again says', async () => {
  await statuses(textLog('9251', '5031', { at: '2026-11-21T07:59:00.000Z' }));
  assert.deepEqual(await statuses(textLog('9251', '5031', { at: '2026-11-21T08:01:00.000Z' })), ['completed']);
  assert.deepEqual((await days('5031')).map((row) => [row['conversation'], row['messages']]), [['5031:2026-11-20', 1]]);
});

test('fifty texts of one day in one request are one phone call', async () => {
  const logs = Array.from({ length: 50 }, (_, at) => textLog(String(9_260_000 + at), '5032', { text: `Crate ${at}` }));
  assert.deepEqual(await statuses(...logs), logs.map(() => 'created'));
  assert.equal((await day('5032'))['messages'], 50);
  assert.equal((await kept('5032')).length, 50);
});

test('two tabs at the same moment, and in either order: one phone call, every message once', async () => {
  const hold = harbor.control.hold({ at: 'record.save', recordType: 'phonecall', count: 2 });
  const both = Promise.all([post(maria, [textLog('9301', '504'), textLog('9302', '504', { text: 'Hello?' })]), post(maria, [textLog('9302', '504', { text: 'Hello?' }), textLog('9303', '504', { text: 'Anybody?' })])]);
  await harbor.control.waitHeld(hold, 2);
  harbor.control.release(hold);
  for (const said of await both) for (const { status } of said.textResults ?? []) assert.match(status, /^(created|completed|unchanged)$/);
  assert.equal((await day('504'))['messages'], 3);
  assert.deepEqual((await kept('504')).map((row) => row['id']), ['9301', '9302', '9303']);
});

test('what a person wrote into the phone call stays, and a deleted day stays deleted while its messages are kept', async () => {
  await statuses(textLog('9401', '505'));
  const { id } = await day('505');
  await harbor.run(`var call = record.load({ type: 'phonecall', id: ${Number(id)} }); call.setValue({ fieldId: 'title', value: 'Friday delivery' }); call.save();`, 'maria@harbor.example');
  await statuses(textLog('9402', '505', { text: 'Thanks', at: '2026-11-20T23:00:00.000Z' }));
  const call = await day('505');
  assert.deepEqual([call['title'], call['messages']], ['Friday delivery', 2]);
  await harbor.run(`record.delete({ type: 'phonecall', id: ${Number(id)} });`, 'ada@harbor.example');
  assert.deepEqual(await statuses(textLog('9403', '505', { at: '2026-11-20T23:10:00.000Z' })), ['deleted']);
  assert.deepEqual(await days('505'), []);
  assert.deepEqual((await kept('505')).map((row) => [row['id'], row['phone_call']]), [['9401', null], ['9402', null]]);
});

test('a group text is logged once for each person NetSuite knows, and its messages are kept once', async () => {
  const [one, two] = [await customer('Kittery Nets', '+1 207 555 0181'), await customer('Camden Sails', '+1 207 555 0182')];
  const group = { to: [ours, { number: '+12075550181', name: null }, { number: '+12075550182', name: null }], from: { number: '+12075550189', name: 'Somebody' } };
  assert.deepEqual(await statuses(textLog('9501', '506', group), textLog('9502', '506', { ...group, at: '2026-11-20T22:33:00.000Z' })), ['created', 'created']);
  const rows = await days('506');
  assert.deepEqual(rows.map((row) => [row['company'], row['title']]), [[one, 'Group text · Kittery Nets and 2 others · 2 messages'], [two, 'Group text · Camden Sails and 2 others · 2 messages']]);
  assert.deepEqual((await kept('506')).map((row) => row['id']), ['9501', '9502']);
  assert.deepEqual(await statuses(textLog('9501', '506', group)), ['unchanged']);
  assert.equal((await days('506')).length, 2);
});

test('texts to forty known people each get through the Suitelet’s door too: a request ends where its units do, and the next one goes on there', async () => {
  const numberOf = (at: number): string => `+12075550${300 + at}`;
  const crew = (await harbor.control.import(Array.from({ length: 40 }, (_, at) => ({ type: 'contact', values: { firstname: 'Deckhand', lastname: `No. ${at}`, phone: numberOf(at) } })))).map(({ id }) => id);
  const group = (messageId: string, conversation: string) => textLog(messageId, conversation, { direction: 'Outbound', from: ours, to: crew.map((_, at) => ({ number: numberOf(at), name: null })), text: 'We sail at six.', delivery: 'Sent' });
  const token = await maria.token();
  const asked = async (...texts: unknown[]) => (await maria.asks('api', { action: 'log-calls', account: harbor.accountId, user: maria.id, calls: [], texts }, { 'x-rcns-token': token }) as TextsSaid).textResults?.map(({ status }) => status);
  const contacts = async (conversation: string) => (await days(conversation)).map((row) => Number(row['contact']));
  assert.deepEqual(await asked(group('9581', '5062'), group('9582', '5063')), ['created', 'later']);
  const first = (await contacts('5063')).length;
  assert.ok(first > 0 && first < 40, String(first));
  assert.deepEqual(await asked(group('9582', '5063')), ['created']);
  for (const conversation of ['5062', '5063']) assert.deepEqual(await contacts(conversation), crew);
  assert.deepEqual([...await kept('5062'), ...await kept('5063')].map((row) => row['id']), ['9581', '9582']);
});

test('a group of strangers is one phone call', async () => {
  assert.deepEqual(await statuses(textLog('9551', '5061', { from: { number: '+12075550171', name: null }, to: [ours, { number: '+12075550172', name: null }] })), ['created']);
  assert.deepEqual((await days('5061')).map((row) => row['title']), ['Group text · +12075550171 and 1 other · 1 message']);
});

test('hostile texts of every script are kept as they are, and a megabyte is kept whole', async () => {
  const texts = ['<script>alert(1)</script><img src=x onerror=alert(2)>', '=HYPERLINK("http://evil","x")', 'שלום \u202eevil\u202c مرحبا', '漢字かな한글ไทยहिन्दी👩‍👩‍👧‍👦🏴‍☠️', 'a\r\nb\tc', `${'0123456789'.repeat(99_999)}end`];
  const logs = texts.map((text, at) => textLog(String(9600 + at), '507', { text, at: `2026-11-20T22:3${at}:00.000Z` }));
  assert.deepEqual(await statuses(...logs), logs.map(() => 'created'));
  assert.deepEqual((await kept('507')).map((row) => row['text']), texts);
  assert.deepEqual(await statuses(...logs), logs.map(() => 'unchanged'));
  const call = await day('507');
  assert.ok(Buffer.byteLength(String(call['message'])) <= 3900);
  const page = (await maria.get(`/app/crm/calendar/call.nl?id=${call['id']}`)).body;
  assert.match(page, /RingCentral Message/);
  assert.doesNotMatch(page, /<img src=x/);
  assert.deepEqual((await statuses(textLog('9699', '507', { text: 'x'.repeat(1_000_001) }))), ['refused TOO_LARGE']);
});

test('pictures are listed with their links, a late one joins', async () => {
  const picture = { id: '71', name: 'ramp.jpg', type: 'image/jpeg', size: 51_200, url: 'https://media.ringcentral.com/restapi/v1.0/account/1/extension/2/message-store/9701/content/71' };
  await statuses(textLog('9701', '508', { text: '', attachments: [picture] }));
  assert.equal((await kept('508'))[0]?.['attachments'], `ramp.jpg (image/jpeg, 50 KB) ${picture.url}`);
  const late = { ...picture, id: '72', name: '', url: picture.url.replace('/71', '/72') };
  assert.deepEqual(await statuses(textLog('9701', '508', { text: '', attachments: [picture, late] })), ['completed']);
  assert.equal((await kept('508'))[0]?.['attachments'], `ramp.jpg (image/jpeg, 50 KB) ${picture.url}\nattachment (image/jpeg, 50 KB) ${late.url}`);
  assert.equal((await day('508'))['message'], '2:32 pm Dana Whitfield: [2 attachments]');
});

test('the phone call of a day is a completed one of that day, without a calendar block, from its first message on', async () => {
  await statuses(textLog('9751', '5081', { at: '2026-11-18T21:40:00.000Z' }), textLog('9752', '5081', { at: '2026-11-18T21:05:00.000Z', text: 'Hello?' }));
  const [call] = await harbor.rows("SELECT status, TO_CHAR(startdate, 'YYYY-MM-DD') AS day, timedevent, TO_CHAR(custevent_rcns_started, 'HH24:MI') AS began FROM phonecall WHERE custevent_rcns_conversation LIKE '5081:%'");
  assert.deepEqual(call, { status: 'COMPLETE', day: '2026-11-18', timedevent: 'F', began: '13:05' });
});

test('whom an administrator names is the organizer; whom a Member names is not', async () => {
  assert.deepEqual((await post(await signIn(harbor, 'ada@harbor.example'), [textLog('9761', '5082', { organizer: theo.id })])).textResults?.map(({ status }) => status), ['created']);
  assert.deepEqual(await statuses(textLog('9762', '5083', { organizer: theo.id })), ['created']);
  assert.deepEqual([(await day('5082'))['assigned'], (await day('5083'))['assigned']], [theo.id, maria.id]);
});

test('whom the window knows is linked, where two have the number', async () => {
  const [, known] = [await customer('Eastport Ropes', '+1 207 555 0191'), await customer('Eastport Nets', '+1 207 555 0191')];
  for (const [id, conversation, person] of [['9771', '5084', null], ['9772', '5085', { type: 'customer', id: known }]] as const) await statuses(textLog(id, conversation, { from: { number: '+12075550191', name: null }, person }));
  assert.deepEqual([(await day('5084'))['company'], (await day('5085'))['company']], [null, known]);
});

test('the same report twice in one request is answered twice and kept once; a further one of it completes it', async () => {
  const sent = textLog('9781', '5086', { direction: 'Outbound', from: ours, to: [dana], delivery: 'Sent' });
  assert.deepEqual(await statuses(sent, sent, { ...sent, delivery: 'Delivered' }), ['created', 'created', 'completed']);
  assert.deepEqual((await kept('5086')).map((row) => [row['id'], row['delivery']]), [['9781', 'Delivered']]);
});

test('words that come after their picture are put in, and no later report takes them away', async () => {
  const picture = { id: '71', name: '', type: 'image/jpeg', size: 300, url: 'https://media.ringcentral.com/restapi/v1.0/account/1/extension/2/message-store/9791/content/71' };
  const bare = textLog('9791', '5087', { text: '', attachments: [picture] });
  await statuses(bare);
  assert.deepEqual([await statuses({ ...bare, text: 'The ramp.', attachments: [] }), await statuses(bare)], [['completed'], ['unchanged']]);
  assert.deepEqual((await kept('5087')).map((row) => [row['text'], row['attachments']]), [['The ramp.', `attachment (image/jpeg, 1 KB) ${picture.url}`]]);
});

test('two tabs tell at the same moment how far a text got: neither is refused, and the furthest holds', async () => {
  const sent = textLog('9795', '5088', { direction: 'Outbound', from: ours, to: [dana], delivery: 'Queued' });
  await statuses(sent);
  const hold = harbor.control.hold({ at: 'record.save', recordType: 'customrecord_rcns_message', count: 2 });
  const both = Promise.all([post(maria, [{ ...sent, delivery: 'Sent' }]), post(maria, [{ ...sent, delivery: 'Delivered' }])]);
  await harbor.control.waitHeld(hold, 2);
  harbor.control.release(hold);
  for (const said of await both) assert.match(said.textResults?.[0]?.status ?? '', /^(completed|unchanged)$/);
  assert.deepEqual((await kept('5088')).map((row) => row['delivery']), ['Delivered']);
});

test('somebody else’s conversation is not touched, a bad message holds up nobody, calls and texts share a request', async () => {
  await statuses(textLog('9801', '509'));
  assert.deepEqual((await post(theo, [textLog('9802', '509')])).textResults?.map(({ status, code }) => [status, code]), [['refused', 'NOT_YOURS']]);
  const said = await post(maria, [textLog('9803', '510', { at: 'yesterday' }), textLog('9804', '510')], [{ telephonySessionId: 'nonsense' }]);
  assert.deepEqual(said.textResults?.map(({ messageId, status, code, detail }) => [messageId, status, code, detail]), [['9803', 'refused', 'BAD_REQUEST', 'at'], ['9804', 'created', null, null]]);
  assert.deepEqual(said.results?.map(({ status }) => status), ['refused']);
});

test('a role that may not read messages is told so, and nothing is half written', async () => {
  const dora = await signIn(harbor, 'dora@harbor.example');
  assert.deepEqual((await post(dora, [textLog('9901', '511')])).textResults?.map(({ status, code }) => [status, code]), [['refused', 'FORBIDDEN']]);
  assert.deepEqual(await days('511'), []);
});

test('twenty texts cost one phone call: 10 units to look, 15 to create, 6 for each message', async () => {
  const logs = Array.from({ length: 20 }, (_, at) => textLog(String(10_000 + at), '512', { text: `Pallet ${at}`, at: `2026-11-20T22:${10 + at}:00.000Z` }));
  harbor.control.clearJournal();
  assert.deepEqual(await statuses(...logs), logs.map(() => 'created'));
  assert.deepEqual(harbor.control.executions().filter((each) => each.units > 0).map((each) => [each.script, each.units]), [['customscript_rcns_phone_call', 10], ['customscript_rcns_calls', 145]]);
});

test('a message whose own record somebody deleted is not written again by a late report, and the others of its day are kept', async () => {
  const both = [textLog('10090', '5125'), textLog('10091', '5125', { text: 'Hello?' })];
  await statuses(...both);
  await harbor.run("query.runSuiteQL({ query: \"SELECT id FROM customrecord_rcns_message WHERE custrecord_rcns_msg_id = '10090'\" }).asMappedResults().forEach(function (row) { record.delete({ type: 'customrecord_rcns_message', id: row.id }); });", 'ada@harbor.example');
  assert.deepEqual(await statuses(...both, textLog('10092', '5125', { text: 'Anybody?' })), ['deleted', 'unchanged', 'created']);
  assert.deepEqual((await kept('5125')).map((row) => row['id']), ['10091', '10092']);
});

test('messages whose own records are missing, as when NetSuite kills a script half way, are made by the next try', async () => {
  const both = [textLog('10100', '513'), textLog('10101', '513', { text: 'Hello?' })];
  await statuses(...both);
  await harbor.run("query.runSuiteQL({ query: \"SELECT id FROM customrecord_rcns_message WHERE custrecord_rcns_msg_conversation = '513'\" }).asMappedResults().forEach(function (row) { record.delete({ type: 'customrecord_rcns_message', id: row.id }); }); query.runSuiteQL({ query: \"SELECT id FROM customrecord_rcns_tombstone WHERE custrecord_rcns_ts_key LIKE 'rcns:message:310001:1010%'\" }).asMappedResults().forEach(function (row) { record.delete({ type: 'customrecord_rcns_tombstone', id: row.id }); });");
  assert.deepEqual(await statuses(...both), ['created', 'created']);
  assert.deepEqual((await kept('513')).map((row) => row['id']), ['10100', '10101']);
  assert.equal((await day('513'))['messages'], 2);
});

test('nothing that people wrote stands in the script log', async () => {
  harbor.control.clearJournal();
  const said = [await post(maria, [textLog('10201', '514', { text: 'Pays in doubloons' })]), await post(theo, [textLog('10202', '514', { text: 'Pays in doubloons' })])];
  const { id } = await day('514');
  await harbor.run(`record.delete({ type: 'phonecall', id: ${Number(id)} });`, 'ada@harbor.example');
  said.push(await post(maria, [textLog('10203', '514', { text: 'Pays in doubloons' })]));
  assert.doesNotMatch(JSON.stringify([harbor.control.logs(), said]), /doubloons|Whitfield|5550134/);
});

test('texts of an unknown number are linked with its calls once it has a name, and go on as one conversation', async () => {
  const stranger = { number: '+12075550188', name: null };
  await statuses(textLog('10301', '7801', { from: stranger }));
  const { id } = await day('7801');
  const quarry = Number((await harbor.control.import([{ type: 'customer', values: { companyname: 'Granite Quarry', isperson: false } }]))[0]?.id);
  const token = await maria.token();
  const linked = await maria.asks('api', { action: 'link-calls', number: stranger.number, person: { type: 'customer', id: quarry } }, { 'x-rcns-token': token });
  assert.deepEqual(linked.value, { linked: 1, left: 0, kept: 0 });
  assert.deepEqual(await statuses(textLog('10302', '7801', { from: stranger })), ['created']);
  assert.deepEqual([await day('7801')].map((row) => [row['id'], row['company'], row['title']]), [[id, quarry, 'Text conversation · Granite Quarry · 2 messages']]);
});
