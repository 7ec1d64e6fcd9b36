import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { SyncCard, TestAnswer } from '../../../src/wire/sync/sync.ts';
import { maria, openSynced, rosa, secretNames, theo, type Synced } from './synced.ts';
import { doors, signIn } from './harbor.ts';
import { textLog, type TextsSaid } from './text-log.ts';

const script = 'customscript_rcns_text_sync';
let company: Synced;

before(async () => {
  company = await openSynced({ othersMessages: true });
  await company.bind(maria.id, 'maria@harbor.example');
  await company.bind(theo.id, 'theo@harbor.example');
  await company.bind(rosa.id, 'kenji@harbor.example');
});
after(() => company.close());
afterEach(() => {
  company.harbor.control.clearFaults();
  company.ringcentral.control.clearRestFaults();
  company.ringcentral.control.setSwitch('othersMessages', true);
});

const today = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const switchTexts = (texts: boolean) => company.value(SyncCard, { action: 'save-sync', settings: { on: true, secrets: secretNames, since: today, texts } });
const run = () => company.harbor.control.runTask({ scriptId: script, deploymentId: 'customdeploy_rcns_text_sync' });
const write = (to: string, text: string, from = '+12075550134') => company.ringcentral.control.texts.textIn({ from: { phoneNumber: from, name: 'Dana Whitfield' }, to: [to], text });
const kept = async (extension: string) => (await company.harbor.rows('SELECT custrecord_rcns_msg_text AS text FROM customrecord_rcns_message WHERE custrecord_rcns_msg_extension = ? ORDER BY id', extension)).map(({ text }) => text);
const days = (extension: string) => company.harbor.rows('SELECT id, assigned FROM phonecall WHERE custevent_rcns_extension = ? AND custevent_rcns_conversation IS NOT NULL', extension);

test('while the switch is off nobody’s texts are read', async () => {
  await switchTexts(false);
  write('101', 'Off the record');
  await run();
  assert.deepEqual(await kept(maria.id), []);
});

test('texts of somebody who never opens the phone are logged once, under their employee, and again only when there are new ones', async () => {
  await switchTexts(true);
  const status = await run();
  assert.deepEqual(status.errors, []);
  assert.deepEqual(await kept(maria.id), ['Off the record']);
  write('101', 'And this one');
  await run();
  await run();
  assert.deepEqual(await kept(maria.id), ['Off the record', 'And this one']);
  assert.deepEqual((await days(maria.id)).map(({ assigned }) => Number(assigned)), [await company.harbor.employee('maria@harbor.example')]);
});

test('invocations that NetSuite kills, before and after they saved, lose no text and double none', async () => {
  company.harbor.control.kill({ script, stage: 'REDUCE', every: 2, when: 'alternately' });
  for (let at = 0; at < 12; at += 1) write('102', `Crate ${at}`, `+1207555${String(2000 + (at % 6))}`);
  await run();
  company.harbor.control.clearFaults();
  await run();
  assert.deepEqual((await kept(theo.id)).toSorted(), Array.from({ length: 12 }, (_, at) => `Crate ${at}`).toSorted());
  assert.equal((await days(theo.id)).length, 6);
});

