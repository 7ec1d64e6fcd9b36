import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { rest, tokensOfDana, type Json, type Tokens } from './application.ts';
import { northwind, run, type Running } from './northwind.ts';

let running: Running;
let base = '';
let dana: Tokens;
before(async () => {
  running = await run();
  base = running.base;
  dana = await tokensOfDana(base);
});
after(async () => { await running.simulator.close(); });

const me = '/restapi/v1.0/account/~/extension/~';
const body = async (path: string, init: Parameters<typeof rest>[3] = {}): Promise<Record<string, Json>> => (await rest(base, dana, path, init)).json() as Promise<Record<string, Json>>;
const failure = async (answer: Response): Promise<[number, string, string]> => {
  const { errorCode, errors } = await answer.json() as { errorCode: string; errors: { errorCode: string }[] };
  return [answer.status, errorCode, errors[0]?.errorCode ?? ''];
};
const provision = (): Promise<Record<string, Json>> => body('/restapi/v1.0/client-info/sip-provision', { method: 'POST', body: { sipInfo: [{ transport: 'WSS' }] } });

test('~ is the caller, and real ids mean the same', async () => {
  const mine = await body(me);
  assert.equal(mine['extensionNumber'], '101');
  assert.deepEqual(await body('/restapi/v1.0/account/400131426008/extension/400131501101'), mine);
  assert.equal((await body('/restapi/v1.0/account/~/extension/400131501102'))['name'], 'Miguel Ortega');
});

test('colleagues are listed, all of them or the one with an extension number', async () => {
  const numbers = async (query = ''): Promise<string[]> => (await body(`/restapi/v1.0/account/~/extension${query}`))['records'].map((one: Json) => one.extensionNumber);
  assert.ok((await numbers()).length > 1);
  assert.deepEqual(await numbers('?extensionNumber=102'), ['102']);
  assert.deepEqual(await numbers('?extensionNumber=10'), []);
});

test('somebody else’s account and an extension that does not exist are not found', async () => {
  assert.deepEqual(await failure(await rest(base, dana, '/restapi/v1.0/account/999/extension/~')), [404, 'CMN-102', 'CMN-102']);
  assert.deepEqual(await failure(await rest(base, dana, '/restapi/v1.0/account/~/extension/999')), [404, 'CMN-102', 'CMN-102']);
});

test('the caller’s numbers say what they are good for', async () => {
  const { records, paging } = await body(`${me}/phone-number`);
  assert.deepEqual(records.map((one: Json) => [one.phoneNumber, one.usageType]), [['+16505550101', 'DirectNumber'], ['+16504223279', 'MainCompanyNumber']]);
  assert.ok(records[0].features.includes('SmsSender') && !records[1].features.includes('SmsSender'));
  assert.deepEqual([paging.page, paging.totalElements, paging.pageStart, paging.pageEnd], [1, 2, 0, 1]);
  const second = await body(`${me}/phone-number?perPage=1&page=2`);
  assert.equal(second['records'].length, 1);
  assert.ok(second['navigation'].previousPage && !second['navigation'].nextPage);
});

test('a user without a digital line has a device without phone lines', async () => {
  const lines = async (id: string): Promise<number> => (await body(`/restapi/v1.0/account/~/extension/${id}/device`))['records'][0].phoneLines.length;
  assert.deepEqual([await lines('400131501101'), await lines('400131501102')], [1, 0]);
});

test('every sip-provision gives a new authorization id, known to the switch, and the address the client came by', async () => {
  const [one, two] = [await provision(), await provision()];
  assert.notEqual(one['sipInfo'][0].authorizationId, two['sipInfo'][0].authorizationId);
  assert.equal(one['sipInfo'][0].outboundProxy, `127.0.0.1:${running.simulator.port}`);
  assert.equal(one['sipInfo'][0].username, '16504223279*101');
  assert.deepEqual(one['sipInfo'][0].stunServers, []);
  const known = running.telephony.credentials.map(({ authorizationId }) => authorizationId);
  assert.ok(known.includes(one['sipInfo'][0].authorizationId) && known.includes(two['sipInfo'][0].authorizationId));
});

