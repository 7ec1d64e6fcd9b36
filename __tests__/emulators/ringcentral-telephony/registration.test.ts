import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { startSwitch } from './switch.ts';
import type { TestSwitch } from './switch.ts';
import { until } from './until.ts';
import { connectPhone } from './wire-phone.ts';
import type { WirePhone } from './wire-phone.ts';

const started = async (t: TestContext, timings = {}): Promise<TestSwitch> => {
  const line = await startSwitch(timings);
  t.after(() => line.close());
  return line;
};
const phoneOf = async (t: TestContext, line: TestSwitch): Promise<WirePhone> => {
  const phone = await connectPhone(line.outboundProxy, line.provision(line.people.ana));
  t.after(() => phone.close());
  return phone;
};

test('a phone is challenged, answers, and learns when to come again', async (t) => {
  const line = await started(t, { registrationExpirySeconds: 47 });
  const phone = await phoneOf(t, line);
  const answer = await phone.register();
  assert.equal(answer.start, 'SIP/2.0 200 OK');
  assert.match(answer.headers['Contact'] ?? '', /;expires=47$/);
  const challenged = phone.seen[0];
  assert.equal(challenged?.start, 'SIP/2.0 401 Unauthorized');
  assert.match(challenged?.headers['Www-Authenticate'] ?? '', /^Digest realm="[^"]+", nonce="[^"]+"$/);
  assert.deepEqual(line.telephony.registrations().map(({ extensionId, socketOpen }) => [extensionId, socketOpen]), [[line.people.ana.extensionId, true]]);
});

test('a wrong password is refused, and so is an extension without the web phone', async (t) => {
  const line = await started(t);
  const phone = await phoneOf(t, line);
  assert.equal((await phone.register({ password: 'guessed' })).start, 'SIP/2.0 403 Forbidden');
  line.people.ana.webPhone = false;
  assert.equal((await phone.register()).start, 'SIP/2.0 403 Forbidden');
  assert.deepEqual(line.telephony.registrations(), []);
});

test('the sixth phone of an extension is one too many until a dead one has aged', async (t) => {
  const line = await started(t, { contactSlotMs: 150 });
  const phones = [];
  for (const name of ['desk', 'laptop', 'tablet', 'home', 'lab']) {
    const phone = await phoneOf(t, line);
    assert.match((await phone.register({ instanceId: name })).start, /^SIP\/2.0 200/);
    phones.push(phone);
  }
  const sixth = await phoneOf(t, line);
  assert.equal((await sixth.register({ instanceId: 'kiosk' })).start, 'SIP/2.0 603 Too Many Contacts');
  phones[0]?.close();
  await until('the dead phone has lost its slot', async () => (await sixth.register({ instanceId: 'kiosk' })).start.startsWith('SIP/2.0 200'));
});

test('phones on other computers take slots too, until they go', async (t) => {
  const line = await started(t);
  const { extensionId } = line.people.ana;
  line.telephony.phonesElsewhere.set(extensionId, 5);
  const phone = await phoneOf(t, line);
  assert.equal((await phone.register()).start, 'SIP/2.0 603 Too Many Contacts');
  assert.deepEqual(line.telephony.registrations(), []);
  line.telephony.phonesElsewhere.set(extensionId, 4);
  assert.match((await phone.register()).start, /^SIP\/2.0 200/);
});

test('the same instance takes its slot over, and gives it back when it unregisters', async (t) => {
  const line = await started(t);
  const [old, fresh] = [await phoneOf(t, line), await phoneOf(t, line)];
  await old.register({ instanceId: 'laptop' });
  await fresh.register({ instanceId: 'laptop' });
  assert.equal(line.telephony.registrations().length, 1);
  await line.telephony.ringIn({ from: { phoneNumber: '+14155550123' }, toExtensionId: line.people.ana.extensionId });
  await fresh.next(/^INVITE sip:/);
  assert.ok(!old.seen.some(({ start }) => start.startsWith('INVITE')), 'only the newest rings');
  await fresh.register({ instanceId: 'laptop', expires: 0 });
  assert.deepEqual(line.telephony.registrations(), []);
});

test('a dropped network cuts the phones of one extension until it is restored', async (t) => {
  const line = await started(t);
  const phone = await phoneOf(t, line);
  await phone.register();
  const other = await connectPhone(line.outboundProxy, line.provision(line.people.ben));
  t.after(() => other.close());
  await other.register();
  line.telephony.network.dropSip(line.people.ana.extensionId);
  await phone.closed;
  assert.match((await other.register()).start, /^SIP\/2.0 200/, 'the colleague is not concerned');
  const again = await phoneOf(t, line);
  void again.register().catch(() => { /* It is cut before it is answered. */ });
  await again.closed;
  line.telephony.network.restoreSip(line.people.ana.extensionId);
  const back = await phoneOf(t, line);
  assert.match((await back.register()).start, /^SIP\/2.0 200/);
});

test('while the whole network is down no socket stays open', async (t) => {
  const line = await started(t);
  line.telephony.network.dropSip();
  const phone = await phoneOf(t, line);
  await phone.closed;
  line.telephony.network.restoreSip();
  assert.match((await (await phoneOf(t, line)).register()).start, /^SIP\/2.0 200/);
});

test('an ordered fault answers as many requests as asked, then things are right again', async (t) => {
  const line = await started(t);
  const phone = await phoneOf(t, line);
  line.telephony.network.answerNext('REGISTER', 503, 2);
  assert.equal((await phone.register()).start, 'SIP/2.0 503 Service Unavailable');
  assert.equal((await phone.register()).start, 'SIP/2.0 503 Service Unavailable');
  assert.equal((await phone.register()).start, 'SIP/2.0 200 OK');
});

test('nonsense on the wire is ignored, an unknown method is named', async (t) => {
  const line = await started(t);
  const phone = await phoneOf(t, line);
  phone.send('hello', {});
  phone.send('REGISTER sip:x SIP/2.0', { CSeq: 'not a number' });
  const about = { Via: 'SIP/2.0/WSS phone.invalid;branch=z9hG4bK-1', From: '<sip:a@b>;tag=1', To: '<sip:c@d>', 'Call-Id': 'none' };
  phone.send('PUBLISH sip:x@y SIP/2.0', { ...about, CSeq: '7 PUBLISH' });
  const answer = await phone.next(/^SIP/);
  assert.equal(answer.start, 'SIP/2.0 501 Not Implemented');
  assert.match(answer.headers['Warning'] ?? '', /NotEmulated PUBLISH/);
  phone.send('BYE sip:x@y SIP/2.0', { ...about, CSeq: '8 BYE' });
  assert.equal((await phone.next(/^SIP/)).start, 'SIP/2.0 481 Call/Transaction Does Not Exist');
});
