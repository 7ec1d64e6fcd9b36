import assert from 'node:assert/strict';
import { administrator, salesRep } from '../../../emulators/demo/people.ts';
import { askNetSuite } from '../../../emulators/demo/questions.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { callCard } from '../steps/phone.ts';
import { customerId } from '../steps/records.ts';
import { until } from '../steps/until.ts';

const customer = 'Longfellow Music School';

journey('An administrator chooses a field and a link, and who talks with that customer sees both and changes the field in the call', async (story) => {
  const ada = await (await story.someone(administrator.email)).app();
  await ada.getByRole('link', { name: 'Settings' }).click();
  await ada.getByRole('link', { name: /^Call Fields and Info Links/ }).click();
  await ada.getByLabel('Add a field').selectOption('email');
  await ada.getByRole('button', { name: 'Add link' }).click();
  await ada.getByLabel('Name', { exact: true }).fill('Orders');
  await ada.getByLabel('Address', { exact: true }).fill('https://erp.example.com/find/{name}?tel={phone}');
  await ada.getByRole('button', { name: 'Save', exact: true }).click();
  await ada.getByText('Saved').waitFor();

  const sam = await connects(await story.someone(salesRep.email));
  await sam.getByRole('link', { name: 'Phone', exact: true }).click();
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+12075550126' }, to: salesRep.extensionNumber });
  const card = callCard(sam, customer);
  await card.getByRole('button', { name: 'Answer' }).waitFor();
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
  assert.equal(await card.getByRole('link', { name: 'Orders' }).getAttribute('href'), 'https://erp.example.com/find/Longfellow%20Music%20School?tel=%2B12075550126');
  const email = card.getByLabel('Email');
  await email.fill('office@longfellow.example');
  await email.press('Tab');
  await card.getByText('Saved', { exact: true }).waitFor();
  const id = await customerId(story, customer);
  await until('NetSuite has it', async () => (await askNetSuite(story.demo.netsuite, 'SELECT email FROM customer WHERE id = ?', [id]))[0]?.['email'] === 'office@longfellow.example');
});
