import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerRing, ask, atTheDesk, CUSTOMER, dial, onlyCall, pageFor, register, tagsOf, talk } from './desk.ts';
import type { Up } from './desk.ts';
import { DOMAIN } from './switch.ts';
import type { TestSwitch } from './switch.ts';
import { until } from './until.ts';
import type { WirePhone } from './wire-phone.ts';

const SUPPLIER = '+14155550188';

/** REFER as the browser library sends it; the NOTIFY that tells how it went. */
const refer = async (phone: WirePhone, up: Up, referTo: string): Promise<string> => {
  assert.match((await ask(phone, up, 'REFER', '', { 'Refer-To': referTo, 'Referred-By': '<sip:ana@phone.invalid>' })).start, /^SIP\/2.0 202/);
  const notify = await phone.next(/^NOTIFY sip:/);
  assert.equal(notify.headers['Event'], 'refer');
  return notify.body;
};
const blind = (phone: WirePhone, up: Up, target: string): Promise<string> => refer(phone, up, `sip:${target}@sip.ringcentral.com`);
const energyOut = (line: TestSwitch, id: string): number => line.telephony.call(id)?.media?.energyIn ?? 0;

test('a blind transfer: the customer hears ringback, then the colleague; the parties tell the story', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  const [ben, his] = [await register(t, line, line.people.ben), pageFor(t)];
  const { telephonySessionId } = await line.telephony.ringIn({ from: { phoneNumber: CUSTOMER, name: 'Carla Jimenez' }, toExtensionId: line.people.ana.extensionId });
  const up = await answerRing(phone, page);
  assert.match(await blind(phone, up, '102'), /^SIP\/2.0 200 OK/);
  assert.equal((await phone.next(/^BYE sip:/)).headers['Call-Id'], up.invite['Call-Id']);
  page.tear();
  const hers = await ben.next(/^INVITE sip:/);
  assert.match(hers.headers['From'] ?? '', /^"Carla Jimenez" <sip:\+14155550123@/);
  ben.reply(hers, '200 OK', await his.answer(hers.body));
  await until('the customer and Ben hear each other', () => his.energy() > 0.01 && energyOut(line, telephonySessionId) > 0.01);
  assert.deepEqual(line.story(), [
    '1 Setup', '2 Setup', '1 Answered', '2 Proceeding', '2 Answered', '2 Disconnected BlindTransfer', '3 Setup', '3 Proceeding', '3 Answered',
  ]);
  await line.telephony.farEndHangsUp(telephonySessionId);
  await ben.next(/^BYE sip:/);
  await until('everybody has left', () => line.story().length === 11);
  assert.deepEqual(line.story().slice(-2), ['3 Disconnected', '1 Disconnected']);
});

test('a blind transfer to a number outside rings there until somebody answers, and back at nobody when they are busy', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  const up = await talk(line, phone, page);
  const first = onlyCall(line).telephonySessionId;
  await blind(phone, up, SUPPLIER);
  await phone.next(/^BYE sip:/);
  assert.equal(line.telephony.call(first)?.farEnd.state, 'ringing');
  await line.telephony.farEndAnswers(first);
  assert.equal(line.telephony.call(first)?.parties.at(-1)?.to.phoneNumber, SUPPLIER);
  await until('they hear each other', () => energyOut(line, first) > 0.01);

  line.telephony.setBehaviour(SUPPLIER, 'busy');
  const second = await talk(line, phone, pageFor(t));
  await blind(phone, second, SUPPLIER);
  await until('the call is over', () => onlyCall(line).farEnd.state === 'ended');
  assert.deepEqual(line.story().slice(-2), ['3 Disconnected TargetBusy', '2 Disconnected']);
});

test('a transfer that leads nowhere is refused by NOTIFY, and the call goes on', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  const up = await talk(line, phone, page);
  assert.match(await blind(phone, up, 'nobody'), /^SIP\/2.0 404 Not Found/);
  assert.match(await blind(phone, up, '*67'), /^SIP\/2.0 501/);
  assert.match((await ask(phone, up, 'REFER', '', { 'Refer-To': 'nonsense' })).start, /^SIP\/2.0 400/);
  assert.equal(onlyCall(line).farEnd.state, 'talking');
  assert.ok(!phone.seen.some(({ start }) => start.startsWith('BYE')));
});

