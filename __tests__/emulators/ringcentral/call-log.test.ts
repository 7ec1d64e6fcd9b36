import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { usualCallLog } from '../../../emulators/ringcentral/call-log/call-log.ts';
import { rest, type Json, type Tokens } from './application.ts';
import { run, type Running } from './northwind.ts';
import { danasJwt, expiredJwt, jwtGrant, jwtTokens, miguelsJwt, northwindWithLedger, read, syncClient } from './service-app.ts';

let running: Running;
let base = '';
let dana: Tokens;
let miguel: Tokens;
before(async () => {
  running = await run({ account: northwindWithLedger });
  base = running.base;
  dana = await jwtTokens(base, danasJwt);
  miguel = await jwtTokens(base, miguelsJwt);
});
after(async () => { await running.simulator.close(); });
afterEach(() => {
  running.simulator.control.setCallLog(usualCallLog);
  running.simulator.control.clearRestFaults();
  running.simulator.control.setSwitch('rateLimits', false);
});

const account = '/restapi/v1.0/account/~';
const me = `${account}/extension/~`;
const hour = 3_600_000;
const company = (query = ''): Promise<Awaited<ReturnType<typeof read>>> => read(base, dana, `${account}/call-log${query}`);
const iso = (at: number): string => encodeURIComponent(new Date(at).toISOString());
const code = (answer: { status: number; body: Record<string, Json> }): [number, string] => [answer.status, answer.body['errors'][0].errorCode];
const past = Date.UTC(2026, 2, 2);
let seeded = 0;
/** So many calls within one hour of its own. */
function seed(calls: number): { from: number; to: number; records: number; pairs: number; span: string } {
  seeded += 1;
  const [from, to] = [past + seeded * 24 * hour, past + seeded * 24 * hour + hour];
  const made = running.simulator.control.seedCalls({ calls, seed: seeded, from, to });
  return { from, to, records: made.records, pairs: made.pairs.length, span: `?dateFrom=${iso(from)}&dateTo=${iso(to)}` };
}

test('a service user signs in with a JWT credential and the secret of its application', async () => {
  const answer = await (await jwtGrant(base, danasJwt)).json() as Record<string, unknown>;
  assert.equal(answer['owner_id'], '400131501101');
  assert.equal(answer['scope'], 'ReadAccounts ReadCallLog ReadCallRecording');
  const refusal = async (assertion: string, client = syncClient): Promise<[number, string, string]> => {
    const refused = await jwtGrant(base, assertion, client);
    const { error, errors } = await refused.json() as { error: string; errors: { errorCode: string }[] };
    return [refused.status, error, errors[0]?.errorCode ?? ''];
  };
  assert.deepEqual(await refusal(expiredJwt), [400, 'invalid_grant', 'OAU-128']);
  assert.deepEqual(await refusal('not a credential'), [400, 'invalid_grant', 'OAU-149']);
  assert.deepEqual(await refusal('aaa.bbb.ccc'), [400, 'invalid_grant', 'OAU-213']);
  assert.deepEqual(await refusal(danasJwt, { ...syncClient, clientSecret: 'wrong' }), [401, 'invalid_client', 'OAU-123']);
  assert.deepEqual(await refusal(danasJwt, { clientId: 'reports-server-app', clientSecret: 's3cret:with colon' }), [400, 'invalid_grant', 'OAU-213']);
});

