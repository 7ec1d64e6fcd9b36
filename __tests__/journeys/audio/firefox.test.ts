import assert from 'node:assert/strict';
import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { farEndHears, farEndRings, userHears, watchesPeers } from '../steps/outside.ts';
import { callCard, dials, press } from '../steps/phone.ts';
import { activityShown, loggedOnce, opens } from '../steps/records.ts';

journey('Sam calls out and is heard, in Firefox', async (story) => {
  const sam = await story.someone(salesRep.email, { browser: 'firefox' });
  await watchesPeers(sam.context);
  const app = await connects(sam);
  await dials(app, '312/555-0143');
  const call = await farEndRings(story, '+13125550143');
  await story.demo.ringcentral.control.farEndAnswers(call.telephonySessionId);
  const card = callCard(app, 'Cedar & Salt Catering');
  await card.getByText('Outbound call').waitFor();
  await farEndHears(story, call);
  await userHears(app);
  await press(card, 'Hang up');
  await card.getByText('Saved in NetSuite').waitFor();
  assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
}, { needs: 'firefox' });

journey('Sam is called on a record page and answers, in Firefox', async (story) => {
  const sam = await story.someone(salesRep.email, { browser: 'firefox' });
  await watchesPeers(sam.context);
  await connects(sam);
  const page = await opens(sam, 'customer', 'Pioneer Valley Credit Union');
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+14135550137', name: 'PIONEER VALLEY' }, to: salesRep.extensionNumber });
  const card = callCard(page, 'Pioneer Valley Credit Union');
  await press(card, 'Answer');
  await farEndHears(story, call);
  await userHears(page);
  await press(card, 'Hang up');
  await activityShown(page, 'Inbound call · Pioneer Valley Credit Union · completed');
}, { needs: 'firefox' });