test('live and sync, at once and in either order: each text once, one phone call a conversation and day, in the days of its user', async () => {
  const who = await signIn(company.harbor, 'kenji@harbor.example');
  const dana = { number: '+12075550177', name: 'Dana Whitfield' };
  const ours = { number: '+14155550103', name: null };
  const post = async (messages: ReturnType<typeof write>) => {
    const texts = messages.map(({ id, conversationId = '', subject, createdAt }) => textLog(id, conversationId, { extensionId: rosa.id, from: dana, to: [ours], ours: ours.number, text: subject, at: new Date(createdAt).toISOString() }));
    const body = JSON.stringify({ account: company.harbor.accountId, user: who.id, calls: [], texts });
    return JSON.parse((await who.send(doors.calls, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).body) as TextsSaid;
  };
  // Theo's own phone has logged something: from then on his zone is known.
  const first = write('103', 'first', dana.number);
  assert.deepEqual((await post(first)).textResults?.map(({ status }) => status), ['created']);
  for (let round = 0; round < 6; round += 1) {
    const both = [...write('103', `early ${round}`, dana.number), ...write('103', `late ${round}`, dana.number)];
    if (round % 3 === 0) await Promise.all([run(), post(both)]);
    else if (round % 3 === 1) { await run(); await post(both); } else { await post(both); await run(); }
  }
  await run();
  const own = (await kept(rosa.id)).filter((text) => /^(first|early|late)/.test(String(text)));
  assert.equal(own.length, 13);
  assert.equal(new Set(own).size, 13);
  const calls = await company.harbor.rows('SELECT custevent_rcns_conversation AS name_, custevent_rcns_messages AS messages FROM phonecall WHERE custevent_rcns_conversation LIKE ?', `${first[0]?.conversationId}:%`);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tokyo' }).format(first[0]?.createdAt);
  assert.deepEqual(calls.map(({ name_ }) => name_), [`${first[0]?.conversationId}:${day}`]);
});

test('RingCentral refuses: nothing is logged, nothing is lost, and the texts come when it allows it', async () => {
  company.ringcentral.control.setSwitch('othersMessages', false);
  write('101', 'While it was refused');
  await run();
  assert.ok(!(await kept(maria.id)).includes('While it was refused'));
  assert.deepEqual(await company.harbor.rows("SELECT custrecord_rcns_tc_trouble AS trouble FROM customrecord_rcns_text_cursor WHERE custrecord_rcns_tc_extension = ?", maria.id), [{ trouble: 'PERMISSION_MISSING' }]);
  company.ringcentral.control.setSwitch('othersMessages', true);
  company.ringcentral.control.texts.expireSyncTokens();
  await run();
  assert.ok((await kept(maria.id)).includes('While it was refused'));
});

test('Test Connection says whether this service user may read others’ texts', async () => {
  const tried = async (texts: boolean) => {
    await company.minutePasses();
    const answer = await company.value(TestAnswer, { action: 'test-sync', secrets: secretNames, texts });
    return answer.ok ? answer.texts : answer.trouble;
  };
  assert.equal(await tried(false), 'not-asked');
  assert.equal(await tried(true), 'read');
  company.ringcentral.control.setSwitch('othersMessages', false);
  assert.equal(await tried(true), 'refused');
});

test('texts of another company, by a credential that was exchanged, are not taken', async () => {
  const logsCallsOf = (account: string | null) => company.harbor.run(`var id = query.runSuiteQL({ query: 'SELECT id FROM customrecord_rcns_sync' }).asMappedResults()[0].id; var row = record.load({ type: 'customrecord_rcns_sync', id: id }); var state = JSON.parse(row.getValue({ fieldId: 'custrecord_rcns_sy_state' })); state.company = ${JSON.stringify(account)}; row.setValue({ fieldId: 'custrecord_rcns_sy_state', value: JSON.stringify(state) }); row.save();`);
  await logsCallsOf('990000');
  write('102', 'Not for this company');
  await run();
  assert.ok(!(await kept(theo.id)).includes('Not for this company'));
  assert.ok((await company.card()).texts.some(({ cause }) => cause === 'OTHER_COMPANY'));
  await logsCallsOf('310000');
  await run();
  assert.ok((await kept(theo.id)).includes('Not for this company'));
});

test('more texts than one answer holds are read page by page, none is missing and none double', async () => {
  const before = (await kept(maria.id)).length;
  for (let at = 0; at < 520; at += 1) write('101', `Buoy ${at}`, `+1207555${String(3000 + (at % 10))}`);
  for (let runs = 0; runs < 3; runs += 1) await run();
  const buoys = (await kept(maria.id)).slice(before);
  assert.deepEqual([buoys.length, new Set(buoys).size], [520, 520]);
});