test('a call that was answered stands in the log a little after its end, its recording later', async () => {
  const { telephony, clock } = running;
  const call = await telephony.ringIn({ from: { phoneNumber: '+442079460123', name: 'Priya Nair' }, toExtensionId: '400131501101' });
  await telephony.farEndAnswers(call.telephonySessionId);
  await telephony.farEndHangsUp(call.telephonySessionId);
  const found = async (): Promise<Json[]> => (await company(`?view=Detailed&telephonySessionId=${call.telephonySessionId}`)).body['records'];
  clock.now = Date.now();
  assert.deepEqual(await found(), []);
  clock.now += usualCallLog.delayMs;
  const [record, ...more] = await found();
  assert.equal(more.length, 0);
  assert.deepEqual([record.direction, record.action, record.result, record.type, record.sessionId], ['Inbound', 'Phone Call', 'Accepted', 'Voice', call.sessionId]);
  assert.deepEqual([record.from.phoneNumber, record.to.extensionId, record.extension.id], ['+442079460123', '400131501101', 400131501101]);
  assert.deepEqual(record.legs.map((leg: Json) => [leg.master, leg.partyId, leg.extension.id]), [[true, call.parties[1]?.id, 400131501101]]);
  assert.ok(record.lastModifiedTime);
  assert.equal((await read(base, dana, `${account}/call-log/${record.id}`)).body['legs'], undefined);
  assert.equal((await read(base, dana, `${me}/call-log/${record.id}`)).status, 200);
  assert.equal((await read(base, miguel, `${me}/call-log/${record.id}`)).status, 404);
});

test('the whole company’s log needs the scope and the permission; others’ logs too', async () => {
  assert.deepEqual(code(await read(base, miguel, `${account}/call-log`)), [403, 'CMN-408']);
  assert.deepEqual(code(await read(base, miguel, `${account}/call-log-sync?recordCount=10`)), [403, 'CMN-408']);
  assert.deepEqual(code(await read(base, miguel, `${account}/extension/400131501101/call-log`)), [403, 'CMN-408']);
  assert.equal((await read(base, miguel, `${me}/call-log`)).status, 200);
  assert.equal((await read(base, dana, `${account}/extension/400131501102/call-log`)).status, 200);
});

test('queues are among the extensions, and can be left out', async () => {
  const types = async (query: string): Promise<string[]> => (await read(base, dana, `${account}/extension${query}`)).body['records'].map((one: Json) => one.type);
  assert.deepEqual(await types(''), ['User', 'User', 'Department']);
  assert.deepEqual(await types('?type=User'), ['User', 'User']);
});

test('thousands of calls are read page by page, newest first, without telling how many there are', async () => {
  const { span, records } = seed(2500);
  const ids: string[] = [];
  const starts: string[] = [];
  for (let page = 1; ; page += 1) {
    const { body } = await company(`${span}&perPage=1000&page=${page}`);
    ids.push(...body['records'].map((one: Json) => one.id));
    starts.push(...body['records'].map((one: Json) => one.startTime));
    assert.equal(body['paging'].totalElements, undefined);
    if (!body['navigation'].nextPage) break;
    assert.ok(body['navigation'].nextPage.uri.includes(`page=${page + 1}`));
  }
  assert.equal(ids.length, records);
  assert.equal(new Set(ids).size, records);
  assert.deepEqual(starts, starts.toSorted().reverse());
  assert.equal((await company(`${span}&perPage=max`)).body['paging'].perPage, 1000);
});

test('the same seed gives the same calls', () => {
  const made = (at: number): unknown => running.simulator.control.seedCalls({ calls: 50, seed: 77, from: at, to: at + hour }).pairs.map(({ extensionId }) => extensionId);
  assert.deepEqual(made(past - 48 * hour), made(past - 24 * hour));
});

test('calls are found by direction, number and session, and a session id stands alone', async () => {
  const { span } = seed(200);
  const all = (await company(`${span}&perPage=max`)).body['records'];
  const outbound = (await company(`${span}&perPage=max&direction=Outbound`)).body['records'];
  assert.deepEqual(outbound.map((one: Json) => one.id), all.filter((one: Json) => one.direction === 'Outbound').map((one: Json) => one.id));
  const first = outbound.find((one: Json) => one.to.phoneNumber);
  const byNumber = (await company(`${span}&phoneNumber=${first.to.phoneNumber.slice(1)}`)).body['records'];
  assert.ok(byNumber.some((one: Json) => one.id === first.id));
  assert.ok(byNumber.every((one: Json) => [one.from.phoneNumber, one.to.phoneNumber].includes(first.to.phoneNumber)));
  assert.ok((await company(`${span}&sessionId=${first.sessionId}`)).body['records'].every((one: Json) => one.sessionId === first.sessionId));
  assert.deepEqual(code(await company(`${span}&sessionId=${first.sessionId}&telephonySessionId=s-1`)), [400, 'CLG-110']);
});

