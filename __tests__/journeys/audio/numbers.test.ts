import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { salesRep } from '../../../emulators/demo/people.ts';
import type { CallView } from '../../../emulators/ringcentral/telephony/contract.ts';
import { journey, type Story } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { farEndRings } from '../steps/outside.ts';
import { callCard, dials, press } from '../steps/phone.ts';
import { isOver } from '../steps/two-calls.ts';
import { until } from '../steps/until.ts';

/** Hung up, and the far end knows: a call left ringing would be in the next one's way. */
async function hangsUp(story: Story, app: Page, who: string, call: CallView): Promise<void> {
  await press(callCard(app, who).first(), 'Hang up');
  await isOver(story, call);
}

journey('Sam shows the company’s number to whoever he calls, also after the browser was reloaded', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await dials(app, '+14045550170');
  const first = await farEndRings(story, '+14045550170');
  assert.equal(first.from.phoneNumber, '+16505550151');
  await hangsUp(story, app, 'Juniper Street Bakery', first);
  await app.getByLabel('Caller ID').selectOption({ label: '+1 (650) 555-0140 · Company number' });
  await app.reload();
  await dials(app, '+12125550123');
  const second = await farEndRings(story, '+12125550123');
  assert.equal(second.from.phoneNumber, '+16505550140');
  await hangsUp(story, app, 'Atlas Freight Brokers', second);
  await app.getByLabel('Caller ID').selectOption('');
  await dials(app, '206-555-0143');
  const third = await farEndRings(story, '+12065550143');
  assert.equal(third.from.phoneNumber, '+16505550151');
  await hangsUp(story, app, 'Emerald City Coffee Roasters', third);
});

journey('Sam calls the last number again with Call on an empty field, in another tab and after the browser was reloaded', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await dials(app, '(404) 555-0170');
  await hangsUp(story, app, 'Juniper Street Bakery', await farEndRings(story, '+14045550170'));
  await callCard(app, 'Juniper Street Bakery').getByText('No answer').waitFor();
  await app.close();
  const again = await sam.app();
  const call = again.getByRole('button', { name: 'Call', exact: true });
  const field = again.getByLabel('Phone number', { exact: true });
  await until('the number is back', async () => {
    await call.click();
    return (await field.inputValue()) === '(404) 555-0170';
  });
  await call.click();
  await hangsUp(story, again, 'Juniper Street Bakery', await farEndRings(story, '+14045550170'));
});
