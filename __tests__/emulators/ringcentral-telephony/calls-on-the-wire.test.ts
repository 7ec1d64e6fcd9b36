import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, atTheDesk, CUSTOMER, dial, onlyCall, pageFor, register } from './desk.ts';
import { DOMAIN, startSwitch } from './switch.ts';
import { until } from './until.ts';
import { connectPhone } from './wire-phone.ts';

test('an outbound call gets 100, 407, 100, one 183 and 200 OK before anybody answers', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  const { progress } = await dial(phone, page);
  assert.deepEqual(phone.seen.slice(2).map(({ start }) => start), [
    'SIP/2.0 100 Trying', 'SIP/2.0 407 Proxy Authentication Required', 'SIP/2.0 100 Trying', 'SIP/2.0 183 Session Progress', 'SIP/2.0 200 OK',
  ]);
  assert.match(progress.headers['To'] ?? '', /;tag=\w+$/);
  const { parties, telephonySessionId, answeredAt, farEnd } = onlyCall(line);
  assert.equal(progress.headers['p-rc-api-ids'], `party-id=${parties[0]?.id};session-id=${telephonySessionId}`);
  assert.equal(answeredAt, null);
  assert.deepEqual(farEnd, { state: 'ringing', canAnswer: true, canHangUp: true });
});

test('the caller ID is the one asked for when it is ours, else our own first number', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  await dial(phone, page, CUSTOMER, { 'P-Asserted-Identity': `sip:16505550100@${DOMAIN}` });
  assert.equal(onlyCall(line).from.phoneNumber, '+16505550100');
  await dial(phone, pageFor(t), '4155550123', { 'P-Asserted-Identity': `sip:19005550666@${DOMAIN}` });
  assert.equal(onlyCall(line).from.phoneNumber, '+16505550101');
  assert.equal(onlyCall(line).to.phoneNumber, CUSTOMER);
});

test('events count from 2, one party each, and know each other by their ids', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  line.telephony.setBehaviour(CUSTOMER, 'answer');
  const up = await dial(phone, page);
  assert.equal((await ask(phone, up, 'BYE')).start, 'SIP/2.0 200 OK');
  await until('everybody has left', () => line.events.length === 7);
  assert.deepEqual(line.events.map(({ sequence }) => sequence), [2, 3, 4, 5, 6, 7, 8]);
  const [first] = line.events;
  assert.match(first?.telephonySessionId ?? '', /^s-[0-9a-fz]+$/);
  assert.match(first?.sessionId ?? '', /^\d+$/);
  assert.equal(first?.party.id, `p-${first?.telephonySessionId.slice(2)}-1`);
  assert.ok(line.events.every(({ party }) => (party.extensionId === undefined) === party.id.endsWith('-2')), 'the customer is nobody of ours');
});

test('giving up while it rings is a cancelled call', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  const up = await dial(phone, page);
  await ask(phone, up, 'BYE');
  await until('the story is told', () => line.story().length === 5);
  assert.deepEqual(line.story().slice(-2), ['1 Disconnected Cancelled', '2 Disconnected']);
});

test('a CANCEL that crosses the 200 ends the call as well', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  const invite = await phone.invite(CUSTOMER, { sdp: await page.offer() });
  await phone.next(/^SIP\/2.0 200 OK/);
  const cancel = invite['CSeq']?.replace('INVITE', 'CANCEL') ?? '';
  phone.send(`CANCEL sip:${CUSTOMER}@${DOMAIN} SIP/2.0`, { Via: invite['Via'] ?? '', From: invite['From'] ?? '', To: invite['To'] ?? '', 'Call-Id': invite['Call-Id'] ?? '', CSeq: cancel });
  assert.equal((await phone.next(({ headers: { CSeq } }) => CSeq === cancel)).start, 'SIP/2.0 200 OK');
  await until('the call is over', () => onlyCall(line).farEnd.state === 'ended');
});

