import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { farEndHears, userHears, watchesPeers } from '../steps/outside.ts';
import { callCard, press } from '../steps/phone.ts';
import { loggedOnce, opens } from '../steps/records.ts';
import assert from 'node:assert/strict';

journey('A call rings while Sam follows a link in his only tab; it rings on in the next page, and he answers it there', async (story) => {
  const sam = await story.someone(salesRep.email);
  await watchesPeers(sam.context);
  const app = await connects(sam);
  const page = await opens(sam, 'customer', 'Juniper Street Bakery');
  await app.close();
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+14045550170', name: 'JUNIPER STREET' }, to: salesRep.extensionNumber });
  const card = callCard(page, 'Juniper Street Bakery');
  await card.getByText('Incoming call').waitFor();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.waitForURL(/e=T/);
  await press(card, 'Answer');
  await card.getByText('Inbound call').waitFor();
  await farEndHears(story, call);
  await userHears(page);
  await press(card, 'Hang up');
  assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
});