test('a warm transfer: both legs get BYE, the customer and the colleague talk in the first session', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  const [ben, his] = [await register(t, line, line.people.ben), pageFor(t)];
  const first = await talk(line, phone, page);
  const customerCall = onlyCall(line).telephonySessionId;
  await ask(phone, first, 'INVITE', (await page.offer()).replace(/a=sendrecv/g, 'a=sendonly'));
  const consult = await dial(phone, pageFor(t), '102');
  const bens = await answerRing(ben, his);
  const consultCall = onlyCall(line).telephonySessionId;
  await until('Ana and Ben talk', () => line.telephony.call(consultCall)?.answeredAt !== null);

  const { device, server } = tagsOf(consult);
  const replaces = `${consult.invite['Call-Id']}%3Bto-tag%3D${server}%3Bfrom-tag%3D${device}`;
  assert.match(await refer(phone, first, `"102@sip.ringcentral.com" <sip:102@sip.ringcentral.com;transport=wss?Replaces=${replaces}>`), /^SIP\/2.0 200/);
  const byes = [await phone.next(/^BYE sip:/), await phone.next(/^BYE sip:/)].map(({ headers }) => headers['Call-Id']);
  assert.deepEqual(byes.toSorted(), [first.invite['Call-Id'], consult.invite['Call-Id']].toSorted());
  await until('the customer and Ben hear each other', () => his.energy() > 0.01 && energyOut(line, customerCall) > 0.01);
  assert.equal(line.telephony.call(consultCall)?.farEnd.state, 'ended');
  const gone = line.telephony.call(consultCall)?.parties.find(({ code }) => code === 'Gone');
  assert.equal(gone?.peer?.telephonySessionId, customerCall);
  assert.equal(gone?.peer?.partyId, line.telephony.call(customerCall)?.parties.at(-1)?.id);
  assert.equal(line.telephony.call(customerCall)?.parties[0]?.reason, 'AttendedTransfer');
  assert.match((await ben.next(/^UPDATE sip:/)).headers['P-Asserted-Identity'] ?? '', /\+14155550123@/);
  await ask(ben, bens, 'BYE');
  await until('the call is over', () => line.telephony.call(customerCall)?.farEnd.state === 'ended');
});

test('a warm transfer before the colleague has answered is refused, and nothing is lost', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  const ben = await register(t, line, line.people.ben);
  const first = await talk(line, phone, page);
  const customerCall = onlyCall(line).telephonySessionId;
  const consult = await dial(phone, pageFor(t), '102');
  await ben.next(/^INVITE sip:/);
  const { device, server } = tagsOf(consult);
  assert.match(await refer(phone, first, `<sip:102@sip.ringcentral.com?Replaces=${consult.invite['Call-Id']}%3Bto-tag%3D${server}%3Bfrom-tag%3D${device}>`), /^SIP\/2.0 403/);
  assert.equal(line.telephony.call(customerCall)?.farEnd.state, 'talking');
});

/** Asks by INFO, and gives the result that comes back by INFO. */
const command = async (phone: WirePhone, up: Up, name: string, more = {}): Promise<Record<string, unknown>> => {
  await ask(phone, up, 'INFO', JSON.stringify({ request: { reqid: 7, command: name, ...more } }));
  return (JSON.parse((await phone.next(/^INFO sip:/)).body) as { response: { result: Record<string, unknown> } }).response.result;
};

test('a parked call waits with music at a place of its own, and anybody picks it up', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  const { telephonySessionId } = await line.telephony.ringIn({ from: { phoneNumber: CUSTOMER }, toExtensionId: line.people.ana.extensionId });
  const up = await answerRing(phone, page);
  await until('they talk', () => energyOut(line, telephonySessionId) > 0.01);
  assert.deepEqual(await command(phone, up, 'callpark'), { code: 0, description: 'Success', 'park extension': '*801' });
  assert.equal((await ask(phone, up, 'BYE')).start, 'SIP/2.0 200 OK');
  page.tear();
  assert.deepEqual(line.telephony.call(telephonySessionId)?.parties[1]?.park, { id: '*801' });
  assert.equal(line.telephony.call(telephonySessionId)?.farEnd.state, 'held');
  await until('the customer hears music', () => energyOut(line, telephonySessionId) > 0.01);

  const [ben, his] = [await register(t, line, line.people.ben), pageFor(t)];
  const picked = await dial(ben, his, '%2A801');
  await until('the customer and Ben hear each other', () => his.energy() > 0.01 && energyOut(line, telephonySessionId) > 0.01);
  assert.equal(picked.progress.headers['p-rc-api-ids'], `party-id=${line.telephony.call(telephonySessionId)?.parties[2]?.id};session-id=${telephonySessionId}`);
  assert.deepEqual(line.story().slice(5), ['2 Parked CallPark', '3 Setup', '3 Answered', '2 Disconnected Pickup']);
  const empty = await phone.invite('*801');
  assert.match((await phone.next(({ start, headers: { CSeq } }) => CSeq === empty['CSeq'] && /^SIP\/2.0 [2-6]/.test(start))).start, /^SIP\/2.0 404/);
});

test('a private park: transferred to prk and the extension, picked up by calling it', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  const up = await talk(line, phone, page);
  const { telephonySessionId } = onlyCall(line);
  const place = `prk${line.people.ana.extensionId}`;
  await blind(phone, up, place);
  await phone.next(/^BYE sip:/);
  const again = pageFor(t);
  await dial(phone, again, place, { Replaces: `${up.invite['Call-Id']};to-tag=a;from-tag=b` });
  await until('they hear each other again', () => again.energy() > 0.01 && energyOut(line, telephonySessionId) > 0.01);
});

