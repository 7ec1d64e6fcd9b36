import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TestContext } from 'node:test';
import { createSimulator, type Simulator } from '../../../emulators/ringcentral/simulator.ts';
import type { CallView } from '../../../emulators/ringcentral/telephony/contract.ts';
import { answerRing, dial, pageFor, type Up } from '../ringcentral-telephony/desk.ts';
import type { NodePage } from '../ringcentral-telephony/node-page.ts';
import { until } from '../ringcentral-telephony/until.ts';
import { connectPhone, type WirePhone } from '../ringcentral-telephony/wire-phone.ts';
import { openGateway, rest, tokensOfDana, type Json, type Tokens } from './application.ts';
import { northwind } from './northwind.ts';

const CARLA = '+12125550147';
const JONAS = '+493023125014';
let simulator: Simulator;
let base = '';
let dana: Tokens;
before(async () => {
  simulator = await createSimulator({ port: 0, dataFile: ':memory:', account: northwind });
  base = `http://127.0.0.1:${simulator.port}`;
  dana = await tokensOfDana(base);
  for (const number of [CARLA, JONAS]) simulator.control.setBehaviour(number, 'answer');
});
after(async () => { await simulator.close(); });

const api = async (method: string, path: string, body?: object): Promise<{ status: number; body: Json }> => {
  const answer = await rest(base, dana, `/restapi/v1.0/account/~/${path}`, { method, ...(body === undefined ? {} : { body }) });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) as Json };
};
/** Dana's phone, registered with what sip-provision gave. */
const danasPhone = async (t: TestContext): Promise<WirePhone> => {
  const answer = await rest(base, dana, '/restapi/v1.0/client-info/sip-provision', { method: 'POST', body: { sipInfo: [{ transport: 'WSS' }] } });
  const [sipInfo] = (await answer.json() as Json).sipInfo;
  const phone = await connectPhone(sipInfo.outboundProxy, { ...sipInfo, extensionId: dana.owner_id }, sipInfo.domain);
  // Signed off with the test, so that the next one's calls ring at its own phone alone.
  t.after(async () => {
    await phone.register({ expires: 0 });
    phone.close();
  });
  await phone.register();
  return phone;
};
const viewOf = (id: string): CallView => simulator.telephony.call(id) as CallView;
const talking = async (t: TestContext, phone: WirePhone, number = CARLA): Promise<{ id: string; own: string; page: NodePage; up: Up }> => {
  const page = pageFor(t);
  const up = await dial(phone, page, number);
  const id = /session-id=(.+)$/.exec(up.progress.headers['p-rc-api-ids'] ?? '')?.[1] ?? '';
  await until('they talk', () => viewOf(id).farEnd.state === 'talking' && page.energy() > 0.01);
  return { id, own: `telephony/sessions/${id}/parties/${viewOf(id).parties[0]?.id}`, page, up };
};

test('hold by REST is undone by REST: the far end hears music, the device hears nothing', async (t) => {
  const phone = await danasPhone(t);
  const { id, own, page } = await talking(t, phone);
  const held = await api('POST', `${own}/hold`, {});
  assert.deepEqual([held.status, held.body.status.code], [200, 'Hold']);
  await until('Dana hears nothing', () => page.energy() < 1e-5);
  assert.equal(viewOf(id).farEnd.state, 'held');
  assert.equal((await api('POST', `${own}/unhold`, {})).body.status.code, 'Answered');
  await until('Dana hears again', () => page.energy() > 0.01);
  assert.equal((await api('DELETE', own)).status, 204);
  await phone.next(/^BYE sip:/);
  assert.notEqual(viewOf(id).endedAt, null);
  assert.deepEqual((await api('POST', `${own}/hold`, {})).body.errorCode, 'CMN-102');
});

