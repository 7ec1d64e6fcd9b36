import assert from 'node:assert/strict';
import { salesRep, supportAgent, territoryRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { callWith } from '../steps/outside.ts';
import { callCard } from '../steps/phone.ts';
import { dock, opens } from '../steps/records.ts';
import { until } from '../steps/until.ts';

const pressed = (on: boolean) => ({ name: 'Do not disturb', exact: true, pressed: on }) as const;

journey('Kim switches do-not-disturb on in the app and off on a record page; RingCentral and every page agree each time', async (story) => {
  const kim = await story.someone(supportAgent.email);
  const app = await connects(kim);
  const atRingCentral = (): unknown => story.demo.ringcentral.control.state().extensions.find(({ extensionNumber }) => extensionNumber === supportAgent.extensionNumber)?.presenceStatus;
  await app.getByRole('button', pressed(false)).click();
  await app.getByRole('button', pressed(true)).waitFor();
  assert.equal(atRingCentral(), 'Busy');

  const page = await opens(kim, 'customer', 'Acme Ltd');
  await dock(page).getByRole('button', { name: /Connected/ }).click();
  await dock(page).getByRole('button', pressed(true)).click();
  await dock(page).getByRole('button', pressed(false)).waitFor();
  await app.getByRole('button', pressed(false)).waitFor();
  assert.equal(atRingCentral(), 'Available');
});

journey('A call that RingCentral sends in spite of do-not-disturb rings as it comes', async (story) => {
  const kim = await story.someone(supportAgent.email);
  const app = await connects(kim);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  await app.getByRole('button', pressed(false)).click();
  await app.getByRole('button', pressed(true)).waitFor();
  await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+16505550100', name: 'ACME LTD' }, to: supportAgent.extensionNumber });
  await callCard(app, 'Acme Ltd').getByRole('button', { name: 'Answer' }).waitFor();
  await app.getByRole('button', pressed(true)).click();
  await app.getByRole('button', pressed(false)).waitFor();
});

journey('RingCentral refuses do-not-disturb: it is said, and the switch stays where it is', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await app.getByRole('button', pressed(false)).waitFor();
  story.demo.ringcentral.control.failNextRest({ status: 403, times: 1, method: 'PUT', pathContains: '/presence' });
  await app.getByRole('button', pressed(false)).click();
  await app.getByRole('alert').getByText('RingCentral refused this: In order to call this API endpoint, user needs to have permission for the requested resource').waitFor();
  await app.getByRole('button', pressed(false)).waitFor();
});

journey('Queue calls are switched off for Kim, and stay so over a page load', async (story) => {
  const kim = await story.someone(supportAgent.email);
  const app = await connects(kim);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const queue = (on: boolean) => app.getByRole('button', { name: 'Queue calls', exact: true, pressed: on });
  await queue(true).click();
  await queue(false).waitFor();
  await app.reload();
  await queue(false).click();
  await queue(true).waitFor();
});

journey('Sam sees how his colleagues are, and calls one with a click', async (story) => {
  const rosa = await story.someone(territoryRep.email);
  const rosasApp = await connects(rosa);
  await rosasApp.getByRole('button', pressed(false)).click();
  await rosasApp.getByRole('button', pressed(true)).waitFor();
  const kim = await story.someone(supportAgent.email);
  await connects(kim);
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  await app.getByRole('button', { name: 'Show colleagues' }).click();
  await app.getByRole('button', { name: 'Call Ada Morgan, extension 101, Offline' }).waitFor();
  await app.getByRole('button', { name: 'Call Rosa Klein, extension 104, Do not disturb' }).waitFor();
  assert.equal(await app.getByRole('button', { name: /Call Sam Rivera/ }).count(), 0, 'not himself');
  await app.getByRole('button', { name: 'Call Kim Tran, extension 103, Available' }).click();
  await until('Kim’s phone rings', () => callWith(story, supportAgent.directNumber) ?? story.demo.ringcentral.control.state().calls.find(({ to }) => to.extensionNumber === supportAgent.extensionNumber));
  await rosasApp.getByRole('button', pressed(true)).click();
  await rosasApp.getByRole('button', pressed(false)).waitFor();
});
