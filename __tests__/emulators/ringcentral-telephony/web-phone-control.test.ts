import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import type { CallView } from '../../../emulators/ringcentral/telephony/contract.ts';
import { openPhone } from './browser-phone.ts';
import type { BrowserPhone } from './browser-phone.ts';
import { testChromium } from './browsers.ts';
import { startSwitch } from './switch.ts';
import type { TestSwitch } from './switch.ts';
import { until } from './until.ts';

/** Call control as the published library asks for it. */

const CUSTOMER = '+14155550123';
const SUPPLIER = '+14155550188';
const options = { skip: testChromium.leftOut ?? false, timeout: 60_000 };

const inACall = async (t: TestContext): Promise<{ line: TestSwitch; ana: BrowserPhone; call(): CallView }> => {
  const line = await startSwitch();
  t.after(() => line.close());
  const ana = await openPhone(t, testChromium, line, line.people.ana);
  const { telephonySessionId } = await line.telephony.ringIn({ from: { phoneNumber: CUSTOMER }, toExtensionId: line.people.ana.extensionId });
  await until('her phone rings', async () => (await ana.state()) === 'ringing');
  await ana.does('answer');
  const call = (): CallView => line.telephony.call(telephonySessionId) as CallView;
  await until('the customer hears Ana', () => (call().media?.energyIn ?? 0) > 1e-4);
  return { line, ana, call };
};
const hears = async (who: string, phone: BrowserPhone): Promise<void> => {
  const before = (await phone.view())?.energyIn ?? 0;
  await until(`${who} hears the other`, async () => ((await phone.view())?.energyIn ?? 0) > before + 1e-3);
};

test('transfer() hands the customer to Ben, whose browser hears them', options, async (t) => {
  const { line, ana, call } = await inACall(t);
  const ben = await openPhone(t, testChromium, line, line.people.ben);
  await ana.does('transfer', '102');
  assert.equal(await ana.state(), 'disposed');
  await until('his phone rings', async () => (await ben.state()) === 'ringing');
  assert.equal((await ben.view())?.remoteNumber, CUSTOMER);
  await ben.does('answer');
  await hears('Ben', ben);
  await until('the customer hears Ben', () => (call().media?.energyIn ?? 0) > 1e-4);
  await ben.does('hangup');
  await until('the call is over', () => call().endedAt !== null);
});

test('warmTransfer() can be cancelled, and completed the second time', options, async (t) => {
  const { line, ana, call } = await inACall(t);
  line.telephony.setBehaviour(SUPPLIER, 'answer');
  await ana.does('consult', SUPPLIER);
  assert.equal(call().farEnd.state, 'held');
  await ana.does('cancelTransfer');
  await until('the customer is back', () => call().farEnd.state === 'talking');
  assert.notEqual(line.telephony.calls()[1]?.endedAt, null);

  await ana.does('consult', SUPPLIER);
  await until('the supplier talks', () => line.telephony.calls()[2]?.farEnd.state === 'talking');
  await ana.does('completeTransfer');
  await until('both talk to each other in the first session', () => call().parties.at(-1)?.code === 'Answered' && call().parties.at(-1)?.to.phoneNumber === SUPPLIER);
  assert.deepEqual([call().parties[1]?.reason, call().endedAt], ['AttendedTransfer', null]);
  assert.equal(line.telephony.calls()[2]?.parties[1]?.code, 'Gone');
  assert.equal(await ana.state(), 'disposed');
});

test('park() gives the place and ends the leg', options, async (t) => {
  const { ana, call } = await inACall(t);
  assert.deepEqual(await ana.does('park'), { code: 0, description: 'Success', 'park extension': '*801' });
  assert.equal(await ana.state(), 'disposed');
  assert.deepEqual([call().endedAt, call().parties[1]?.code], [null, 'Parked']);
});

test('flip() rings the other phone', options, async (t) => {
  const { line, ana, call } = await inACall(t);
  line.telephony.setBehaviour(SUPPLIER, 'answer');
  const result = await ana.does<{ code: number }>('flip', SUPPLIER);
  assert.equal(result.code, 0);
  await ana.does('hangup');
  await until('they talk on without Ana', () => call().parties[1]?.reason === 'CallFlip' && call().endedAt === null);
});

test('forward() and reply() settle when the phone falls silent', options, async (t) => {
  const line = await startSwitch({ replyMs: 100 });
  t.after(() => line.close());
  const ana = await openPhone(t, testChromium, line, line.people.ana);
  for (const [verb, value, reason] of [['forward', SUPPLIER, 'CallRedirected'], ['reply', 'Back at 3', 'CallReplied']] as const) {
    const { telephonySessionId } = await line.telephony.ringIn({ from: { phoneNumber: CUSTOMER }, toExtensionId: line.people.ana.extensionId });
    await until('her phone rings', async () => (await ana.state()) === 'ringing');
    await ana.does(verb, value);
    await until('her phone is silent', async () => (await ana.state()) === 'disposed');
    assert.equal(line.telephony.call(telephonySessionId)?.parties[1]?.reason, reason);
  }
});