test('what is not emulated names itself, and what does not fit names its parameter', async () => {
  const unknown = await company('?metadataCategory=sales');
  assert.deepEqual([unknown.status, unknown.body['errorCode']], [501, 'NotEmulated']);
  assert.match(unknown.body['message'], /metadataCategory/);
  assert.deepEqual(code(await company('?dateFrom=yesterday')), [400, 'CMN-101']);
  assert.deepEqual(code(await company('?view=All')), [400, 'CMN-101']);
  assert.equal((await company('?showDeleted=true')).status, 501);
});

test('queues, transfers and calls between users show who took part in their legs', async () => {
  const { span } = seed(600);
  const records = [...(await company(`${span}&perPage=max&view=Detailed`)).body['records']];
  const ofKind = (action: string): Json => records.find((one: Json) => one.legs.some((leg: Json) => leg.action === action));
  const queue = ofKind('Hunting');
  assert.equal(queue.extension.id, 400131501190);
  assert.deepEqual(queue.legs.slice(1).map((leg: Json) => leg.extension.id).toSorted(), [400131501101, 400131501102]);
  assert.equal(ofKind('Transfer').legs.length, 2);
  const findMe = ofKind('FindMe');
  assert.deepEqual([findMe.legs[1].direction, findMe.legs[1].extension.id], ['Outbound', findMe.extension.id]);
  const internal = records.filter((one: Json) => one.from.extensionId && one.to.extensionId && one.direction === 'Outbound');
  assert.ok(internal.length > 0);
  for (const own of internal) {
    const both = records.filter((one: Json) => one.telephonySessionId === own.telephonySessionId);
    assert.deepEqual(both.map((one: Json) => one.direction).toSorted(), ['Inbound', 'Outbound']);
  }
  running.simulator.control.setCallLog({ internalCalls: 'one record' });
  const { records: fewer, pairs } = seed(600);
  assert.ok(fewer < records.length && fewer === 600 && pairs > 600);
});

test('sync gives everything first, then what changed, with an overlap', async () => {
  const { clock } = running;
  clock.now = past + 300 * 24 * hour;
  const control = running.simulator.control;
  control.seedCalls({ calls: 40, seed: 901, from: clock.now - 5 * hour, to: clock.now - hour });
  const sync = (query: string): Promise<Awaited<ReturnType<typeof read>>> => read(base, dana, `${account}/call-log-sync?${query}`);
  dana = await jwtTokens(base, danasJwt);
  const full = await sync('syncType=FSync&recordCount=250');
  assert.ok(full.body['records'].length >= 40);
  const token = full.body['syncInfo'].syncToken;
  assert.deepEqual((await sync(`syncType=ISync&syncToken=${token}`)).body['records'], []);
  control.seedCalls({ calls: 10, seed: 902, from: clock.now - 1000, to: clock.now });
  clock.now += hour / 2;
  const next = await sync(`syncType=ISync&syncToken=${token}&view=Detailed`);
  assert.ok(next.body['records'].length >= 10);
  assert.ok(next.body['records'].every((one: Json) => one.legs.length > 0));
  // Too many at once, too old, of somebody else's log: all mean to start over.
  control.seedCalls({ calls: 300, seed: 903, from: clock.now - 2000, to: clock.now - 1000 });
  clock.now += hour / 2;
  dana = await jwtTokens(base, danasJwt);
  assert.deepEqual(code(await sync(`syncType=ISync&syncToken=${next.body['syncInfo'].syncToken}`)), [400, 'CLG-104']);
  assert.deepEqual(code(await sync('syncType=ISync&syncToken=nonsense')), [400, 'CLG-101']);
  control.expireSyncTokens();
  assert.deepEqual(code(await sync(`syncType=ISync&syncToken=${token}`)), [400, 'CLG-102']);
  assert.deepEqual(code(await sync('syncType=FSync')), [400, 'CMN-101']);
  assert.deepEqual(code(await sync('syncType=FSync&recordCount=251')), [400, 'CMN-101']);
  assert.deepEqual(code(await sync(`syncType=FSync&recordCount=10&dateFrom=${iso(clock.now - 31 * 24 * hour)}`)), [400, 'CMN-101']);
});

