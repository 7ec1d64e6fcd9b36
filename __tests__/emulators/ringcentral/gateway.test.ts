import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, beforeEach, test } from 'node:test';
import { WebSocket } from 'ws';
import { openGateway, openSocket, rest, tokensOfDana, type GatewayClient, type Json, type ServerFrame, type Tokens } from './application.ts';
import { run, type Running } from './northwind.ts';

let running: Running;
let base = '';
let dana: Tokens;
beforeEach(async () => {
  running = await run();
  base = running.base;
  dana = await tokensOfDana(base);
});
afterEach(async () => { await running.simulator.close(); });

const own = '/restapi/v1.0/account/~/extension/~/telephony/sessions';
const everybody = '/restapi/v1.0/account/~/telephony/sessions';
const presence = '/restapi/v1.0/account/~/extension/~/presence?detailedTelephonyState=true';
const ring = () => running.simulator.control.ringIn({ from: { phoneNumber: '+442079460123', name: 'Priya Nair' }, to: '101' });

async function subscribed(...filters: string[]): Promise<GatewayClient> {
  const client = await openGateway(base, dana);
  await client.next();
  const [meta] = await client.subscribe(...filters);
  assert.equal(meta.status, 200);
  return client;
}
const eventOf = ([, body]: ServerFrame): { event: string; body: Json; subscriptionId: string } => body as never;

test('the server speaks first, and says how long it waits for whom', async () => {
  const client = await openGateway(base, dana);
  const [meta, body] = await client.next();
  assert.deepEqual([meta.type, meta.status, typeof meta.wsc?.token], ['ConnectionDetails', 200, 'string']);
  assert.deepEqual([body['recoveryTimeout'], body['recoveryBufferSize'], body['idleTimeout'], body['absoluteTimeout']], [180, 100, 1800, 86_400]);
  assert.equal('recoveryState' in body, false);
});

test('a socket without a token is closed with 4400; with a wrong one it is told so first', async () => {
  const address = base.replace('http', 'ws');
  assert.equal(await openSocket(`${address}/ws`).closed, 4400);
  const refused = openSocket(`${address}/ws?access_token=made-up`);
  assert.equal((await refused.next())[0].type, 'Error');
  assert.equal(await refused.closed, 4401);
});

test('a heartbeat comes back with its own message id', async () => {
  const client = await openGateway(base, dana);
  await client.next();
  client.send([{ type: 'Heartbeat', messageId: 'beat-7' }]);
  assert.deepEqual(await client.next(), [{ type: 'Heartbeat', messageId: 'beat-7' }]);
});

test('an extension hears of its own parties only, one per event, under the path with real ids', async () => {
  const client = await subscribed(own);
  const call = await ring();
  const { event, body } = eventOf(await client.next());
  assert.equal(event, '/restapi/v1.0/account/400131426008/extension/400131501101/telephony/sessions');
  assert.deepEqual([body.telephonySessionId, body.parties.length, body.parties[0].status.code, body.parties[0].missedCall], [call.telephonySessionId, 1, 'Proceeding', false]);
  await running.simulator.control.farEndAnswers(call.telephonySessionId);
  const answered = eventOf(await client.next());
  assert.deepEqual([answered.body.parties[0].extensionId, answered.body.parties[0].status.code], ['400131501101', 'Answered']);
  assert.ok(answered.body.sequence > body.sequence);
});

test('an account hears everybody: the person outside under the account’s path, the extension under its own', async () => {
  const client = await subscribed(everybody);
  await ring();
  const [outside, inside] = [eventOf(await client.next()), eventOf(await client.next())];
  assert.deepEqual([outside.event, outside.body.parties[0].extensionId], ['/restapi/v1.0/account/400131426008/telephony/sessions', undefined]);
  assert.equal(inside.event, '/restapi/v1.0/account/400131426008/extension/400131501101/telephony/sessions');
});

test('a filter for missed calls and one for a state let nothing else through', async () => {
  const client = await subscribed(`${own}?statusCode=Disconnected`);
  const call = await ring();
  await running.simulator.control.farEndHangsUp(call.telephonySessionId);
  assert.equal(eventOf(await client.next()).body.parties[0].status.code, 'Disconnected');
});

