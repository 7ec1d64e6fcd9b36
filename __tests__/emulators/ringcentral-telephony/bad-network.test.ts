import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, atTheDesk, CUSTOMER, dial, onlyCall, pageFor, register, talk } from './desk.ts';
import { until } from './until.ts';

test('a silent socket stays open and carries nothing, either way, until it is restored', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  const up = await talk(line, phone, page);
  const { extensionId } = line.people.ana;
  line.telephony.network.silenceSip(extensionId);
  const before = phone.seen.length;
  phone.send('BYE sip:x SIP/2.0', { ...up.invite, To: up.progress.headers['To'] ?? '', CSeq: `${phone.cseq()} BYE` });
  // Ben's call goes through meanwhile, so Ana's BYE had its time.
  const ben = await register(t, line, line.people.ben);
  await dial(ben, pageFor(t), '+14155550166');
  await line.telephony.farEndHangsUp(line.telephony.calls()[0]?.telephonySessionId ?? '');
  assert.equal(phone.seen.length, before, 'not even the BYE of the far end');
  assert.equal(line.telephony.registrations().find((one) => one.extensionId === extensionId)?.socketOpen, true);
  line.telephony.network.restoreSip(extensionId);
  assert.match((await ask(phone, up, 'INFO')).start, /^SIP\/2.0 481/, 'the call is gone');
});

test('a lost BYE leaves the phone in a call that is over; its next request says so', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  const up = await talk(line, phone, page);
  line.telephony.network.loseNext('BYE', 1);
  await line.telephony.farEndHangsUp(onlyCall(line).telephonySessionId);
  assert.match((await phone.next(/^MESSAGE sip:/)).body, / Cmd="2"/);
  assert.ok(!phone.seen.some(({ start }) => start.startsWith('BYE')));
  assert.match((await ask(phone, up, 'INVITE', await page.offer())).start, /^SIP\/2.0 481/);

  await talk(line, phone, pageFor(t));
  await line.telephony.farEndHangsUp(onlyCall(line).telephonySessionId);
  await phone.next(/^BYE sip:/);
});

test('a late 200 can be waited for, or cancelled meanwhile', async (t) => {
  const { line, phone, page } = await atTheDesk(t);
  line.telephony.network.answerLate(300, 2);
  const startedAt = performance.now();
  await dial(phone, page);
  assert.ok(performance.now() - startedAt >= 300);
  const invite = await phone.invite(CUSTOMER, { sdp: await pageFor(t).offer() });
  await phone.next(({ start, headers: { CSeq } }) => start.startsWith('SIP/2.0 183') && CSeq === invite['CSeq']);
  phone.send(`CANCEL sip:${CUSTOMER}@x SIP/2.0`, { Via: invite['Via'] ?? '', From: invite['From'] ?? '', To: invite['To'] ?? '', 'Call-Id': invite['Call-Id'] ?? '', CSeq: invite['CSeq']?.replace('INVITE', 'CANCEL') ?? '' });
  await phone.next(/^SIP\/2.0 487/);
  await until('the call is over', () => onlyCall(line).farEnd.state === 'ended');
  await dial(phone, pageFor(t));
  assert.equal(phone.seen.filter(({ start, headers }) => start === 'SIP/2.0 200 OK' && headers['CSeq'] === invite['CSeq']).length, 0);
});