test('recordings come later, change their record, and can be heard in part', async () => {
  const { clock } = running;
  dana = await jwtTokens(base, danasJwt);
  const { span, to } = seed(300);
  const withRecording = (await company(`${span}&perPage=max&withRecording=true&view=Detailed`)).body['records'];
  const [record] = withRecording;
  assert.ok(Date.parse(record.lastModifiedTime) > Date.parse(record.startTime) + record.duration * 1000);
  assert.ok(to < clock.now);
  const described = await read(base, dana, `${account}/recording/${record.recording.id}`);
  assert.deepEqual([described.body['contentType'], described.body['contentUri']], ['audio/wav', record.recording.contentUri]);
  const whole = await fetch(`${record.recording.contentUri}?access_token=${dana.access_token}`);
  assert.equal(Buffer.from(await whole.arrayBuffer()).subarray(0, 4).toString(), 'RIFF');
  const part = await rest(base, dana, `${account}/recording/${record.recording.id}/content`, { headers: { range: 'bytes=0-99' } });
  assert.deepEqual([part.status, part.headers.get('content-range')?.split('/')[0], (await part.arrayBuffer()).byteLength], [206, 'bytes 0-99', 100]);
  assert.equal((await read(base, dana, `${account}/recording/1`)).status, 404);
});

test('a disturbed service doubles, mixes up and refuses', async () => {
  const { span } = seed(100);
  const { control } = running.simulator;
  const ids = async (): Promise<string[]> => (await company(`${span}&perPage=max`)).body['records'].map((one: Json) => one.id);
  const calm = await ids();
  control.setCallLog({ duplicates: true, reorders: true });
  const mixed = await ids();
  assert.ok(mixed.length > calm.length);
  assert.notDeepEqual([...new Set(mixed)], calm);
  assert.deepEqual([...new Set(mixed)].toSorted(), calm.toSorted());
  control.failNextRest({ status: 500, times: 2, every: 3, pathContains: '/call-log' });
  const statuses: number[] = [];
  for (let asked = 0; asked < 7; asked += 1) statuses.push((await company(span)).status);
  assert.deepEqual(statuses, [200, 200, 500, 200, 200, 500, 200]);
  const asked = (): number | undefined => control.requests().find(({ path }) => path === '/restapi/v1.0/account/{accountId}/call-log')?.times;
  const sofar = asked() ?? 0;
  control.setSwitch('rateLimits', true);
  for (let asked = 0; asked < 10; asked += 1) assert.equal((await company(span)).status, 200);
  const limited = await company(span);
  assert.deepEqual([limited.status, limited.headers.get('retry-after'), asked()], [429, '60', sofar + 11]);
});

test('a late record shows when its time has come, among the changes of that moment', async () => {
  const { clock, simulator } = running;
  dana = await jwtTokens(base, danasJwt);
  const from = clock.now - 2 * hour;
  simulator.control.seedCalls({ calls: 20, seed: 904, from, to: from + hour, late: { share: 0.5, milliseconds: 24 * hour } });
  const shown = async (): Promise<number> => (await company(`?dateFrom=${iso(from)}&dateTo=${iso(from + hour)}&perPage=max`)).body['records'].length;
  const early = await shown();
  clock.now += 25 * hour;
  dana = await jwtTokens(base, danasJwt);
  assert.ok(await shown() >= early + 10);
});
