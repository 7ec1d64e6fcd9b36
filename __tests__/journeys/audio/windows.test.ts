import assert from 'node:assert/strict';
import { salesRep, supportAgent } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { current, farEndHears, farEndHearsSilence, farEndRings, userHears, watchesPeers } from '../steps/outside.ts';
import { callCard, dials, press } from '../steps/phone.ts';
import { dock, loggedOnce, opens, phoneCallsOf } from '../steps/records.ts';
import { until } from '../steps/until.ts';

journey('Kim answers in the app, then mutes and hangs up from a record page', async (story) => {
  const kim = await story.someone(supportAgent.email);
  const app = await connects(kim);
  const page = await opens(kim, 'customer', 'Pebble Creek Pediatrics');
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+13035550126', name: 'PEBBLE CREEK' }, to: supportAgent.extensionNumber });
  await press(callCard(app, 'Pebble Creek Pediatrics'), 'Answer');
  await farEndHears(story, call);
  await dock(page).getByRole('button', { name: /Connected/ }).click();
  const card = callCard(page, 'Pebble Creek Pediatrics');
  await press(card, 'Mute');
  await farEndHearsSilence(story, call);
  await callCard(app, 'Pebble Creek Pediatrics').getByText('Muted', { exact: true }).waitFor();
  await press(card, 'Hang up');
  await until('the far end is alone', () => current(story, call).farEnd.state === 'ended');
  assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
});

journey('The number in an edit form is dialled as it was typed over', async (story) => {
  const sam = await story.someone(salesRep.email);
  await connects(sam);
  const page = await opens(sam, 'customer', 'Granite State Insurance Agency');
  await page.goto(`${page.url()}&e=T`);
  const field = page.locator('input[name="phone"]');
  await field.fill('(603) 555-0120');
  await page.getByRole('button', { name: /^Call 603-555-0198/ }).click();
  const call = await farEndRings(story, '+16035550120');
  await press(callCard(page, '+1 (603) 555-0120'), 'Hang up');
  assert.equal((await loggedOnce(story, call)).to, '+16035550120');
});

journey('Sam calls his colleague Kim by extension; both talk, and each has a record', async (story) => {
  const sam = await story.someone(salesRep.email);
  const kim = await story.someone(supportAgent.email);
  for (const person of [sam, kim]) await watchesPeers(person.context);
  const [samsApp, kimsApp] = await Promise.all([connects(sam), connects(kim)]);
  await dials(samsApp, supportAgent.extensionNumber);
  const ringing = kimsApp.getByRole('article').filter({ has: kimsApp.getByRole('button', { name: 'Answer' }) });
  await ringing.getByText('Sam Rivera').waitFor();
  await press(ringing, 'Answer');
  await Promise.all([userHears(samsApp), userHears(kimsApp)]);
  await kimsApp.getByRole('button', { name: 'Hang up' }).click();
  await samsApp.getByRole('button', { name: 'Hang up' }).waitFor({ state: 'detached' });

  const [call] = story.demo.ringcentral.control.state().calls;
  const records = await until('both have logged the call', async () => {
    const rows = await phoneCallsOf(story, call?.telephonySessionId ?? '');
    return rows.length >= 2 && rows;
  });
  assert.deepEqual(records.map(({ organizer, direction }) => `${organizer} ${direction}`).sort(), [
    `${story.demo.employeeId(salesRep.email)} Outbound`,
    `${story.demo.employeeId(supportAgent.email)} Inbound`,
  ].sort());
});