test('presence tells of a ringing call, and lists an ended one a last time as final', async () => {
  const client = await subscribed(presence);
  const call = await ring();
  const ringing = eventOf(await client.next());
  assert.deepEqual([ringing.body.telephonyStatus, ringing.body.activeCalls.length], ['Ringing', 1]);
  await running.simulator.control.farEndHangsUp(call.telephonySessionId);
  const over = eventOf(await client.next());
  assert.deepEqual([over.body.telephonyStatus, over.body.activeCalls[0].terminationType], ['NoCall', 'final']);
});

test('a change of status by REST reaches the subscriber', async () => {
  const client = await subscribed(presence);
  await rest(base, dana, '/restapi/v1.0/account/~/extension/~/presence', { method: 'PUT', body: { dndStatus: 'DoNotAcceptAnyCalls' } });
  assert.equal(eventOf(await client.next()).body.dndStatus, 'DoNotAcceptAnyCalls');
});

test('a filter that is not emulated comes back disabled and names itself; alone, the whole request is refused', async () => {
  const client = await openGateway(base, dana);
  await client.next();
  const [, body] = await client.subscribe(own, '/restapi/v1.0/account/~/extension/~/fax');
  assert.deepEqual((body['disabledFilters'] as { reason: string }[]).map(({ reason }) => reason), ['NotEmulated']);
  const [refused, why] = await client.subscribe('/restapi/v1.0/account/~/extension/~/fax');
  assert.deepEqual([refused.type, refused.status, why['errorCode']], ['ClientRequest', 501, 'NotEmulated']);
});

test('any other request over the socket is refused by name', async () => {
  const client = await openGateway(base, dana);
  await client.next();
  client.send([{ type: 'ClientRequest', messageId: 'r1', method: 'GET', path: '/restapi/v1.0/account/~' }]);
  const [meta] = await client.next();
  assert.deepEqual([meta.type, meta.messageId, meta.status], ['ClientRequest', 'r1', 501]);
});

test('one subscription per connection: a second replaces the first, and it can be read by REST and deleted', async () => {
  const client = await subscribed(everybody);
  const [, second] = await client.subscribe(own);
  const listed = await (await rest(base, dana, '/restapi/v1.0/subscription')).json() as { records: { id: string }[] };
  assert.deepEqual(listed.records.map(({ id }) => id), [second['id']]);
  client.send([{ type: 'ClientRequest', messageId: 'd1', method: 'DELETE', path: `/restapi/v1.0/subscription/${second['id'] as string}` }]);
  assert.equal((await client.next())[0].status, 204);
  assert.equal((await rest(base, dana, `/restapi/v1.0/subscription/${second['id'] as string}`)).status, 404);
});

test('who reconnects with the last wsc gets what was said meanwhile, in order and nothing twice', async () => {
  const client = await subscribed(own);
  const call = await ring();
  const [{ wsc }] = await client.next();
  running.simulator.control.dropNetwork('gateway', '101');
  await client.closed;
  await running.simulator.control.farEndAnswers(call.telephonySessionId);
  await running.simulator.control.farEndHangsUp(call.telephonySessionId);
  running.simulator.control.restoreNetwork('gateway', '101');
  const again = await openGateway(base, dana, wsc?.token);
  assert.equal((await again.next())[1]['recoveryState'], 'Successful');
  assert.deepEqual([eventOf(await again.next()).body.parties[0].status.code, eventOf(await again.next()).body.parties[0].status.code], ['Answered', 'Disconnected']);
});

test('of a long absence the newest hundred events are kept', async () => {
  const client = await subscribed(own);
  const call = await ring();
  const [{ wsc }] = await client.next();
  const [, party] = call.parties;
  assert.ok(party);
  await running.simulator.control.flickerNetwork('gateway', { extension: '101' });
  await client.closed;
  for (let sequence = 1001; sequence <= 1130; sequence += 1) {
    running.telephony.emit({ accountId: '400131426008', telephonySessionId: call.telephonySessionId, sessionId: call.sessionId, serverId: '10.13.0.1.TAM', sequence, eventTime: 0, party });
  }
  const again = await openGateway(base, dana, wsc?.token);
  await again.next();
  const sequences: number[] = [];
  for (let count = 0; count < 100; count += 1) sequences.push(eventOf(await again.next()).body.sequence as number);
  assert.deepEqual([sequences[0], sequences.at(-1)], [1031, 1130]);
});

