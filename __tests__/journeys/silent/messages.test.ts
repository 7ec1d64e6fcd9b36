import assert from 'node:assert/strict';
import { supportAgent } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { loggedTexts } from '../steps/texts.ts';
import { until } from '../steps/until.ts';

journey('Kim writes to a number from the dial pad; what is no number is said, the words stay, and NetSuite shows them on the phone call', async (story) => {
  const kim = await story.someone(supportAgent.email);
  const app = await connects(kim);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  await app.getByLabel('Phone number').fill('call me');
  await app.getByRole('link', { name: 'Text', exact: true }).click();
  await app.getByLabel('Text message').fill('Your keys are at the desk.');
  await app.getByRole('button', { name: 'Send' }).click();
  await app.getByRole('alert').getByText('That is not a phone number. Check it and try again.').waitFor();
  await app.getByLabel('To', { exact: true }).fill('415.555.0187');
  await app.getByRole('button', { name: 'Send' }).click();
  await app.getByRole('heading', { name: 'Golden Gate Printing' }).waitFor();
  await app.getByRole('list', { name: 'Messages of this conversation' }).getByText('Delivered').waitFor();
  const got = story.demo.ringcentral.control.texts.textsGotBy('+14155550187').map(({ text }) => text);
  assert.deepEqual(got, ['Your keys are at the desk.']);

  const [logged] = await until('it is logged', async () => {
    const found = await loggedTexts(story, 'Your keys are at the desk.');
    return found.length > 0 && found;
  });
  const page = await kim.tab(`/app/crm/calendar/call.nl?id=${String(logged?.phoneCall)}`);
  await page.getByText('Text conversation · Golden Gate Printing · 1 message', { exact: true }).first().waitFor();
  await page.getByRole('tab', { name: 'RingCentral Message' }).click();
  await page.getByRole('cell', { name: 'Your keys are at the desk.' }).waitFor();
});
