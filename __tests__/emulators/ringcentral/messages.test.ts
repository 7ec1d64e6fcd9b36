import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, test } from 'node:test';
import { openGateway, rest, tokensOfDana, type GatewayClient, type Json, type ServerFrame, type Tokens } from './application.ts';
import { northwind, run, type Running } from './northwind.ts';

const priya = '+442079460123';
const jonas = '+493023125014';
const danaNumber = '+16505550101';
const me = '/restapi/v1.0/account/~/extension/~';
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

let running: Running;
let dana: Tokens;
beforeEach(async () => {
  const [dialler, ...others] = northwind.apps;
  const account = { ...northwind, apps: [{ ...dialler as typeof northwind.apps[number], scopes: [...dialler?.scopes ?? [], 'ReadMessages' as const, 'EditMessages' as const] }, ...others] };
  running = await run({ account, options: { textPaceMs: 5 } });
  dana = await tokensOfDana(running.base);
});
afterEach(async () => { await running.simulator.close(); });

const answer = (path: string, init: Parameters<typeof rest>[3] = {}): Promise<Response> => rest(running.base, dana, path, init);
const body = async (path: string, init: Parameters<typeof rest>[3] = {}): Promise<Json> => (await answer(path, init)).json();
const send = (text: string, ...to: string[]): Promise<Json> => body(`${me}/sms`, { method: 'POST', body: { from: { phoneNumber: danaNumber }, to: to.map((phoneNumber) => ({ phoneNumber })), text } });
const write = (text: string) => running.simulator.control.texts.textIn({ from: { phoneNumber: priya, name: 'Priya Nair' }, to: ['101'], text });
const failure = async (given: Response): Promise<[number, string]> => [given.status, ((await given.json()) as Json).errors[0].errorCode];

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(5);
  }
}
const comesTo = (id: number, status: string): Promise<Json> => until(async () => {
  const message = await body(`${me}/message-store/${id}`);
  return message.messageStatus === status ? message : undefined;
});

test('a text is queued, then sent, then delivered, and is on the phone outside', async () => {
  const queued = await send('Your order is ready', priya);
  assert.deepEqual([queued.messageStatus, queued.direction, queued.type, queued.subject, typeof queued.id, typeof queued.conversationId], ['Queued', 'Outbound', 'SMS', 'Your order is ready', 'number', 'number']);
  const delivered = await comesTo(queued.id, 'Delivered');
  assert.ok(delivered.smsDeliveryTime);
  assert.deepEqual(running.simulator.control.texts.textsGotBy(priya).map(({ from, text }) => [from, text]), [[danaNumber, 'Your order is ready']]);
});

test('a text that does not arrive says so with the carrier’s code; one that cannot be sent, too', async () => {
  running.simulator.control.texts.setArrival(priya, 'fail');
  running.simulator.control.texts.setArrival(jonas, 'cannot-send');
  const lost = await comesTo((await send('Hello?', priya)).id, 'DeliveryFailed');
  assert.equal(lost.deliveryErrorCode, 'SMS-RC-410');
  const unsent = await comesTo((await send('Hallo?', jonas)).id, 'SendingFailed');
  assert.equal(unsent.deliveryErrorCode, 'SMS-UP-430');
  assert.deepEqual(running.simulator.control.texts.textsGotBy(priya), []);
});

test('both ways and again are one conversation; a group is another one', async () => {
  const out = await send('Hello', priya);
  write('Hi Dana');
  const again = await send('How are you?', priya);
  const group = await send('Hello both', priya, jonas);
  const { records } = await body(`${me}/message-store?conversationId=${out.conversationId}`);
  assert.deepEqual(records.map((one: Json) => one.subject), ['How are you?', 'Hi Dana', 'Hello']);
  assert.equal(again.conversationId, out.conversationId);
  assert.notEqual(group.conversationId, out.conversationId);
});

test('a group text from outside comes to everybody of the company in it, marked as theirs', async () => {
  const got = running.simulator.control.texts.textIn({ from: { phoneNumber: priya }, to: ['101', '102', jonas], text: 'Hello all' });
  assert.deepEqual(got.map(({ extensionId, to }) => [extensionId, to.filter(({ target }) => target).map(({ phoneNumber }) => phoneNumber), to.length]), [['400131501101', [danaNumber], 3], ['400131501102', ['+16505550102'], 3]]);
});

test('a colleague gets a text as well, and nobody outside hears of it', async () => {
  const sent = await send('Lunch?', '+16505550102');
  await comesTo(sent.id, 'Delivered');
  assert.deepEqual(running.simulator.control.texts.textsGotBy('+16505550102').map(({ text }) => text), ['Lunch?']);
  assert.deepEqual(running.simulator.control.state().texts.phones, []);
});