test('each kind of refusal comes as 183 and then its status', async (t) => {
  const { line, phone } = await atTheDesk(t);
  const refusal = async (callee: string): Promise<string> => {
    const page = pageFor(t);
    const invite = await phone.invite(callee, { sdp: await page.offer() });
    await phone.next(({ start, headers: { CSeq } }) => start.startsWith('SIP/2.0 183') && CSeq === invite['CSeq']);
    return (await phone.next(({ start, headers: { CSeq } }) => /^SIP\/2.0 [3-6]/.test(start) && CSeq === invite['CSeq'])).start;
  };
  line.telephony.setBehaviour('+14155550111', 'busy');
  line.telephony.setBehaviour('112', 'refuse');
  assert.equal(await refusal('+14155550111'), 'SIP/2.0 486 Busy Here');
  assert.equal(await refusal('+14155550112'), 'SIP/2.0 403 Forbidden');
  assert.equal(await refusal('4'.repeat(40)), 'SIP/2.0 404 Not Found');
  assert.equal(await refusal('not-a-number'), 'SIP/2.0 404 Not Found');
  assert.equal(await refusal('*67'), 'SIP/2.0 501 Not Implemented');
  line.telephony.network.answerNext('INVITE', 503, 1);
  assert.equal(await refusal(CUSTOMER), 'SIP/2.0 503 Service Unavailable');
  line.people.ana.digitalLine = false;
  assert.equal(await refusal(CUSTOMER), 'SIP/2.0 403 Forbidden');
});

test('an offer that is none is not acceptable, and leaves nothing behind', async (t) => {
  const { line, phone } = await atTheDesk(t);
  await phone.invite(CUSTOMER);
  assert.equal((await phone.next(/^SIP\/2.0 4(?!07)/)).start, 'SIP/2.0 488 Not Acceptable Here');
  assert.equal(onlyCall(line).farEnd.state, 'ended');
});

test('a phone that is not registered may not call', async (t) => {
  const line = await startSwitch();
  t.after(() => line.close());
  const phone = await connectPhone(line.outboundProxy, line.provision(line.people.ana));
  t.after(() => phone.close());
  await phone.invite(CUSTOMER);
  assert.equal((await phone.next(/^SIP/)).start, 'SIP/2.0 403 Forbidden');
  assert.deepEqual(line.telephony.calls(), []);
});

test('a customer who hangs up is heard of by BYE and Cmd 2, both to the phone itself', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  line.telephony.setBehaviour(CUSTOMER, 'answer');
  const { invite } = await dial(phone, page);
  await until('they talk', () => onlyCall(line).farEnd.state === 'talking');
  await line.telephony.farEndHangsUp(onlyCall(line).telephonySessionId);
  const bye = await phone.next(/^BYE sip:/);
  assert.equal(bye.headers['Call-Id'], invite['Call-Id']);
  assert.equal(bye.headers['To'], invite['From']);
  assert.ok(Number.parseInt(bye.headers['CSeq'] ?? '', 10) > 218_000_000);
  assert.match((await phone.next(/^MESSAGE sip:/)).body, / Cmd="2"/);
  await assert.rejects(line.telephony.farEndHangsUp(onlyCall(line).telephonySessionId), /ended already/);
  await assert.rejects(line.telephony.farEndAnswers('s-00'), /No call/);
});

test('on hold the customer hears music and none of the user', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  line.telephony.setBehaviour(CUSTOMER, 'answer');
  const up = await dial(phone, page);
  await until('both hear each other', () => page.energy() > 0.01 && (onlyCall(line).media?.energyIn ?? 0) > 0.01);
  const sdp = await page.offer();
  const held = await ask(phone, up, 'INVITE', sdp.replace(/a=sendrecv/g, 'a=sendonly'));
  assert.match(held.body, /a=recvonly/);
  await until('the far end is held', () => onlyCall(line).farEnd.state === 'held');
  assert.equal(line.story().at(-1), '1 Hold');
  await page.accept(held.body.replace(/a=recvonly/g, 'a=sendrecv'));
  await until('the user hears nothing', () => page.energy() < 1e-5);
  const back = await ask(phone, up, 'INVITE', await page.offer());
  await page.accept(back.body);
  await until('the user hears again', () => page.energy() > 0.01);
  assert.equal(line.story().at(-1), '1 Answered');
});

test('a call outlives its socket, and goes on over the next one with a replaced page', async (t) => {
  const { line, phone, page } = await atTheDesk(t, { dialogSurvivalMs: 5_000 });
  line.telephony.setBehaviour(CUSTOMER, 'answer');
  const up = await dial(phone, page);
  await until('the customer hears Ana', () => (onlyCall(line).media?.energyIn ?? 0) > 0.01);
  const { telephonySessionId } = onlyCall(line);
  line.telephony.resetMediaStatistics(telephonySessionId);
  phone.close();
  page.tear();
  const [second, fresh] = [await register(t, line), pageFor(t)];
  const answer = await ask(second, up, 'INVITE', await fresh.offer());
  await fresh.accept(answer.body);
  await until('both hear each other again', () => fresh.energy() > 0.01 && (onlyCall(line).media?.energyIn ?? 0) > 0.01);
  assert.ok((onlyCall(line).media?.longestPauseMs ?? 0) > 20, 'the pause was noticed');
  await line.telephony.farEndHangsUp(telephonySessionId);
  await second.next(/^BYE sip:/);
});

