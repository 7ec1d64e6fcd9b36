import assert from 'node:assert/strict';
import { administrator, territoryRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { switchesSyncOn } from '../steps/call-sync.ts';
import { activities, opens } from '../steps/records.ts';

journey('An administrator has texts of everybody logged: refused by RingCentral they are told why, and allowed a text that came while no page was open stands on the customer', async (story) => {
  const { control } = story.demo.ringcentral;
  const ada = await story.someone(administrator.email);
  const app = await ada.app();
  await switchesSyncOn(app, story, territoryRep);
  await app.getByRole('link', { name: 'Settings' }).click();
  await app.getByRole('link', { name: 'Open call sync' }).click();
  const form = app.getByRole('form', { name: 'Connection' });
  await form.getByLabel('Also log texts of everybody who is mapped').check();
  await form.getByRole('button', { name: 'Test Connection' }).click();
  await form.getByText('RingCentral refuses them to this service user.').waitFor();
  control.setSwitch('othersMessages', true);
  story.afterwards(async () => void control.setSwitch('othersMessages', false));
  await form.getByRole('button', { name: 'Test Connection' }).click();
  await form.getByText('RingCentral lets this service user read them.').waitFor();
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('Saved').waitFor();

  control.texts.textIn({ from: { phoneNumber: '+13195550132' }, to: [territoryRep.extensionNumber], text: 'Please bring the long rail.' });
  await story.demo.netsuite.control.runScheduled('customscript_rcns_text_sync');
  const page = await opens(ada, 'customer', 'Elmwood Senior Living');
  assert.equal(await activities(page).filter({ hasText: 'Text conversation · Elmwood Senior Living · 1 message' }).count(), 1);
  await app.reload();
  await app.getByText(/^Texts of \d+ extensions? (?:is|are) read\.$/).waitFor();
});
