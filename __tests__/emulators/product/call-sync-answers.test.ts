import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import * as v from 'valibot';
import { SyncCard, TestAnswer } from '../../../src/wire/sync/sync.ts';
import { createScriptedRingCentral, type RawRecord, type ScriptedRingCentral, type WrongAnswer } from './scripted-ringcentral.ts';
import { maria, openSynced, secretNames, type Synced } from './synced.ts';

let company: Synced;
let scripted: ScriptedRingCentral;
let last = 0;
before(async () => {
  [company, scripted] = await Promise.all([openSynced(), createScriptedRingCentral([{ id: maria.id, extensionNumber: maria.number, type: 'User', name: 'Maria Santos' }])]);
  await company.value(v.unknown(), { action: 'save-company', settings: { clientId: 'browser-app', server: scripted.url, redirectUri: '' } });
  await company.bind(maria.id, 'maria@harbor.example');
  await company.switchOn();
  await company.syncs();
});
after(async () => {
  await company.close();
  await scripted.close();
});
afterEach(() => company.minutePasses());

/** A customer calls Maria while nobody has NetSuite open. */
function someoneCalls(): string {
  last += 1;
  const part = { telephonySessionId: `s-a${last}`, direction: 'Inbound', action: 'Phone Call', result: 'Accepted', startTime: new Date().toISOString(), duration: 30, from: { phoneNumber: '+18025550142' }, to: { extensionId: maria.id }, extension: { id: maria.id } };
  const record: RawRecord = { ...part, id: `A${last}`, sessionId: String(last), type: 'Voice', legs: [{ ...part, master: true }] };
  scripted.writes(record);
  return part.telephonySessionId;
}
const isLogged = async (session: string): Promise<boolean> => (await company.calls()).filter((call) => call['session'] === session).length === 1;
const runs = async (): Promise<SyncCard> => {
  await company.syncs();
  await company.harbor.control.tasksEnded();
  return company.card();
};
const error = (status: number, errorCode: string, more: object = {}): WrongAnswer => ({ status, body: JSON.stringify({ errorCode, message: 'no', errors: [{ errorCode, ...more }] }) });

const wrongAnswers: [string, string, WrongAnswer, string, string][] = [
  ['a page of a proxy', 'call-log-sync', { headers: { 'Content-Type': 'text/html' }, body: '<html><title>Sign in</title></html>' }, 'RINGCENTRAL', 'no JSON'],
  ['the way to somewhere else', 'call-log-sync', { status: 302, headers: { Location: 'https://elsewhere.example/' } }, 'RINGCENTRAL', 'HTTP 302'],
  ['nothing', 'call-log-sync', {}, 'RINGCENTRAL', 'no JSON'],
  ['half an answer', 'call-log-sync', { body: '{"records":[{"id":"A1"' }, 'RINGCENTRAL', 'no JSON'],
  ['an answer without its token', 'call-log-sync', { body: '{"records":[]}' }, 'RINGCENTRAL', 'unknown answer'],
  ['a connection that breaks', 'call-log-sync', { body: '{"records":[', cut: true }, 'UNREACHABLE', 'SSS_CONNECTION_CLOSED'],
  ['a host that is down', 'call-log-sync', { status: 503, body: '<html>' }, 'UNREACHABLE', 'HTTP 503'],
  ['an app that lacks a scope', 'call-log-sync', error(403, 'CMN-401', { permissionName: 'ReadCallLog' }), 'SCOPE_MISSING', 'ReadCallLog'],
  ['a service user without the permission', 'call-log-sync', error(403, 'CMN-408', { permissionName: 'FullCompanyCallLog' }), 'PERMISSION_MISSING', 'FullCompanyCallLog'],
  ['too many requests', 'call-log-sync', { ...error(429, 'CMN-301'), headers: { 'Retry-After': '40' } }, 'RATE_LIMITED', 'CMN-301'],
];
for (const [what, path, wrong, cause, detail] of wrongAnswers) {
  test(`RingCentral answers ${what}: it has a name, and the call is logged once that is over`, async () => {
    const session = someoneCalls();
    scripted.answers(path, wrong);
    const { trouble } = await runs();
    assert.deepEqual([trouble?.cause, trouble?.detail, await isLogged(session)], [cause, detail, false]);
    await company.minutePasses();
    assert.equal((await runs()).trouble, null);
    assert.ok(await isLogged(session));
  });
}