test('a client that never comes back loses its call', async (t) => {
  const { line, phone, page } = await atTheDesk(t, { dialogSurvivalMs: 50 });
  line.telephony.setBehaviour(CUSTOMER, 'answer');
  await dial(phone, page);
  phone.close();
  await until('the call has ended', () => onlyCall(line).farEnd.state === 'ended');
});

test("nobody else's tag can move a call", async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  const up = await dial(phone, page);
  const stranger = await register(t, line, line.people.ben);
  const forged = { ...up, invite: { ...up.invite, From: `<sip:stranger@${DOMAIN}>;tag=guess` } };
  assert.match((await ask(stranger, forged, 'BYE')).start, /^SIP\/2.0 481/);
  assert.equal(onlyCall(line).farEnd.state, 'ringing');
});

test('recording is answered by INFO, what is not emulated says so', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  line.telephony.setBehaviour(CUSTOMER, 'answer');
  const up = await dial(phone, page);
  await until('they talk', () => onlyCall(line).farEnd.state === 'talking');
  const command = async (name: string): Promise<unknown> => {
    assert.match((await ask(phone, up, 'INFO', JSON.stringify({ request: { reqid: 3, command: name } }))).start, /200 OK/);
    return (JSON.parse((await phone.next(/^INFO sip:/)).body) as { response: unknown }).response;
  };
  assert.deepEqual(await command('startcallrecord'), { reqid: 3, command: 'startcallrecord', result: { code: 0, description: 'Success' } });
  assert.deepEqual(await command('callwhisper'), { reqid: 3, command: 'callwhisper', result: { code: 501, description: 'NotEmulated callwhisper' } });
  const unknown = await ask(phone, up, 'PUBLISH');
  assert.match(unknown.start, /^SIP\/2.0 501/);
  assert.match(unknown.headers['Warning'] ?? '', /NotEmulated PUBLISH/);
});

test('an incoming call rings every phone; who answers gets it, the others learn who', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  const laptop = await register(t, line, line.people.ana, 'laptop');
  const call = await line.telephony.ringIn({ from: { phoneNumber: CUSTOMER, name: 'Müller & Söhne: "Bau"\r\nX: y' }, toExtensionId: line.people.ana.extensionId });
  const [atDesk, atLaptop] = [await phone.next(/^INVITE sip:/), await laptop.next(/^INVITE sip:/)];
  assert.equal(atDesk.headers['From']?.replace(/;tag=.*/, ''), `"Müller & Söhne:\\"Bau\\"X:y" <sip:${CUSTOMER}@${DOMAIN}>`);
  assert.match(atDesk.headers['P-rc'] ?? '', /^<Msg><Hdr SID="\d+" Req="" From="#\d+@[^"]+" To="[^"]+" Cmd="6"\/><Bdy [^<>]*Nm="Müller &amp; Söhne:&quot;Bau&quot; +X:y"[^<>]*\/><\/Msg>$/);
  assert.equal(atDesk.headers['p-rc-api-ids'], `party-id=${call.parties[1]?.id};session-id=${call.telephonySessionId}`);
  assert.match(atDesk.headers['p-rc-api-call-info'] ?? '', /^callAttributes=reject,send-vm/);
  assert.equal(atDesk.headers['X'], undefined, 'no header of a stranger');

  laptop.reply(atLaptop, '200 OK', await page.answer(atLaptop.body));
  await laptop.next(/^ACK sip:/);
  assert.match((await laptop.next(/^MESSAGE/)).body, / Cmd="7".* Cln="801337452"/);
  assert.equal((await phone.next(/^CANCEL sip:/)).headers['CSeq'], atDesk.headers['CSeq']?.replace('INVITE', 'CANCEL'));
  assert.match((await phone.next(/^MESSAGE/)).body, / Cln="801337451" CtrlCln="801337452"/);
  await until('both hear each other', () => page.energy() > 0.01 && (onlyCall(line).media?.energyIn ?? 0) > 0.01);

  phone.reply(atDesk, '200 OK', await pageFor(t).answer(atDesk.body));
  await phone.next(/^ACK sip:/);
  await phone.next(/^BYE sip:/);
  assert.equal(onlyCall(line).farEnd.state, 'talking', 'a late answer changes nothing');
});