test('recovery fails after the time is over, without a subscription, and for a stranger’s wsc', async () => {
  const client = await subscribed(own);
  await ring();
  const [{ wsc }] = await client.next();
  client.close();
  await client.closed;
  running.clock.now += 181_000;
  const late = await openGateway(base, dana, wsc?.token);
  assert.equal((await late.next())[1]['recoveryState'], 'Failed');
  const bare = await openGateway(base, dana);
  const [{ wsc: bareWsc }] = await bare.next();
  bare.close();
  await bare.closed;
  assert.equal((await (await openGateway(base, dana, bareWsc?.token)).next())[1]['recoveryState'], 'Failed');
  assert.equal((await (await openGateway(base, dana, 'made-up.4')).next())[1]['recoveryState'], 'Failed');
});

test('a session that an administrator ends takes its sockets with it', async () => {
  const client = await subscribed(own);
  running.simulator.control.revokeTokens('101');
  assert.equal(await client.closed, 4401);
});

test('a gateway that is down takes nobody; another extension’s trouble is not ours', async () => {
  running.simulator.control.dropNetwork('gateway', '102');
  const client = await openGateway(base, dana);
  await client.next();
  running.simulator.control.dropNetwork('gateway');
  assert.equal(await client.closed, 1006);
  const refused = await openGateway(base, dana);
  assert.equal(await refused.closed, 1006);
});

test('in strict mode a ws token opens one socket only', async () => {
  running.simulator.control.setSwitch('strictWsTokens', true);
  const { uri, ws_access_token, expires_in } = await (await rest(base, dana, '/restapi/oauth/wstoken', { method: 'POST' })).json() as { uri: string; ws_access_token: string; expires_in: number };
  assert.equal(expires_in, 30);
  assert.equal((await openSocket(`${uri}?access_token=${ws_access_token}`).next())[0].type, 'ConnectionDetails');
  assert.equal((await openSocket(`${uri}?access_token=${ws_access_token}`).next())[0].type, 'Error');
});

test('an idle connection is told why and closed', async () => {
  const impatient = await run({ options: { gatewayTimings: { idleSeconds: 0.05 } } });
  const client = await openGateway(impatient.base, await tokensOfDana(impatient.base));
  await client.next();
  assert.equal((await client.next())[1]['errorCode'], 'WSG-902');
  await client.closed;
  await impatient.simulator.close();
});

test('events may be doubled and swapped on the way', async () => {
  const client = await subscribed(own);
  running.simulator.control.setEventFaults({ duplicate: true });
  const call = await ring();
  const [one, two] = [eventOf(await client.next()), eventOf(await client.next())];
  assert.equal(one.body.sequence, two.body.sequence);
  running.simulator.control.setEventFaults({ duplicate: false, reorder: true });
  const [, party] = call.parties;
  assert.ok(party);
  for (const sequence of [501, 502]) running.telephony.emit({ accountId: '400131426008', telephonySessionId: call.telephonySessionId, sessionId: call.sessionId, serverId: '10.13.0.1.TAM', sequence, eventTime: 0, party });
  assert.deepEqual([eventOf(await client.next()).body.sequence, eventOf(await client.next()).body.sequence], [502, 501]);
});

test('a socket that asks for the subprotocol sip goes to the switch, at any path; other upgrades are refused', async () => {
  const sip = new WebSocket(`${base.replace('http', 'ws')}/`, 'sip');
  await once(sip, 'close');
  assert.equal(running.telephony.sipSockets, 1);
  const other = new WebSocket(`${base.replace('http', 'ws')}/elsewhere`);
  const [error] = await once(other, 'error') as [Error];
  assert.match(error.message, /501/);
});
