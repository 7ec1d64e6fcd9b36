import assert from 'node:assert/strict';
import { salesRep, supportAgent, territoryRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { farEndHears, farEndRings, userHears, watchesPeers } from '../steps/outside.ts';
import { callCard, dials, press } from '../steps/phone.ts';
import { dock, loggedOnce, opens } from '../steps/records.ts';
import { until } from '../steps/until.ts';

journey('A caller whom NetSuite does not know shows name and number, and the call is logged unlinked', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+12025550187', name: 'WIRELESS CALLER' }, to: salesRep.extensionNumber });
  const card = callCard(app, 'WIRELESS CALLER');
  await card.getByText('+1 (202) 555-0187').waitFor();
  await press(card, 'Answer');
  await farEndHears(story, call);
  await press(card, 'Hang up');
  const record = await loggedOnce(story, call);
  assert.deepEqual({ company: record.company, contact: record.contact, from: record.from, outcome: record.outcome }, { company: null, contact: null, from: '+12025550187', outcome: 'Completed' });
});

journey('A name full of markup stays text, whether the network sends it or NetSuite holds it', async (story) => {
  const hostile = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';
  await story.demo.netsuite.control.import([{ type: 'customer', values: { companyname: hostile, isperson: false, phone: '+1 802 555 0198' } }]);
  const kim = await story.someone(supportAgent.email);
  const app = await connects(kim);
  const page = await opens(kim, 'customer', 'Alder & Finch Architects');

  // A caller's name travels without angle brackets; the rest of it is as bad as it can be.
  const callers = [{ phoneNumber: '+12025550186', name: hostile.replace(/[<>]/g, '') }, { phoneNumber: '+18025550198', name: hostile }];
  for (const { phoneNumber, name } of callers) {
    const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber, name }, to: supportAgent.extensionNumber });
    for (const tab of [app, page]) {
      const card = callCard(tab, name);
      await card.getByText(name, { exact: true }).waitFor();
      assert.equal(await card.locator('img, script').count(), 0, 'no element came out of a name');
    }
    await press(callCard(page, name), 'Decline');
    const record = await loggedOnce(story, call);
    const logged = await kim.tab(`/app/crm/calendar/call.nl?id=${record.id}`);
    await logged.getByText(name).first().waitFor();
    for (const tab of [app, page, logged]) assert.notEqual(await tab.title(), 'owned');
    await logged.close();
  }
});

journey('Notes typed on a record page while the audio is elsewhere survive leaving it at once', async (story) => {
  const kim = await story.someone(supportAgent.email);
  const app = await connects(kim);
  const page = await opens(kim, 'customer', 'Harbourfront Yacht Charters');
  await app.bringToFront();
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+19025550125', name: 'HARBOURFRONT' }, to: supportAgent.extensionNumber });
  const card = callCard(app, 'Harbourfront Yacht Charters');
  await press(card, 'Answer');
  await farEndHears(story, call);

  await page.bringToFront();
  await dock(page).getByRole('button', { name: /Connected/ }).click();
  const notes = callCard(page, 'Harbourfront Yacht Charters').getByLabel('Notes');
  await notes.click();
  // Time stands still on this page: no pause in typing comes to the rescue.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await notes.pressSequentially('Wants berth 12 from May.');
  await page.reload();

  await farEndHears(story, call);
  await until('the app has the notes', async () => (await card.getByLabel('Notes').inputValue()) === 'Wants berth 12 from May.');
  await press(card, 'Hang up');
  assert.equal((await loggedOnce(story, call)).notes, 'Wants berth 12 from May.');
});

journey('Rosa calls a customer who is not hers: she sees the number alone, and the call is logged unlinked', async (story) => {
  const rosa = await story.someone(territoryRep.email);
  const app = await connects(rosa);
  await dials(app, '650-555-0112');
  const call = await farEndRings(story, '+16505550112');
  const card = callCard(app, '+1 (650) 555-0112');
  await press(card, 'Hang up');
  await card.getByText('Saved in NetSuite').waitFor();
  assert.equal(await app.getByText('Alder & Finch').count(), 0);
  const record = await loggedOnce(story, call);
  assert.deepEqual({ company: record.company, contact: record.contact, organizer: record.organizer }, { company: null, contact: null, organizer: story.demo.employeeId(territoryRep.email) });
});

journey('Sam and Kim talk to different customers at the same time; each has a record of their own', async (story) => {
  const sam = await story.someone(salesRep.email);
  const kim = await story.someone(supportAgent.email);
  for (const person of [sam, kim]) await watchesPeers(person.context);
  const [samsApp, kimsApp] = await Promise.all([connects(sam), connects(kim)]);

  await dials(samsApp, '(602) 555-0182');
  await dials(kimsApp, '707.555.0159');
  const sams = await farEndRings(story, '+16025550182');
  const kims = await farEndRings(story, '+17075550159');
  for (const { telephonySessionId } of [sams, kims]) await story.demo.ringcentral.control.farEndAnswers(telephonySessionId);
  await Promise.all([farEndHears(story, sams), farEndHears(story, kims), userHears(samsApp), userHears(kimsApp)]);
  await press(callCard(samsApp, 'Sundial Home Health'), 'Hang up');
  await farEndHears(story, kims);
  await press(callCard(kimsApp, 'Redwood Trails Tours'), 'Hang up');

  const [first, second] = [await loggedOnce(story, sams), await loggedOnce(story, kims)];
  assert.equal(first.organizer, story.demo.employeeId(salesRep.email));
  assert.equal(second.organizer, story.demo.employeeId(supportAgent.email));
  assert.deepEqual([first.title, second.title], ['Outbound call · Sundial Home Health · completed', 'Outbound call · Redwood Trails Tours · completed']);
});