test('480 declines, for all phones at once', async (t) => {
  const { line, phone } = await atTheDesk(t);
  const laptop = await register(t, line, line.people.ana, 'laptop');
  await line.telephony.ringIn({ from: { phoneNumber: CUSTOMER }, toExtensionId: line.people.ana.extensionId });
  phone.reply(await phone.next(/^INVITE sip:/), '480 Temporarily Unavailable');
  await phone.next(/^ACK sip:/);
  await laptop.next(/^CANCEL sip:/);
  await until('everybody has left', () => line.story().length === 6);
  assert.deepEqual(line.story().slice(-2), ['2 Disconnected', '1 Disconnected']);
});

test('nobody answers: the call is missed, and the phone falls silent', async (t) => {
  const { line, phone } = await atTheDesk(t);
  line.people.ana.ringSeconds = 0.1;
  await line.telephony.ringIn({ from: { phoneNumber: CUSTOMER }, toExtensionId: line.people.ana.extensionId });
  await phone.next(/^CANCEL sip:/);
  await until('everybody has left', () => line.story().length === 6);
  assert.deepEqual(line.story().slice(-2), ['2 Disconnected missed', '1 Disconnected']);
});

test('a call for somebody without a phone rings out into the mailbox', async (t) => {
  const { line } = await atTheDesk(t);
  Object.assign(line.people.ben, { ringSeconds: 0.05, voicemail: true });
  await line.telephony.ringIn({ from: { phoneNumber: CUSTOMER }, toExtensionId: line.people.ben.extensionId });
  await until('the message is left', () => onlyCall(line).farEnd.state === 'ended');
  assert.deepEqual(line.story(), ['1 Setup', '2 Setup', '1 Answered', '2 Proceeding', '2 VoiceMail', '2 Disconnected', '1 Disconnected']);
  await assert.rejects(line.telephony.ringIn({ from: { phoneNumber: CUSTOMER }, toExtensionId: '1' }), /No extension/);
});

test('two colleagues hear each other; the caller is Answered before a person answers', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  const [ben, his] = [await register(t, line, line.people.ben), pageFor(t)];
  const up = await dial(phone, page, '102');
  const ringing = await ben.next(/^INVITE sip:/);
  assert.equal(ringing.headers['From']?.replace(/;tag=.*/, ''), `"Ana Petrova" <sip:101@${DOMAIN}>`);
  await until('Ana hears the ringback', () => page.energy() > 0.001);
  ben.reply(ringing, '200 OK', await his.answer(ringing.body));
  await until('both hear each other', () => page.energy() > 0.01 && his.energy() > 0.01);
  assert.deepEqual(line.story(), ['1 Setup', '2 Setup', '1 Answered', '2 Proceeding', '2 Answered']);
  await ask(phone, up, 'BYE');
  await ben.next(/^BYE sip:/);
  await until('both have left', () => line.story().length === 7);
  assert.equal(onlyCall(line).media, null);
});

test('callers who give up at once, and users who cancel at once, leave nothing ringing', async (t) => {
  const { line, phone } = await atTheDesk(t);
  for (let turn = 0; turn < 10; turn += 1) {
    const { telephonySessionId } = await line.telephony.ringIn({ from: { phoneNumber: CUSTOMER }, toExtensionId: line.people.ana.extensionId });
    await line.telephony.farEndHangsUp(telephonySessionId);
    const page = pageFor(t);
    const invite = await phone.invite(CUSTOMER, { sdp: await page.offer() });
    phone.send(`CANCEL sip:${CUSTOMER}@${DOMAIN} SIP/2.0`, {
      Via: invite['Via'] ?? '', From: invite['From'] ?? '', To: invite['To'] ?? '', 'Call-Id': invite['Call-Id'] ?? '', CSeq: invite['CSeq']?.replace('INVITE', 'CANCEL') ?? '',
    });
  }
  await until('every call has ended', () => line.telephony.calls().length === 20 && line.telephony.calls().every(({ endedAt }) => endedAt !== null));
  assert.ok(!phone.seen.some(({ start }) => start.startsWith('INVITE')), 'no phone was bothered');
});
