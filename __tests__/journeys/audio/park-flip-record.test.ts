import assert from 'node:assert/strict';
import { journey } from '../journey.ts';
import { current, farEndHears, userHears } from '../steps/outside.ts';
import { callCard, press } from '../steps/phone.ts';
import { dock, loggedOnce, opens } from '../steps/records.ts';
import { isOver, talksWithAcme } from '../steps/two-calls.ts';
import { until } from '../steps/until.ts';

journey('Sam parks a call in the app and picks it up from a record page', async (story) => {
  const { sam, app, call } = await talksWithAcme(story);
  const card = callCard(app, 'Acme Ltd');
  await press(card, 'More');
  await press(card, 'Park');
  const list = app.getByRole('region', { name: 'Parked calls' });
  await list.getByText('ACME LTD').waitFor();
  await until('the caller is parked', () => current(story, call).parties.some(({ code }) => code === 'Parked'));

  const page = await opens(sam, 'customer', 'Three Rivers Steel');
  await dock(page).getByRole('button', { name: /Connected/ }).click();
  await dock(page).getByRole('region', { name: 'Parked calls' }).getByRole('button', { name: 'Pick up' }).click();
  await dock(page).getByRole('button', { name: 'Hang up' }).waitFor();
  await list.waitFor({ state: 'detached' });
  story.demo.ringcentral.control.resetMediaStatistics(call.telephonySessionId);
  await farEndHears(story, call);
  await userHears(page);
  await dock(page).getByRole('button', { name: 'Hang up' }).click();
  await isOver(story, call);
});

journey('Sam flips a call to his mobile: it goes on here until he answers there', async (story) => {
  const { app, call } = await talksWithAcme(story);
  const card = callCard(app, 'Acme Ltd');
  await press(card, 'More');
  await press(card, 'Flip');
  await card.getByLabel('Your other phone').fill('206-555-0143');
  await press(card, 'Flip call');
  await card.getByText(/^Ringing your other phone\./).waitFor();
  await farEndHears(story, call);
  await until('the mobile rings', () => current(story, call).farEnd.canAnswer);
  await story.demo.ringcentral.control.farEndAnswers(call.telephonySessionId);
  await card.getByText('Completed', { exact: true }).waitFor();
  assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
  await until('Acme hears the one at the mobile', () => (current(story, call).media?.energyIn ?? 0) > 1e-4);
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
});

journey('Sam records a part of a call; the card shows it while it lasts, in every tab', async (story) => {
  const { sam, app, call } = await talksWithAcme(story);
  const page = await opens(sam, 'customer', 'Three Rivers Steel');
  await dock(page).getByRole('button', { name: /Connected/ }).click();
  const [here, there] = [callCard(app, 'Acme Ltd'), callCard(page, 'Acme Ltd')];
  const isRecorded = (): boolean => current(story, call).parties.some(({ recordings }) => recordings?.some(({ active }) => active));
  await press(here, 'More');
  await press(here, 'Record');
  for (const card of [here, there]) await card.getByText('Recording', { exact: true }).waitFor();
  assert.equal(isRecorded(), true);
  await press(there, 'More');
  await press(there, 'Record');
  for (const card of [here, there]) await card.getByText('Recording', { exact: true }).waitFor({ state: 'detached' });
  assert.equal(isRecorded(), false);
  await press(here, 'Hang up');
  assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
});

journey('A recording that RingCentral refuses says why, and nothing claims to be recorded', async (story) => {
  const { app, call } = await talksWithAcme(story);
  story.demo.ringcentral.control.answerNextSip('INFO', 403, 1);
  const card = callCard(app, 'Acme Ltd');
  await press(card, 'More');
  await press(card, 'Record');
  await card.getByText(/^RingCentral refused this/).waitFor();
  assert.equal(await card.getByText('Recording', { exact: true }).count(), 0);
  await farEndHears(story, call);
  await press(card, 'Hang up');
  await isOver(story, call);
});
