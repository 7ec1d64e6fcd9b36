import assert from 'node:assert/strict';
import { administrator, salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { isOver, switchesSyncOn, syncRuns } from '../steps/call-sync.ts';
import { connects } from '../steps/connecting.ts';
import { callCard } from '../steps/phone.ts';
import { activities, customerId, loggedOnce, opens, phoneCallsOf } from '../steps/records.ts';

journey('No tab is open while a customer calls: call sync logs it on the customer, and does not double what was logged live', async (story) => {
  const { control } = story.demo.ringcentral;
  const ada = await story.someone(administrator.email);
  const page = await opens(ada, 'customer', 'Elmwood Senior Living');
  await switchesSyncOn(page, story, salesRep);

  const unseen = await control.ringIn({ from: { phoneNumber: '+13195550132', name: 'ELMWOOD' }, to: salesRep.extensionNumber });
  await control.farEndHangsUp(unseen.telephonySessionId);
  await isOver(story, unseen);
  assert.deepEqual(await phoneCallsOf(story, unseen.telephonySessionId), [], 'nobody was there to log it');
  await syncRuns(story);
  await page.reload();
  assert.equal(await activities(page).filter({ hasText: 'Inbound call · Elmwood Senior Living · missed' }).count(), 1);
  const record = await loggedOnce(story, unseen);
  assert.deepEqual([record.company, record.organizer, record.from], [await customerId(story, 'Elmwood Senior Living'), story.demo.employeeId(salesRep.email), '+13195550132']);

  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const seen = await control.ringIn({ from: { phoneNumber: '+13195550132', name: 'ELMWOOD' }, to: salesRep.extensionNumber });
  const card = callCard(app, 'Elmwood Senior Living');
  await card.getByRole('button', { name: 'Answer' }).waitFor();
  await control.farEndHangsUp(seen.telephonySessionId);
  await card.getByText('Saved in NetSuite').waitFor();
  await isOver(story, seen);
  await syncRuns(story);
  const [live, ...others] = await phoneCallsOf(story, seen.telephonySessionId);
  assert.deepEqual([live?.title, others], ['Inbound call · Elmwood Senior Living · missed', []]);
});