test('with the WebPhone feature off there is no sip-provision, and the features say why', async () => {
  running.simulator.control.setFeature('101', 'webPhone', false);
  const refused = await rest(base, dana, '/restapi/v1.0/client-info/sip-provision', { method: 'POST', body: { sipInfo: [{ transport: 'WSS' }] } });
  assert.deepEqual(await failure(refused), [403, 'BIL-103', 'BIL-103']);
  const { records } = await body(`${me}/features?featureId=WebPhone`);
  running.simulator.control.setFeature('101', 'webPhone', true);
  assert.deepEqual([records.length, records[0].available], [1, false]);
});

test('presence is one’s own to change, within what the words allow', async () => {
  const changed = await body(`${me}/presence`, { method: 'PUT', body: { dndStatus: 'DoNotAcceptAnyCalls', message: 'In a review' } });
  assert.deepEqual([changed['dndStatus'], changed['message'], changed['presenceStatus']], ['DoNotAcceptAnyCalls', 'In a review', 'Busy']);
  assert.deepEqual(await failure(await rest(base, dana, `${me}/presence`, { method: 'PUT', body: { userStatus: 'Asleep' } })), [400, 'InvalidParameter', 'CMN-101']);
  const foreign = await rest(base, dana, '/restapi/v1.0/account/~/extension/400131501102/presence', { method: 'PUT', body: { message: 'x' } });
  assert.deepEqual(await failure(foreign), [403, 'CMN-408', 'CMN-408']);
});

test('everybody’s presence comes as one list, by pages', async () => {
  await body(`${me}/presence`, { method: 'PUT', body: { dndStatus: 'DoNotAcceptAnyCalls' } });
  const { records, paging } = await body('/restapi/v1.0/account/~/presence');
  assert.deepEqual(records.map((one: Json) => [one.extension.extensionNumber, one.dndStatus, one.activeCalls]), [['101', 'DoNotAcceptAnyCalls', undefined], ['102', 'TakeAllCalls', undefined]]);
  assert.equal(paging.totalElements, 2);
  const second = await body('/restapi/v1.0/account/~/presence?perPage=1&page=2&detailedTelephonyState=true');
  assert.deepEqual(second['records'].map((one: Json) => [one.extension.extensionNumber, one.activeCalls]), [['102', []]]);
});

test('a call that is up can be read by its session and party, and shows in presence; an ended one is gone', async () => {
  const call = await running.simulator.control.ringIn({ from: { phoneNumber: '+44 20 7946 0123', name: 'Priya Nair' }, to: '101' });
  const path = `/restapi/v1.0/account/~/telephony/sessions/${call.telephonySessionId}`;
  const session = await body(path);
  assert.deepEqual(session['parties'].map((party: Json) => [party.extensionId, party.status.code]), [[undefined, 'Proceeding'], ['400131501101', 'Proceeding']]);
  assert.equal((await body(`${path}/parties/${call.parties[1]?.id}`))['from'].name, 'Priya Nair');
  const { activeCalls, telephonyStatus } = await body(`${me}/presence?detailedTelephonyState=true`);
  assert.deepEqual([telephonyStatus, activeCalls[0].telephonySessionId], ['Ringing', call.telephonySessionId]);
  await running.simulator.control.farEndHangsUp(call.telephonySessionId);
  assert.deepEqual(await failure(await rest(base, dana, path)), [404, 'CMN-102', 'CMN-102']);
});

test('a call without a token, and one with a scope the application lacks, are refused in the platform’s words', async () => {
  const anonymous = await fetch(`${base}${me}`);
  assert.equal(anonymous.status, 401);
  const company = await run({ account: { ...northwind, apps: northwind.apps.map((app) => ({ ...app, scopes: ['ReadAccounts'] })) } });
  const limited = await tokensOfDana(company.base);
  const answer = await rest(company.base, limited, `${me}/presence`);
  const refusal = await answer.json() as { errorCode: string; permissionName: string; errors: { errorCode: string; permissionName: string }[] };
  await company.simulator.close();
  assert.equal(answer.status, 403);
  assert.deepEqual([refusal.errorCode, refusal.permissionName, refusal.errors[0]?.errorCode, refusal.errors[0]?.permissionName], ['InsufficientPermissions', 'ReadPresence', 'CMN-401', 'ReadPresence']);
});

