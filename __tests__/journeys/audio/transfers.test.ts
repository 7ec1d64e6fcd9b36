import assert from 'node:assert/strict';
import { supportAgent } from '../../../emulators/demo/people.ts';
import type { CallView } from '../../../emulators/ringcentral/telephony/contract.ts';
import { journey, type Story } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { current, farEndHears, farEndRings, userHears, watchesPeers } from '../steps/outside.ts';
import { callCard, press } from '../steps/phone.ts';
import { loggedOnce } from '../steps/records.ts';
import { isHeld, isOver, isTalkedTo, talksWithAcme } from '../steps/two-calls.ts';
import { until } from '../steps/until.ts';

/** Emerald City Coffee Roasters, whom Sam asks or hands calls to. */
const roasters = '+12065550143';

/** Whether the far end of a call hears whoever has it now, after everything before has been forgotten. */
async function hearsSomebody(story: Story, call: CallView): Promise<void> {
  story.demo.ringcentral.control.resetMediaStatistics(call.telephonySessionId);
  await farEndHears(story, call);
}

journey('Sam transfers Acme to Kim at once; she answers, and the two talk', async (story) => {
  const { app, call } = await talksWithAcme(story);
  const kim = await story.someone(supportAgent.email);
  await watchesPeers(kim.context);
  const kims = await connects(kim);
  const card = callCard(app, 'Acme Ltd');
  await press(card, 'Transfer');
  await card.getByRole('button', { name: /^Choose Kim Tran, extension 103/ }).click();
  assert.equal(await card.getByLabel('Transfer to').inputValue(), supportAgent.extensionNumber);
  await press(card, 'Transfer now');
  await card.getByText('Completed', { exact: true }).waitFor();
  await press(callCard(kims, 'Acme Ltd'), 'Answer');
  await hearsSomebody(story, call);
  await userHears(kims);
  await press(callCard(kims, 'Acme Ltd'), 'Hang up');
  await isOver(story, call);
});

journey('Sam asks Emerald City first, then completes the transfer: the two customers hear each other, and Sam is out', async (story) => {
  const { app, call } = await talksWithAcme(story);
  const card = callCard(app, 'Acme Ltd');
  await press(card, 'Transfer');
  await card.getByLabel('Transfer to').fill('206-555-0143');
  await press(card, 'Ask first');
  const asked = await farEndRings(story, roasters);
  await isHeld(story, call);
  const consult = callCard(app, 'Emerald City Coffee Roasters');
  assert.equal(await consult.getByRole('button', { name: 'Complete transfer' }).isDisabled(), true, 'not before an answer');
  await card.getByText('Emerald City Coffee Roasters is asked to take this call.').waitFor();
  await story.demo.ringcentral.control.farEndAnswers(asked.telephonySessionId);
  await farEndHears(story, asked);
  await userHears(app);
  await press(consult, 'Complete transfer');
  for (const each of [card, consult]) await each.getByText('Completed', { exact: true }).waitFor();
  for (const each of [call, asked]) assert.equal((await loggedOnce(story, each)).outcome, 'Completed');
  assert.ok(current(story, call).parties.some(({ to, code }) => to.phoneNumber === roasters && code === 'Answered'), 'Emerald City is in Acme’s call');
  await until('Acme hears Emerald City', () => (current(story, call).media?.energyIn ?? 0) > 1e-4);
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
});

journey('Sam asks Emerald City, cancels, and talks with Acme again', async (story) => {
  const { app, call } = await talksWithAcme(story);
  const card = callCard(app, 'Acme Ltd');
  await press(card, 'Transfer');
  await card.getByLabel('Transfer to').fill('206-555-0143');
  await press(card, 'Ask first');
  const asked = await farEndRings(story, roasters);
  await isHeld(story, call);
  await press(callCard(app, 'Emerald City Coffee Roasters'), 'Cancel transfer');
  await isOver(story, asked);
  await isTalkedTo(story, call);
  await hearsSomebody(story, call);
  await userHears(app);
  await press(card, 'Hang up');
  assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
});

journey('Sam sends Acme to Kim’s mailbox; a number outside has none, and the button says so', async (story) => {
  const { control } = story.demo.ringcentral;
  control.setFeature(supportAgent.extensionNumber, 'voicemail', true);
  story.afterwards(() => control.setFeature(supportAgent.extensionNumber, 'voicemail', false));
  const { app, call } = await talksWithAcme(story);
  const card = callCard(app, 'Acme Ltd');
  await press(card, 'Transfer');
  const toVoicemail = card.getByRole('button', { name: 'To voicemail', exact: true });
  await card.getByLabel('Transfer to').fill('206-555-0143');
  assert.equal(await toVoicemail.getAttribute('title'), 'Only a colleague’s extension has a mailbox here');
  await card.getByLabel('Transfer to').fill(supportAgent.extensionNumber);
  await toVoicemail.click();
  await until('Kim’s mailbox has the caller', () => current(story, call).parties.some(({ code, to }) => code === 'VoiceMail' && to.extensionNumber === supportAgent.extensionNumber));
  await card.getByText('Completed', { exact: true }).waitFor();
});

journey('A transfer that RingCentral refuses says why, and the call goes on', async (story) => {
  const { app, call } = await talksWithAcme(story);
  story.demo.ringcentral.control.answerNextSip('REFER', 403, 1);
  const card = callCard(app, 'Acme Ltd');
  await press(card, 'Transfer');
  await card.getByLabel('Transfer to').fill('206-555-0143');
  await press(card, 'Transfer now');
  await card.getByText(/^RingCentral refused this: 403/).waitFor();
  assert.equal(current(story, call).parties.some(({ to }) => to.phoneNumber === roasters), false, 'nobody was rung');
  assert.equal(await card.getByLabel('Transfer to').inputValue(), '206-555-0143', 'what was typed is still there');
  await hearsSomebody(story, call);
  await press(card, 'Hang up');
  assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
});
