import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SyncCard, TestAnswer } from '../../../src/wire/sync/sync.ts';
import { callLog, signIn } from './harbor.ts';
import { boss, maria, openSynced, piet, rosa, secretNames, theo, type Synced } from './synced.ts';

let company: Synced;
before(async () => {
  company = await openSynced({ callLog: { delayMs: 0 } });
  await company.bind(maria.id, 'maria@harbor.example');
  await company.bind(theo.id, 'theo@harbor.example');
  await company.bind(rosa.id, 'rosa@harbor.example');
});
after(() => company.close());

const hour = 3_600_000;
const keys = (pairs: { telephonySessionId: string; extensionId: string }[]) => pairs.map(({ telephonySessionId, extensionId }) => `${telephonySessionId}:${extensionId}`).sort();
const logged = async () => (await company.calls()).map(({ session, extension }) => `${session}:${extension}`).sort();
const at = (session: string) => company.harbor.rows('SELECT assigned, custevent_rcns_talk_s AS talk, custevent_rcns_notes AS notes, BUILTIN.DF(custevent_rcns_outcome) AS outcome FROM phonecall WHERE custevent_rcns_session = ?', session);

/** Has the last days read anew, and waits for it. */
async function readDays(): Promise<void> {
  const day = (ago: number): string => new Date(Date.now() - ago * 24 * hour).toISOString().slice(0, 10);
  await company.value(SyncCard, { action: 'back-fill', from: day(3), to: day(0) });
  await company.settled();
}

test('a run that finds sync switched off does nothing', async () => {
  company.ringcentral.control.seedCalls({ calls: 5, seed: 1, from: Date.now() - hour, to: Date.now() - 1000 });
  await company.harbor.control.runTask({ scriptId: 'customscript_rcns_call_sync', deploymentId: 'customdeploy_rcns_call_sync' });
  assert.deepEqual(await logged(), []);
});

test('Test Connection says whose credential it is', async () => {
  const answer = await company.value(TestAnswer, { action: 'test-sync', secrets: secretNames });
  assert.deepEqual(answer, {
    ok: true, credential: { name: 'Ines Call Sync', extensionNumber: boss.number, email: 'sync@harbor.example' }, environment: 'test', ringCentralAccount: '310000', otherCompany: false, scopes: ['ReadAccounts', 'ReadCallLog', 'ReadMessages'], texts: 'not-asked',
  });
});

test('Test Connection names the secret that does not exist', async () => {
  const answer = await company.value(TestAnswer, { action: 'test-sync', secrets: { ...secretNames, jwt: 'custsecret_rcns_jwt_old' } });
  assert.deepEqual(answer.ok ? 'works' : [answer.trouble.cause, answer.trouble.retryAt], ['SECRET_UNUSABLE', null]);
});

test('calls that nobody saw are logged once each, with the right organizer, and those of an extension without an employee wait', async () => {
  await company.switchOn(new Date(Date.now() - 3 * 24 * hour).toISOString().slice(0, 10));
  const { pairs } = company.ringcentral.control.seedCalls({ calls: 60, seed: 2, from: Date.now() - 2 * hour, to: Date.now() - hour });
  const counts = await company.syncs();
  const unmapped = (each: { extensionId: string }) => each.extensionId === piet.id || each.extensionId === boss.id;
  const card = await company.card();
  assert.equal(card.trouble, null);
  assert.equal(counts['failed'], 0);
  const all = await logged();
  for (const key of keys(pairs.filter((pair) => !unmapped(pair)))) assert.ok(all.includes(key), key);
  assert.equal(new Set(all).size, all.length);
  assert.ok(card.unmapped.calls >= pairs.filter(unmapped).length);
  const owners = new Map((await company.calls()).map(({ extension, assigned }) => [extension, assigned]));
  assert.equal(owners.get(theo.id), await company.harbor.employee('theo@harbor.example'));
});

test('the next run has nothing to do, and asks RingCentral once', async () => {
  const before = await logged();
  const counts = await company.syncs();
  assert.deepEqual([counts['created'], counts['completed'], counts['failed'], counts['requests']], [0, 0, 0, 1]);
  assert.deepEqual(await logged(), before);
});

test('a call logged live is completed, not doubled; what was typed in it stays', async () => {
  const { pairs } = company.ringcentral.control.seedCalls({ calls: 40, seed: 3, from: Date.now() - hour, to: Date.now() - 0.4 * hour });
  const own = pairs.filter(({ extensionId }) => extensionId === maria.id);
  const visitor = await signIn(company.harbor, 'maria@harbor.example');
  for (const { telephonySessionId, extensionId } of own) await visitor.logs(callLog(telephonySessionId, { extensionId, outcome: null, talkSeconds: null, notes: { text: 'Wants the brass one.', at: 5 } }));
  await readDays();
  const all = await logged();
  assert.equal(new Set(all).size, all.length);
  for (const { telephonySessionId } of own) {
    const records = (await at(telephonySessionId)).filter(({ assigned }) => assigned === visitor.id);
    assert.deepEqual(records.map(({ notes, talk }) => [notes, typeof talk]), [['Wants the brass one.', 'number']]);
  }
});

test('a call whose record a person deleted stays deleted', async () => {
  const [first] = await company.calls();
  await company.harbor.run(`var id = query.runSuiteQL({ query: 'SELECT id FROM phonecall WHERE custevent_rcns_session = ?', params: ['${first?.['session']}'] }).asMappedResults()[0].id; record.delete({ type: 'phonecall', id: id });`);
  await readDays();
  assert.ok(!(await logged()).includes(`${first?.['session']}:${first?.['extension']}`));
});

test('calls that waited are logged as soon as their extension has an employee', async () => {
  const waiting = (await company.card()).unmapped.calls;
  assert.ok(waiting > 0);
  await company.bind(piet.id, 'dora@harbor.example');
  await company.bind(boss.id, 'ada@harbor.example');
  const before = (await logged()).length;
  const counts = await company.syncs();
  assert.equal(counts['failed'], 0);
  assert.equal((await company.card()).unmapped.calls, 0);
  assert.ok((await logged()).length >= before + waiting);
});