test('nobody sends from a number that is not theirs, nothing at all, or more than the limits', async () => {
  const post = (said: object): Promise<Response> => answer(`${me}/sms`, { method: 'POST', body: said });
  assert.deepEqual(await failure(await post({ from: { phoneNumber: '+16505550102' }, to: [{ phoneNumber: priya }], text: 'x' })), [403, 'MSG-304']);
  assert.deepEqual(await failure(await post({ from: { phoneNumber: danaNumber }, to: [{ phoneNumber: priya }], text: '' })), [400, 'CMN-101']);
  assert.deepEqual(await failure(await post({ from: { phoneNumber: danaNumber }, to: [], text: 'x' })), [400, 'CMN-101']);
  assert.deepEqual(await failure(await post({ from: { phoneNumber: danaNumber }, to: [{ phoneNumber: priya }], text: 'x'.repeat(1001) })), [400, 'MSG-337']);
  running.simulator.control.setFeature('101', 'texts', false);
  assert.deepEqual(await failure(await post({ from: { phoneNumber: danaNumber }, to: [{ phoneNumber: priya }], text: 'x' })), [403, 'CMN-408']);
});

test('pictures go as parts beside the JSON, and come back byte for byte', async () => {
  const form = new FormData();
  form.append('json', new Blob([JSON.stringify({ from: { phoneNumber: danaNumber }, to: [{ phoneNumber: priya }], text: 'The label' })], { type: 'application/json' }), 'request.json');
  form.append('attachment', new Blob([png], { type: 'image/png' }), 'label.png');
  const sent = await (await fetch(`${running.base}${me}/mms`, { method: 'POST', headers: { authorization: `bearer ${dana.access_token}` }, body: form })).json() as Json;
  const picture = sent.attachments.find((one: Json) => one.type === 'MmsAttachment');
  assert.deepEqual([sent.subject, picture.fileName, picture.contentType, picture.size], ['The label', 'label.png', 'image/png', png.length]);
  const content = await answer(`${me}/message-store/${sent.id}/content/${picture.id}`);
  assert.equal(content.headers.get('content-type'), 'image/png');
  assert.deepEqual(Buffer.from(await content.arrayBuffer()), png);
});

test('reading marks it read; deleting hides it, and purging takes it away', async () => {
  const [{ id = '' } = {}] = write('Hi');
  assert.equal((await body(`${me}/message-store?readStatus=Unread`)).records.length, 1);
  assert.equal((await body(`${me}/message-store/${id}`, { method: 'PUT', body: { readStatus: 'Read' } })).readStatus, 'Read');
  assert.equal((await body(`${me}/message-store?readStatus=Unread`)).records.length, 0);
  assert.equal((await answer(`${me}/message-store/${id}`, { method: 'DELETE' })).status, 204);
  assert.equal((await body(`${me}/message-store`)).records.length, 0);
  assert.equal((await body(`${me}/message-store/${id}`)).availability, 'Deleted');
  await answer(`${me}/message-store/${id}?purge=true`, { method: 'DELETE' });
  assert.equal((await answer(`${me}/message-store/${id}`)).status, 404);
});

test('a sync gives everything once, then only what changed, with a few seconds twice', async () => {
  write('One');
  running.clock.now += 60_000;
  const first = await body(`${me}/message-sync?syncType=FSync&messageType=SMS`);
  assert.deepEqual(first.records.map((one: Json) => one.subject), ['One']);
  running.clock.now += 60_000;
  write('Two');
  const second = await body(`${me}/message-sync?syncType=ISync&syncToken=${first.syncInfo.syncToken}`);
  assert.deepEqual(second.records.map((one: Json) => one.subject), ['Two']);
  running.clock.now += 2_000;
  const third = await body(`${me}/message-sync?syncType=ISync&syncToken=${second.syncInfo.syncToken}`);
  assert.deepEqual(third.records.map((one: Json) => one.subject), ['Two']);
});

test('a sync tells of what was deleted and read, and keeps to the kind it was begun with', async () => {
  const [{ id = '' } = {}] = write('Wrong number, sorry');
  const { syncInfo } = await body(`${me}/message-sync?syncType=FSync&messageType=SMS`);
  running.clock.now += 60_000;
  await answer(`${me}/message-store/${id}`, { method: 'DELETE' });
  running.simulator.control.texts.leaveVoicemail({ to: '101', from: { phoneNumber: priya }, seconds: 12 });
  const { records } = await body(`${me}/message-sync?syncType=ISync&syncToken=${syncInfo.syncToken}`);
  assert.deepEqual(records.map((one: Json) => [one.type, one.availability]), [['SMS', 'Deleted']]);
});

