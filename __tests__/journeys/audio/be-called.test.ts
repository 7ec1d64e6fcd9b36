import assert from 'node:assert/strict';
import { salesRep, supportAgent } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { farEndHears, userHears, watchesPeers } from '../steps/outside.ts';
import { callCard, press } from '../steps/phone.ts';
import { activityShown, dock, loggedOnce, opens, phoneCallsOf } from '../steps/records.ts';
import { until } from '../steps/until.ts';

journey('A customer calls; his name stands in the app and on a record page; Kim answers there; the call is logged', async (story) => {
  const kim = await story.someone(supportAgent.email);
  await watchesPeers(kim.context);
  const app = await connects(kim);
  const page = await opens(kim, 'customer', 'Acme Ltd');

  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+16505550100', name: 'ACME LTD' }, to: supportAgent.extensionNumber });
  await callCard(app, 'Acme Ltd').getByText('Incoming call').waitFor();
  const card = callCard(page, 'Acme Ltd');
  await press(card, 'Answer');
  await card.getByText('Inbound call').waitFor();
  await farEndHears(story, call);
  await userHears(page);
  await callCard(app, 'Acme Ltd').getByText('Inbound call').waitFor();

  await card.getByLabel('Notes').fill('Delivery came short by two boxes.');
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
  await card.getByText('Saved in NetSuite').waitFor();
  await activityShown(page, 'Inbound call · Acme Ltd · completed');
  // The caller may hang up while the last word is being typed: then it comes to the record after the call.
  const record = await until('the notes stand on the record', async () => {
    const now = await loggedOnce(story, call);
    return now.notes === 'Delivery came short by two boxes.' && now;
  });
  assert.equal(record.from, '+16505550100');
});

journey('Sam declines a call; it is logged as Declined', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+442079460018', name: 'BRIGHTWATER' }, to: salesRep.extensionNumber });
  await press(callCard(app, 'Brightwater Plumbing'), 'Decline');
  assert.equal((await loggedOnce(story, call)).outcome, 'Declined');
});

journey('A caller who gives up is missed, and logged once although two tabs are open', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const page = await opens(sam, 'customer', 'Three Rivers Steel');
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+14125550104', name: 'THREE RIVERS' }, to: salesRep.extensionNumber });
  await callCard(app, 'Three Rivers Steel').getByRole('button', { name: 'Answer' }).waitFor();
  await dock(page).getByRole('button', { name: 'Answer' }).waitFor();
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
  await callCard(app, 'Three Rivers Steel').getByText('Missed').waitFor();
  await activityShown(page, 'Inbound call · Three Rivers Steel · missed');
  const records = await phoneCallsOf(story, call.telephonySessionId);
  assert.equal(records.length, 1);
  assert.equal(records[0]?.outcome, 'Missed');
  assert.equal(records[0]?.talk, 0);
});