test('what is not emulated answers 501 with method and path template, and never a value out of the path', async () => {
  const answer = await rest(base, dana, '/restapi/v1.0/account/400131426008/extension/~/ring-out/16505551234', { method: 'DELETE' });
  assert.equal(answer.status, 501);
  const { errorCode, message } = await answer.json() as { errorCode: string; message: string };
  assert.equal(errorCode, 'NotEmulated');
  assert.match(message, /DELETE \/restapi\/v1\.0\/account\/\{accountId\}\/extension\/\{extensionId\}\/ring-out\/\{id\}/);
});

test('a browser may call from its own origin with credentials, and reads rate headers only when they are exposed', async () => {
  const origin = 'http://netsuite.localhost:8080';
  const preflight = await fetch(`${base}${me}`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization,client-id,x-user-agent' } });
  assert.equal(preflight.headers.get('access-control-allow-origin'), origin);
  assert.equal(preflight.headers.get('access-control-allow-credentials'), 'true');
  for (const name of ['Authorization', 'Client-Id', 'X-User-Agent', 'Content-Type', 'Discovery-Tag']) assert.ok((preflight.headers.get('access-control-allow-headers') ?? '').includes(name));
  const refused = await fetch(`${base}${me}`, { headers: { origin } });
  assert.equal(refused.headers.get('access-control-allow-origin'), origin);
  assert.doesNotMatch(refused.headers.get('access-control-expose-headers') ?? '', /Retry-After/);
  running.simulator.control.setSwitch('exposeRateHeaders', true);
  assert.match((await fetch(`${base}${me}`, { headers: { origin } })).headers.get('access-control-expose-headers') ?? '', /Retry-After/);
});

test('the eleventh heavy request in a minute is refused, and asking during the penalty prolongs it', async () => {
  running.simulator.control.setSwitch('rateLimits', true);
  const ask = (): Promise<Response> => rest(base, dana, '/restapi/v1.0/client-info/sip-provision', { method: 'POST', body: { sipInfo: [{ transport: 'WSS' }] } });
  for (let count = 0; count < 10; count += 1) assert.equal((await ask()).status, 200);
  const refused = await ask();
  assert.deepEqual([refused.status, refused.headers.get('retry-after'), refused.headers.get('x-rate-limit-group')], [429, '60', 'heavy']);
  running.clock.now += 50_000;
  assert.equal((await ask()).status, 429);
  running.clock.now += 50_000;
  assert.equal((await ask()).status, 429);
  running.clock.now += 61_000;
  assert.equal((await ask()).status, 200);
  running.simulator.control.setSwitch('rateLimits', false);
});

test('ordered faults hit the next matching requests and no others', async () => {
  running.simulator.control.failNextRest({ status: 500, times: 2, pathContains: 'presence' });
  assert.equal((await rest(base, dana, me)).status, 200);
  assert.deepEqual([(await rest(base, dana, `${me}/presence`)).status, (await rest(base, dana, `${me}/presence`)).status, (await rest(base, dana, `${me}/presence`)).status], [500, 500, 200]);
  running.simulator.control.failNextRest({ status: 403, times: 1, method: 'PUT', pathContains: 'presence' });
  assert.deepEqual(await failure(await rest(base, dana, `${me}/presence`, { method: 'PUT', body: { message: 'x' } })), [403, 'CMN-408', 'CMN-408']);
});

test('tokens, SIP credentials and switches last over a restart; the file may be taken elsewhere', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'ringcentral-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const first = await run({ dataFile: join(folder, 'one.sqlite') });
  const tokens = await tokensOfDana(first.base);
  await rest(first.base, tokens, '/restapi/v1.0/client-info/sip-provision', { method: 'POST', body: { sipInfo: [{ transport: 'WSS' }] } });
  first.simulator.control.setFeature('102', 'voicemail', true);
  await first.simulator.close();
  copyFileSync(join(folder, 'one.sqlite'), join(folder, 'two.sqlite'));
  const second = await run({ dataFile: join(folder, 'two.sqlite') });
  context.after(() => second.simulator.close());
  assert.equal((await rest(second.base, tokens, me)).status, 200);
  assert.equal(second.telephony.credentials.length, 1);
  assert.equal(second.simulator.control.state().extensions[1]?.features.voicemail, true);
});