const refusals: [string, WrongAnswer, string][] = [
  ['the JWT was revoked', { status: 400, body: JSON.stringify({ error: 'invalid_grant', errors: [{ errorCode: 'OAU-128' }] }) }, 'JWT_REFUSED'],
  ['the client secret was changed', { status: 401, body: JSON.stringify({ error: 'invalid_client', errors: [{ errorCode: 'OAU-153' }] }) }, 'APP_REFUSED'],
  ['the app lost its JWT flow', { status: 400, body: JSON.stringify({ error: 'unauthorized_client', errors: [{ errorCode: 'OAU-251' }] }) }, 'JWT_NOT_ALLOWED'],
  ['the token page is no JSON', { status: 200, body: '<html>' }, 'RINGCENTRAL'],
];
for (const [what, wrong, cause] of refusals) {
  test(`the token ends while ${what}: it has a name, and the call is logged once that is over`, async () => {
    const session = someoneCalls();
    scripted.answers('call-log-sync', { status: 401, body: '{}' });
    scripted.answers('oauth/token', wrong);
    const { trouble } = await runs();
    assert.deepEqual([trouble?.cause, await isLogged(session)], [cause, false]);
    assert.equal((await runs()).trouble, null);
    assert.ok(await isLogged(session));
  });
}

test('a secret that is taken away in the middle of a run holds up the next one, not this one', async () => {
  const [first, second] = [someoneCalls(), someoneCalls()];
  const hold = company.harbor.control.hold({ at: 'record.save', script: 'customscript_rcns_call_sync', recordType: 'phonecall', count: 1 });
  const running = company.syncs();
  await company.harbor.control.waitHeld(hold);
  const save = (jwt: string) => company.value(SyncCard, { action: 'save-sync', settings: { on: true, secrets: { ...secretNames, jwt }, since: null } });
  await save('custsecret_rcns_taken_away');
  company.harbor.control.release(hold);
  await running;
  assert.deepEqual([await isLogged(first), await isLogged(second)], [true, true]);
  const third = someoneCalls();
  assert.equal((await runs()).trouble?.cause, 'SECRET_UNUSABLE');
  await save(secretNames.jwt);
  assert.equal((await runs()).trouble, null);
  assert.ok(await isLogged(third));
});

test('a credential of another RingCentral account logs nothing by accident; put back nothing is lost, and saved it is meant', async () => {
  const session = someoneCalls();
  scripted.accountId = '990000';
  const { trouble } = await runs();
  assert.deepEqual([trouble?.cause, await isLogged(session)], ['OTHER_COMPANY', false]);
  await company.minutePasses();
  const tested = await company.value(TestAnswer, { action: 'test-sync', secrets: secretNames });
  assert.ok(tested.ok && tested.otherCompany && tested.ringCentralAccount === '990000');
  scripted.accountId = '310000';
  assert.equal((await runs()).trouble, null);
  assert.ok(await isLogged(session));
  scripted.accountId = '990000';
  await company.switchOn();
  const theirs = someoneCalls();
  assert.equal((await runs()).trouble, null);
  assert.ok(await isLogged(theirs));
});

test('a record of which no call can be made is counted, and holds up nobody', async () => {
  const session = someoneCalls();
  scripted.writes({ id: 'Broken', sessionId: '5', type: 'Voice', direction: 'Sideways', action: 'Phone Call', startTime: 'yesterday' });
  const { lastRun, trouble } = await runs();
  assert.deepEqual([lastRun?.counts.unreadable, trouble, await isLogged(session)], [1, null, true]);
});

test('an answer too large for NetSuite is asked for in halves', async () => {
  const at = Date.UTC(2026, 1, 3, 20);
  scripted.writes(...Array.from({ length: 12 }, (_, index) => {
    const part = { telephonySessionId: `s-l${index}`, direction: 'Inbound', action: 'Phone Call', result: 'Missed', startTime: new Date(at + index * 60_000).toISOString(), duration: 9, from: { phoneNumber: '+18025550142' }, to: { extensionId: maria.id }, extension: { id: maria.id } };
    return { ...part, id: `L${index}`, sessionId: `88${index}`, type: 'Voice' };
  }));
  await runs();
  const tooLarge = { body: `{"records":["${'x'.repeat(11 * 1024 * 1024)}"]}` };
  scripted.answers('call-log-sync', tooLarge);
  scripted.answers('call-log', tooLarge);
  await company.value(SyncCard, { action: 'back-fill', from: '2026-02-03', to: '2026-02-03' });
  await company.settled();
  assert.equal((await company.calls()).filter(({ session }) => String(session).startsWith('s-l')).length, 12);
});
