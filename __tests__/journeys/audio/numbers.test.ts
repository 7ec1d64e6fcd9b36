import assert from 'node:assert/strict';
import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { farEndRings } from '../steps/outside.ts';
import { callCard, dials, press } from '../steps/phone.ts';
import { until } from '../steps/until.ts';

journey('Sam shows the company’s number to whoever he calls, also after the browser was reloaded', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await dials(app, '+14045550170');
  assert.equal((await farEndRings(story, '+14045550170')).from.phoneNumber, '+16505550151');
  await press(callCard(app, 'Juniper Street Bakery'), 'Hang up');
  await app.getByLabel('Caller ID').selectOption({ label: '+1 (650) 555-0140 · Company number' });
  await app.reload();
  await dials(app, '+12125550123');
  assert.equal((await farEndRings(story, '+12125550123')).from.phoneNumber, '+16505550140');
  await press(callCard(app, 'Atlas Freight Brokers'), 'Hang up');
  await app.getByLabel('Caller ID').selectOption('');
  await dials(app, '206-555-0143');
  assert.equal((await farEndRings(story, '+12065550143')).from.phoneNumber, '+16505550151');
  await press(callCard(app, 'Emerald City Coffee Roasters'), 'Hang up');
});

journey('Sam calls the last number again with Call on an empty field, in another tab and after the browser was reloaded', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await dials(app, '(404) 555-0170');
  await farEndRings(story, '+14045550170');
  await press(callCard(app, 'Juniper Street Bakery'), 'Hang up');
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
  await farEndRings(story, '+14045550170');
  await press(callCard(again, 'Juniper Street Bakery').first(), 'Hang up');
});
