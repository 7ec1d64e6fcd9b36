import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import type { ReplacesComposition } from '../../../emulators/ringcentral/telephony/sip/replaces.ts';
import { answerRing, ask, atTheDesk, CUSTOMER, dial, onlyCall, pageFor, register, tagsOf, talk } from './desk.ts';
import type { Up } from './desk.ts';
import type { NodePage } from './node-page.ts';
import { startSwitch } from './switch.ts';
import type { TestSwitch } from './switch.ts';
import { until } from './until.ts';
import type { WirePhone } from './wire-phone.ts';

const OTHER_CUSTOMER = '+14155550177';

const sendonly = (sdp: string): string => sdp.replace(/a=sendrecv/g, 'a=sendonly');
/** A fresh page of the same device asks for the sound of a call; a held one stays held. */
const comeBack = async (phone: WirePhone, up: Up, page: NodePage, held = false): Promise<void> => {
  const offer = await page.offer();
  const answer = await ask(phone, up, 'INVITE', held ? sendonly(offer) : offer);
  assert.equal(answer.start, 'SIP/2.0 200 OK');
  await page.accept(answer.body.replace(/a=recvonly/g, 'a=sendrecv'));
};
const bothHear = (line: TestSwitch, id: string, page: NodePage): Promise<void> =>
  until('both hear each other', () => page.energy() > 0.01 && (line.telephony.call(id)?.media?.energyIn ?? 0) > 0.01);

test('two calls, one held, come back over the next socket as they were, each with a page of its own', async (t) => {
  const { line, phone, page } = await atTheDesk(t, { dialogSurvivalMs: 5_000 });
  const first = await talk(line, phone, page);
  const held = onlyCall(line).telephonySessionId;
  await ask(phone, first, 'INVITE', sendonly(await page.offer()));
  await until('the first customer is held', () => line.telephony.call(held)?.farEnd.state === 'held');
  const secondPage = pageFor(t);
  const second = await talk(line, phone, secondPage, OTHER_CUSTOMER);
  const talking = onlyCall(line).telephonySessionId;
  line.telephony.resetMediaStatistics(talking);
  const told = line.story().length;

  phone.close();
  page.tear();
  secondPage.tear();
  const fresh = await register(t, line);
  const [heldPage, talkingPage] = [pageFor(t), pageFor(t)];
  await Promise.all([comeBack(fresh, first, heldPage, true), comeBack(fresh, second, talkingPage)]);
  await bothHear(line, talking, talkingPage);
  assert.equal(line.telephony.call(held)?.farEnd.state, 'held');
  assert.ok(heldPage.energy() < 1e-5, 'who holds hears nothing');
  assert.equal(line.story().length, told, 'nobody is told of a page load');
  const pause = line.telephony.call(talking)?.media?.longestPauseMs ?? 0;
  assert.ok(pause > 20 && pause < 4_000, `a gap of ${pause} ms`);
  // What a busy machine adds meanwhile is forgotten with it: each look resets first.
  await until('the gap is forgotten', () => {
    line.telephony.resetMediaStatistics(talking);
    return (line.telephony.call(talking)?.media?.longestPauseMs ?? NaN) < pause;
  });

  await comeBack(fresh, first, heldPage);
  await bothHear(line, held, heldPage);
});

test('an incoming call that was answered comes back in the same way', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  const { telephonySessionId } = await line.telephony.ringIn({ from: { phoneNumber: CUSTOMER }, toExtensionId: line.people.ana.extensionId });
  const up = await answerRing(phone, page);
  await bothHear(line, telephonySessionId, page);
  phone.close();
  page.tear();
  const [fresh, freshPage] = [await register(t, line), pageFor(t)];
  await comeBack(fresh, up, freshPage);
  await bothHear(line, telephonySessionId, freshPage);
});

test('who comes back too late finds no call', async (t) => {
  const { line, phone, page } = await atTheDesk(t, { dialogSurvivalMs: 50 });
  const up = await talk(line, phone, page);
  phone.close();
  await until('the call has ended', () => onlyCall(line).farEnd.state === 'ended');
  const fresh = await register(t, line);
  assert.match((await ask(fresh, up, 'INVITE', await pageFor(t).offer())).start, /^SIP\/2.0 481/);
});

test('a socket that came back in time keeps its call for good', async (t) => {
  const { line, phone, page } = await atTheDesk(t, { dialogSurvivalMs: 700 });
  const up = await talk(line, phone, page);
  const cutAt = performance.now();
  phone.close();
  const [fresh, freshPage] = [await register(t, line), pageFor(t)];
  await comeBack(fresh, up, freshPage);
  await until('the old socket would have been given up', () => performance.now() - cutAt > 900);
  assert.equal(onlyCall(line).farEnd.state, 'talking');
  await bothHear(line, onlyCall(line).telephonySessionId, freshPage);
});