test('an old token, and more changes than one answer holds, ask for a new start; a short first answer says that there is more', async () => {
  const { syncInfo } = await body(`${me}/message-sync?syncType=FSync`);
  for (let n = 0; n < 251; n += 1) write(`Message ${n}`);
  const sync = `${me}/message-sync?syncType=ISync&syncToken=${syncInfo.syncToken}`;
  assert.deepEqual(await failure(await answer(sync)), [400, 'MSG-333']);
  const { syncInfo: { olderRecordsExist, syncToken }, records } = await body(`${me}/message-sync?syncType=FSync&recordCount=20`);
  assert.deepEqual([records.length, records[0].subject, olderRecordsExist], [20, 'Message 250', true]);
  running.simulator.control.texts.expireSyncTokens();
  assert.deepEqual(await failure(await answer(`${me}/message-sync?syncType=ISync&syncToken=${syncToken}`)), [400, 'MSG-333']);
});

test('a voicemail has its recording, and its words where it was transcribed', async () => {
  running.simulator.control.texts.leaveVoicemail({ to: '101', from: { phoneNumber: priya }, seconds: 12, transcription: 'Please call me back.' });
  const { records: [voicemail] } = await body(`${me}/message-store?messageType=VoiceMail`);
  assert.deepEqual(voicemail.attachments.map((one: Json) => [one.type, one.vmDuration]), [['AudioRecording', 12], ['AudioTranscription', undefined]]);
  assert.equal(voicemail.vmTranscriptionStatus, 'Completed');
  assert.equal(await (await answer(`${me}/message-store/${voicemail.id}/content/${voicemail.attachments[1].id}`)).text(), 'Please call me back.');
});

test('what is not emulated names itself', async () => {
  assert.deepEqual(await failure(await answer(`${me}/message-store?sharedInbox=1`)), [501, 'NotEmulated']);
  assert.deepEqual(await failure(await answer(`${me}/message-store/1,2`)), [501, 'NotEmulated']);
  assert.deepEqual(await failure(await answer('/restapi/v1.0/account/~/extension/400131501102/message-store/1', { method: 'PUT', body: { readStatus: 'Read' } })), [501, 'NotEmulated']);
});

async function listening(...filters: string[]): Promise<GatewayClient> {
  const client = await openGateway(running.base, dana);
  await client.next();
  assert.equal((await client.subscribe(...filters))[0].status, 200);
  return client;
}
const eventOf = ([, said]: ServerFrame): { event: string; body: Json } => said as never;

test('an inbound text comes as it is, at once; what is sent is told by counters of the store', async () => {
  const client = await listening(`${me}/message-store/instant?type=SMS`, `${me}/message-store?type=SMS`, `${me}/voicemail`);
  write('Where are you?');
  const instant = eventOf(await client.next());
  assert.match(instant.event, /\/400131501101\/message-store\/instant\?type=SMS$/);
  assert.deepEqual([instant.body.subject, typeof instant.body.id, typeof instant.body.conversationId, instant.body.from.name, instant.body.to[0].target], ['Where are you?', 'string', 'string', 'Priya Nair', true]);
  const counted = eventOf(await client.next());
  assert.deepEqual(counted.body.changes, [{ type: 'SMS', newCount: 1, updatedCount: 0, newMessageIds: [Number(instant.body.id)] }]);
  const sent = await send('On my way', priya);
  assert.deepEqual(eventOf(await client.next()).body.changes[0].newMessageIds, [sent.id]);
  assert.equal(eventOf(await client.next()).body.changes[0].updatedCount, 1);
});

test('without the right to read messages there are no events of them', async () => {
  await running.simulator.close();
  running = await run();
  dana = await tokensOfDana(running.base);
  const client = await openGateway(running.base, dana);
  await client.next();
  const [meta] = await client.subscribe(`${me}/message-store`);
  assert.equal(meta.status, 403);
  assert.equal((await answer(`${me}/message-store`)).status, 403);
});

test('numbers as people type them are read as E.164; what is none is said so by leaving it out', async () => {
  const { phoneNumbers } = await body('/restapi/v1.0/number-parser/parse', { method: 'POST', body: { originalStrings: ['(650) 555-0100', '1-650-555-0100', '011 44 20 7946 0123', '+44 (0)20 7946 0123', '911'] } });
  assert.deepEqual(phoneNumbers.map((one: Json) => one.e164), ['+16505550100', '+16505550100', '+442079460123', '+442079460123', undefined]);
});