test('transfer by REST: to a number, to a mailbox; a target too few or too many is refused', async (t) => {
  const phone = await danasPhone(t);
  const first = await talking(t, phone);
  for (const wrong of [{}, { phoneNumber: JONAS, extensionNumber: '102' }, { extensionNumber: 102 }]) assert.equal((await api('POST', `${first.own}/transfer`, wrong)).body.errorCode, 'InvalidParameter');
  assert.equal((await api('POST', `${first.own}/transfer`, { extensionNumber: '999' })).status, 404);
  const moved = await api('POST', `${first.own}/transfer`, { phoneNumber: JONAS });
  assert.deepEqual([moved.status, moved.body.status], [200, { code: 'Disconnected', reason: 'RccTransfer', rcc: false }]);
  await phone.next(/^BYE sip:/);
  assert.equal(viewOf(first.id).parties[2]?.code, 'Answered');

  const second = await talking(t, phone);
  assert.equal((await api('POST', `${second.own}/transfer`, { voicemail: '400131501102' })).status, 200);
  assert.equal(viewOf(second.id).parties[2]?.code, 'VoiceMail');
});

test('a warm transfer by REST bridges two calls of Dana’s, and nobody else’s', async (t) => {
  const phone = await danasPhone(t);
  const [first, second] = [await talking(t, phone), await talking(t, phone, JONAS)];
  const others = viewOf(second.id).parties[1]?.id;
  assert.equal((await api('POST', `telephony/sessions/${second.id}/parties/${others}/hold`, {})).status, 403);
  const bridged = await api('POST', `${first.own}/bridge`, { telephonySessionId: second.id, partyId: viewOf(second.id).parties[0]?.id });
  assert.equal(bridged.status, 200);
  assert.equal(viewOf(first.id).farEnd.state, 'talking');
  assert.notEqual(viewOf(second.id).endedAt, null);
});

test('park and record by REST', async (t) => {
  const phone = await danasPhone(t);
  const { id, own } = await talking(t, phone);
  const started = await api('POST', `${own}/recordings`);
  assert.deepEqual([started.status, started.body.active], [201, true]);
  assert.equal((await api('PATCH', `${own}/recordings/${started.body.id}`, { active: false })).body.active, false);
  assert.equal((await api('PATCH', `${own}/recordings/12`, { active: false })).status, 404);
  assert.deepEqual((await api('GET', own)).body.recordings, [{ id: started.body.id, active: false }]);
  const parked = await api('POST', `${own}/park`);
  assert.deepEqual([parked.status, parked.body.status.code, parked.body.park], [201, 'Parked', { id: '*801' }]);
  await phone.next(/^BYE sip:/);
  const presence = await api('GET', 'extension/~/presence?detailedTelephonyState=true');
  assert.equal(presence.body.telephonyStatus, 'ParkedCall');
  await simulator.control.farEndHangsUp(id);
});

test('a ringing call is rejected, answered with a text, or forwarded by REST', async (t) => {
  const phone = await danasPhone(t);
  const ring = async (): Promise<{ id: string; own: string }> => {
    const call = await simulator.control.ringIn({ from: { phoneNumber: CARLA }, to: '101' });
    await phone.next(/^INVITE sip:/);
    return { id: call.telephonySessionId, own: `telephony/sessions/${call.telephonySessionId}/parties/${call.parties[1]?.id}` };
  };
  const refused = await ring();
  assert.equal((await api('POST', `${refused.own}/transfer`, { phoneNumber: JONAS })).body.errorCode, 'TAS-106');
  assert.equal((await api('POST', `${refused.own}/reject`)).status, 204);
  await phone.next(/^CANCEL sip:/);
  const replied = await ring();
  assert.equal((await api('POST', `${replied.own}/reply`, { replyWithPattern: { pattern: 'CallMeBack', time: 5, timeUnit: 'Minute' } })).status, 200);
  assert.equal(viewOf(replied.id).reply, 'Call me back in 5 minutes');
  simulator.control.farEndReplies(replied.id, 'no');
  await phone.next(/^CANCEL sip:/);
  const forwarded = await ring();
  assert.equal((await api('POST', `${forwarded.own}/forward`, { phoneNumber: JONAS })).body.status.reason, 'CallRedirected');
  assert.equal(viewOf(forwarded.id).parties[2]?.code, 'Answered');
  assert.equal((await api('DELETE', `telephony/sessions/${forwarded.id}`)).status, 204);
});

