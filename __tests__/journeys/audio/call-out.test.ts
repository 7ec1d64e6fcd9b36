import assert from 'node:assert/strict';
import { administrator, salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { callWith, current, farEndHears, farEndHearsSilence, farEndRings, userHears, watchesPeers } from '../steps/outside.ts';
import { callCard, dials, press } from '../steps/phone.ts';
import { activityShown, loggedOnce, opens, phoneCallsOf } from '../steps/records.ts';
import { until } from '../steps/until.ts';

journey('Sam calls a customer from the app; both hear each other; after hang-up the call stands on the customer', async (story) => {
  const sam = await story.someone(salesRep.email);
  await watchesPeers(sam.context);
  const app = await connects(sam);

  await dials(app, '(415) 555-0145');
  const call = await farEndRings(story, '+14155550145');
  const card = callCard(app, 'Bayside Dental Group');
  await card.getByText('Ringing…').waitFor();
  const whereToHangUp = async (): Promise<number | undefined> => (await card.getByRole('button', { name: 'Hang up' }).boundingBox())?.x;
  const before = await whereToHangUp();

  await story.demo.ringcentral.control.farEndAnswers(call.telephonySessionId);
  await card.getByText('Outbound call').waitFor();
  await farEndHears(story, call);
  await userHears(app);
  assert.equal(await whereToHangUp(), before, 'nobody who aims at Hang up hits what has moved there');

  await press(card, 'Mute');
  await farEndHearsSilence(story, call);
  await press(card, 'Mute');
  await farEndHears(story, call);

  await press(card, 'Hold');
  await card.getByText('On hold').waitFor();
  await until('the far end is on hold', () => current(story, call).farEnd.state === 'held');
  await press(card, 'Hold');
  await until('the far end talks again', () => current(story, call).farEnd.state === 'talking');
  await farEndHears(story, call);

  await press(card, 'Keypad');
  for (const key of ['1', '5', '9']) await card.getByRole('button', { name: key, exact: true }).click();
  await until('the far end heard the keys', () => current(story, call).media?.digits === '159');

  await card.getByLabel('Notes').fill('Asks for a quote on four chairs.');
  await press(card, 'Hang up');
  await card.getByText('Saved in NetSuite').waitFor();
  assert.equal(current(story, call).farEnd.state, 'ended');

  const customer = await opens(sam, 'customer', 'Bayside Dental Group');
  await activityShown(customer, 'Outbound call · Bayside Dental Group · completed');
  const records = await phoneCallsOf(story, call.telephonySessionId);
  assert.equal(records.length, 1, 'one record');
  assert.deepEqual(
    { outcome: records[0]?.outcome, direction: records[0]?.direction, to: records[0]?.to, notes: records[0]?.notes, status: records[0]?.status },
    { outcome: 'Completed', direction: 'Outbound', to: '+14155550145', notes: 'Asks for a quote on four chairs.', status: 'COMPLETE' },
  );
  assert.ok(records[0]?.company, 'linked to the customer');
  assert.equal(records[0]?.organizer, story.demo.employeeId(salesRep.email), 'Sam is the organizer');
});

journey('A click on a customer’s phone field calls that customer', async (story) => {
  const ada = await story.someone(administrator.email);
  await watchesPeers(ada.context);
  await connects(ada);
  const page = await opens(ada, 'customer', 'Blue Heron Breweries');
  await page.getByRole('button', { name: /^Call \+1 \(206\) 555-0189/ }).click();
  const call = await farEndRings(story, '+12065550189');
  const card = callCard(page, 'Blue Heron Breweries');
  await story.demo.ringcentral.control.farEndAnswers(call.telephonySessionId);
  await farEndHears(story, call);
  await userHears(page);
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
  await card.getByText('Saved in NetSuite').waitFor();
  await activityShown(page, 'Outbound call · Blue Heron Breweries · completed');
});

journey('A number dialled while the phone is still starting waits, says so, and is dialled by itself', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  story.demo.ringcentral.control.dropNetwork('sip', salesRep.extensionNumber);
  story.afterwards(() => story.demo.ringcentral.control.restoreNetwork('sip', salesRep.extensionNumber));
  await until('the phone is gone', () => story.demo.ringcentral.control.state().extensions.every((each) => each.extensionNumber !== salesRep.extensionNumber || each.sipSockets === 0));
  await dials(app, '206-555-0143');
  await app.getByText('WebRTC is not initialized. Please wait.').waitFor();
  assert.equal(callWith(story, '+12065550143'), undefined, 'nothing rang yet');
  story.demo.ringcentral.control.restoreNetwork('sip', salesRep.extensionNumber);
  await farEndRings(story, '+12065550143');
  await press(callCard(app, 'Emerald City Coffee Roasters'), 'Hang up');
  const call = await until('the call ended', () => callWith(story, '+12065550143'));
  assert.equal((await loggedOnce(story, call)).outcome, 'No answer');
});
