import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { CallView } from '../../../emulators/ringcentral/telephony/contract.ts';
import { journey, type Story } from '../journey.ts';
import { current, farEndHears, farEndRings, userHears } from '../steps/outside.ts';
import { callCard, press } from '../steps/phone.ts';
import { loggedOnce, opens } from '../steps/records.ts';
import { brightwaterCalls, isHeld, isOver, isTalkedTo, talksWithAcme } from '../steps/two-calls.ts';
import { until } from '../steps/until.ts';

const roasters = 'Emerald City Coffee Roasters';
const three = `Conference with Acme Ltd and ${roasters}`;

/** From the card of the call with Acme, Sam calls the roasters too; Acme waits. */
async function addsRoasters(story: Story, app: Page, acme: CallView): Promise<CallView> {
  const card = callCard(app, 'Acme Ltd');
  await press(card, 'More');
  await press(card, 'Add to call');
  await card.getByLabel('Add to call').fill('206-555-0143');
  await press(card, 'Call');
  const second = await farEndRings(story, '+12065550143');
  await isHeld(story, acme);
  await story.demo.ringcentral.control.farEndAnswers(second.telephonySessionId);
  await farEndHears(story, second);
  return second;
}

async function joins(story: Story, app: Page): Promise<CallView> {
  const card = callCard(app, roasters);
  await press(card, 'More');
  await press(card, 'Join calls');
  await callCard(app, three).waitFor();
  return until('the conference is there', () => story.demo.ringcentral.control.state().calls.find(({ to, endedAt }) => to.name === 'Conference' && endedAt === null));
}

journey('Sam adds a second customer to his call: all three hear each other, and each conversation is logged once', async (story) => {
  const { app, call: first } = await talksWithAcme(story);
  const second = await addsRoasters(story, app, first);
  const conference = await joins(story, app);
  for (const call of [first, second]) await isOver(story, call);
  await userHears(app);
  await farEndHears(story, conference);

  await press(callCard(app, three), 'Mute');
  await callCard(app, three).getByText('Muted', { exact: true }).waitFor();
  // Nobody speaks to Acme now but the roasters.
  await farEndHears(story, conference);
  await press(callCard(app, three), 'Mute');

  await story.demo.ringcentral.control.farEndHangsUp(conference.telephonySessionId);
  await farEndHears(story, conference);
  await isTalkedTo(story, conference);
  await press(callCard(app, three), 'Hang up');
  for (const call of [first, second]) {
    const record = await loggedOnce(story, call);
    assert.equal(record.outcome, 'Completed');
    assert.ok(record.company, 'linked to its customer');
  }
  const record = await loggedOnce(story, conference);
  assert.deepEqual({ title: record.title, outcome: record.outcome, company: record.company }, { title: `Outbound call · ${three} · completed`, outcome: 'Completed', company: null });
});

journey('Somebody else calls during the conference, and Sam takes them in', async (story) => {
  const { app, call: first } = await talksWithAcme(story);
  await addsRoasters(story, app, first);
  const conference = await joins(story, app);
  const third = await brightwaterCalls(story);
  const card = callCard(app, 'Brightwater Plumbing');
  await press(card, 'Answer and hold');
  await farEndHears(story, third);
  await press(card, 'More');
  await press(card, 'Join calls');
  const all = callCard(app, `Conference with Acme Ltd, ${roasters} and Brightwater Plumbing`);
  await all.waitFor();
  await isOver(story, third);
  await farEndHears(story, conference);
  await userHears(app);
  assert.equal((await loggedOnce(story, third)).outcome, 'Completed');
  await press(all, 'Hang up');
  assert.equal((await loggedOnce(story, conference)).outcome, 'Completed');
  await story.demo.ringcentral.control.farEndHangsUp(conference.telephonySessionId);
});

journey('RingCentral opens no conference: both calls stay, and the screen says why', async (story) => {
  const { app, call: first } = await talksWithAcme(story);
  const second = await addsRoasters(story, app, first);
  story.demo.ringcentral.control.answerNextSip('INVITE', 403, 1);
  const card = callCard(app, roasters);
  await press(card, 'More');
  await press(card, 'Join calls');
  await card.getByRole('alert').getByText(/RingCentral refused this/).waitFor();
  await isTalkedTo(story, second);
  await isHeld(story, first);
  await farEndHears(story, second);
  assert.equal(await callCard(app, 'Conference').count(), 0, 'no trace of the attempt');
  await press(card, 'Hang up');
  await press(callCard(app, 'Acme Ltd'), 'Hang up');
  for (const call of [first, second]) assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
});

journey('Sam goes on working in NetSuite during a conference, and it goes on in the next page', async (story) => {
  const { sam, app, call: first } = await talksWithAcme(story);
  await addsRoasters(story, app, first);
  const conference = await joins(story, app);
  const page = await opens(sam, 'customer', 'Three Rivers Steel');
  await app.close();
  await farEndHears(story, conference);
  await userHears(page);
  await page.reload();
  await farEndHears(story, conference);
  await userHears(page);
  await press(callCard(page, three), 'Hang up');
  // The customers may talk on without Sam.
  await until('Sam has left', () => current(story, conference).parties[0]?.code === 'Disconnected');
  assert.equal((await loggedOnce(story, conference)).outcome, 'Completed');
  await story.demo.ringcentral.control.farEndHangsUp(conference.telephonySessionId);
});