const compositions: Record<ReplacesComposition, (up: Up, telephonySessionId: string) => string> = {
  'call-id': (up) => `${up.invite['Call-Id']};to-tag=${tagsOf(up).server};from-tag=${tagsOf(up).device}`,
  'session-id': (up, id) => `${id};to-tag=${tagsOf(up).device};from-tag=${tagsOf(up).server}`,
};

for (const composition of ['call-id', 'session-id'] as const) {
  test(`a call is taken over with Replaces composed by ${composition}: the same session and party, the old device hung up`, async (t) => {
    const { line, phone, page } = await atTheDesk(t);
    const up = await talk(line, phone, page);
    const { telephonySessionId, parties } = onlyCall(line);
    const told = line.story().length;
    const [laptop, laptopPage] = [await register(t, line, line.people.ana, 'laptop'), pageFor(t)];
    const taken = await dial(laptop, laptopPage, CUSTOMER, { Replaces: compositions[composition](up, telephonySessionId), 'RC-call-type': 'replace' });
    assert.equal(taken.progress.headers['p-rc-api-ids'], `party-id=${parties[0]?.id};session-id=${telephonySessionId}`);
    assert.equal((await phone.next(/^BYE sip:/)).headers['Call-Id'], up.invite['Call-Id']);
    await bothHear(line, telephonySessionId, laptopPage);
    assert.equal(line.story().length, told, 'nobody is told of a page load');
    assert.equal(line.telephony.calls().length, 1);
    assert.deepEqual(onlyCall(line).parties[0]?.sipData, { callId: taken.invite['Call-Id'], toTag: tagsOf(taken).device, fromTag: tagsOf(taken).server });
    assert.match((await ask(phone, up, 'INVITE', await page.offer())).start, /^SIP\/2.0 481/);
    await ask(laptop, taken, 'BYE');
    await until('the call is over', () => onlyCall(line).farEnd.state === 'ended');
  });

  test(`a switch set to the other composition knows no call under ${composition}`, async (t) => {
    const line = await startSwitch({}, { replaces: [composition === 'call-id' ? 'session-id' : 'call-id'] });
    t.after(() => line.close());
    const [phone, page] = [await register(t, line), pageFor(t)];
    const up = await talk(line, phone, page);
    const invite = await phone.invite(CUSTOMER, { headers: { Replaces: compositions[composition](up, onlyCall(line).telephonySessionId) } });
    const refusal = await phone.next(({ start, headers: { CSeq } }) => CSeq === invite['CSeq'] && /^SIP\/2.0 [2-6]/.test(start));
    assert.match(refusal.start, /^SIP\/2.0 481/);
    assert.equal(onlyCall(line).farEnd.state, 'talking');
  });
}

test("nobody takes a colleague's call, and an offer that is none takes nothing", async (t: TestContext) => {
  const { line, phone, page } = await atTheDesk(t);
  const up = await talk(line, phone, page);
  const { telephonySessionId } = onlyCall(line);
  const replaces = compositions['call-id'](up, telephonySessionId);
  const ben = await register(t, line, line.people.ben);
  for (const [who, sdp, status] of [[ben, await pageFor(t).offer(), 481], [phone, 'v=0\r\nnonsense\r\n', 488]] as const) {
    const invite = await who.invite(CUSTOMER, { headers: { Replaces: replaces }, sdp });
    const answer = await who.next(({ start, headers: { CSeq } }) => CSeq === invite['CSeq'] && /^SIP\/2.0 [2-6]/.test(start));
    assert.match(answer.start, new RegExp(`^SIP/2.0 ${status}`));
  }
  await bothHear(line, telephonySessionId, page);
});

test('a call that still rings is picked up on another device of the same user', async (t) => {
  const { line, phone } = await atTheDesk(t);
  const { telephonySessionId, parties } = await line.telephony.ringIn({ from: { phoneNumber: CUSTOMER }, toExtensionId: line.people.ana.extensionId });
  const ringing = await phone.next(/^INVITE sip:/);
  const [laptop, laptopPage] = [await register(t, line, line.people.ana, 'laptop'), pageFor(t)];
  await dial(laptop, laptopPage, CUSTOMER, { Replaces: `${telephonySessionId};to-tag=blf;from-tag=${parties[1]?.id};early-only` });
  assert.equal((await phone.next(/^CANCEL sip:/)).headers['Call-Id'], ringing.headers['Call-Id']);
  assert.match((await phone.next(/^MESSAGE sip:/)).body, / Cmd="7".* CtrlCln=/);
  await bothHear(line, telephonySessionId, laptopPage);
  assert.deepEqual(line.story(), ['1 Setup', '2 Setup', '1 Answered', '2 Proceeding', '2 Answered']);
  assert.equal(line.telephony.call(telephonySessionId)?.from.phoneNumber, CUSTOMER);
});