test('a flipped call rings the other phone; Ana hangs up, and they talk on', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  const up = await talk(line, phone, page);
  const { telephonySessionId } = onlyCall(line);
  assert.equal((await command(phone, up, 'callflip', { target: SUPPLIER }))['code'], 0);
  await line.telephony.farEndAnswers(telephonySessionId);
  await ask(phone, up, 'BYE');
  await until('Ana has left', () => line.story().includes('1 Disconnected CallFlip'));
  assert.equal(line.telephony.call(telephonySessionId)?.endedAt, null);
  assert.equal((await command(phone, await talk(line, phone, pageFor(t)), 'callflip', { target: '102' }))['code'], 501);
});

test('recording is switched on and off, and events say so', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  const up = await talk(line, phone, page);
  assert.equal((await command(phone, up, 'stopcallrecord'))['code'], 403);
  for (const [name, active] of [['startcallrecord', true], ['stopcallrecord', false], ['startcallrecord', true]] as const) {
    assert.equal((await command(phone, up, name))['code'], 0);
    const told = line.events.at(-1)?.party.recordings;
    assert.deepEqual(told?.map((one) => one.active), [active], 'one recording a call');
  }
});

/** An RC message about a ringing call, as the browser library writes it. */
const tell = (phone: WirePhone, ringing: { headers: Record<string, string> }, cmd: number, body: string): Promise<unknown> => {
  const cseq = `${phone.cseq()} MESSAGE`;
  phone.send(`MESSAGE sip:agent@${DOMAIN} SIP/2.0`, {
    Via: `SIP/2.0/WSS phone.invalid;branch=z9hG4bK-${cseq.slice(0, 4)}`, From: `${ringing.headers['To']};tag=m1`, To: `<sip:agent@${DOMAIN}>`, 'Call-Id': ringing.headers['Call-Id'] ?? '', CSeq: cseq, 'Content-Type': 'x-rc/agent',
  }, `<Msg><Hdr SID="1" Req="2" From="a" To="b" Cmd="${cmd}"/><Bdy Cln="8" ${body}/></Msg>`);
  return phone.next(({ start, headers: { CSeq } }) => CSeq === cseq && start === 'SIP/2.0 200 OK');
};

test('a ringing call is forwarded to a number outside', async (t) => {
  const { line, phone } = await atTheDesk(t);
  const { telephonySessionId } = await line.telephony.ringIn({ from: { phoneNumber: CUSTOMER }, toExtensionId: line.people.ana.extensionId });
  await tell(phone, await phone.next(/^INVITE sip:/), 10, `FwdDly="0" Phn="${SUPPLIER}" PhnTp="3"`);
  await phone.next(/^CANCEL sip:/);
  await line.telephony.farEndAnswers(telephonySessionId);
  assert.deepEqual(line.story().slice(4), ['2 Disconnected CallRedirected', '3 Setup', '3 Proceeding', '3 Answered']);
});

test('a text reply is heard by the caller, whose key comes back as Cmd 9', async (t) => {
  const { line, phone } = await atTheDesk(t, { replyMs: 60_000 });
  line.people.ana.ringSeconds = 0.3;
  const { telephonySessionId } = await line.telephony.ringIn({ from: { phoneNumber: CUSTOMER }, toExtensionId: line.people.ana.extensionId });
  const ringing = await phone.next(/^INVITE sip:/);
  assert.throws(() => line.telephony.farEndReplies(telephonySessionId, 'yes'), /Nobody has replied/);
  await tell(phone, ringing, 13, '');
  await tell(phone, ringing, 14, 'RepTp="0" Bdy="In a meeting &amp; back at 3"');
  assert.equal(line.telephony.call(telephonySessionId)?.reply, 'In a meeting & back at 3');
  line.telephony.farEndReplies(telephonySessionId, 'urgent');
  await phone.next(/^CANCEL sip:/);
  assert.match((await phone.next(/^MESSAGE sip:/)).body, / Cmd="9".* Resp="3"/);
  await until('everybody has left', () => line.story().length === 6);
  assert.deepEqual(line.story().slice(-2), ['2 Disconnected CallReplied', '1 Disconnected']);
});

test('canned replies are put into words', async (t) => {
  const { line, phone } = await atTheDesk(t, { replyMs: 50 });
  for (const [body, words] of [['RepTp="2"', 'On my way'], ['RepTp="1" Vl="5" Units="0" Dir="0"', 'Will call you back in 5 minutes'], ['RepTp="1" Vl="2" Units="1" Dir="1"', 'Call me back in 2 hours']] as const) {
    await line.telephony.ringIn({ from: { phoneNumber: CUSTOMER }, toExtensionId: line.people.ana.extensionId });
    await tell(phone, await phone.next(/^INVITE sip:/), 14, body);
    await until('the caller has pressed 1', () => onlyCall(line).farEnd.state === 'ended');
    assert.equal(onlyCall(line).reply, words);
  }
});