test('a conference of three: each hears the two others', async (t) => {
  const phone = await danasPhone(t);
  const [carla, jonas] = [await talking(t, phone), await talking(t, phone, JONAS)];
  const made = await api('POST', 'telephony/conference', {});
  assert.equal(made.status, 201);
  const { id, voiceCallToken } = made.body.session;
  const bringIn = (from: { id: string }): ReturnType<typeof api> => api('POST', `telephony/sessions/${id}/parties/bring-in`, { telephonySessionId: from.id, partyId: viewOf(from.id).parties[0]?.id });
  const tooEarly = await bringIn(carla);
  assert.deepEqual([tooEarly.status, tooEarly.body.errorCode], [403, 'TAS-106'], 'the host has not dialled in');

  const host = pageFor(t);
  await dial(phone, host, voiceCallToken);
  for (const guest of [carla, jonas]) {
    assert.equal((await bringIn(guest)).status, 201);
    assert.equal((await phone.next(/^BYE sip:/)).headers['Call-Id'], guest.up.invite['Call-Id']);
  }
  assert.deepEqual(viewOf(id).parties.map(({ code }) => code), ['Answered', 'Answered', 'Answered']);
  simulator.telephony.speak(id, 440);
  await until('the host hears two voices in step', () => host.energy() > 0.05);
  await until('the guests hear the host and each other', () => (viewOf(id).media?.energyIn ?? 0) > 0.03);
  await simulator.control.farEndHangsUp(id);
  assert.equal(viewOf(id).endedAt, null, 'two are left');
  await simulator.control.farEndHangsUp(id);
  await phone.next(/^BYE sip:/);
});

test('what rings other devices names itself', async (t) => {
  const { own, id } = await talking(t, await danasPhone(t));
  for (const verb of ['supervise', 'pickup', 'answer', 'ignore']) {
    const answer = await api('POST', `${own}/${verb}`, {});
    assert.deepEqual([answer.status, answer.body.errorCode], [501, 'NotEmulated']);
    assert.match(answer.body.message, new RegExp(`parties/\\{id\\}/${verb}$`));
  }
  await api('DELETE', `telephony/sessions/${id}`);
});

test('sipData comes with events and presence to those who ask, and names the leg', async (t) => {
  const phone = await danasPhone(t);
  const gateway = await openGateway(base, dana);
  t.after(() => gateway.close());
  await gateway.next();
  await gateway.subscribe('/restapi/v1.0/account/~/extension/~/telephony/sessions?sipData=true');
  const call = await simulator.control.ringIn({ from: { phoneNumber: CARLA }, to: '101' });
  const [, ringing] = await gateway.next() as [unknown, Json];
  assert.deepEqual(ringing.body.parties[0].sipData, { toTag: 'blf', fromTag: call.parties[1]?.id });
  const up = await answerRing(phone, pageFor(t));
  let event: Json = ringing;
  while (event.body.parties[0].status.code !== 'Answered') [, event] = await gateway.next() as [unknown, Json];
  assert.equal(event.body.parties[0].sipData.callId, up.invite['Call-Id']);
  const [active] = (await api('GET', 'extension/~/presence?detailedTelephonyState=true&sipData=true')).body.activeCalls;
  assert.equal(active.id, up.invite['Call-Id']);
  assert.deepEqual([active.sipData.toTag, active.sipData.fromTag], [event.body.parties[0].sipData.toTag, event.body.parties[0].sipData.fromTag]);
  assert.match(active.sipData.remoteUri, /^sip:\+12125550147@/);
  const [plain] = (await api('GET', 'extension/~/presence?detailedTelephonyState=true')).body.activeCalls;
  assert.equal(plain.sipData, undefined);
  await simulator.control.farEndHangsUp(call.telephonySessionId);
});
