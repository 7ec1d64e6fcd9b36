import assert from 'node:assert/strict';
import { salesRep } from '../../../emulators/demo/people.ts';
import { journey, type Story } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { current, farEndHears } from '../steps/outside.ts';
import { callCard, press } from '../steps/phone.ts';
import { dock, loggedOnce, opens } from '../steps/records.ts';
import { until } from '../steps/until.ts';

/** Brightwater calls Sam; a card with its choices unfolded stands in the app. */
async function rings(story: Story) {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+442079460018', name: 'BRIGHTWATER' }, to: salesRep.extensionNumber });
  const card = callCard(app, 'Brightwater Plumbing');
  await press(card, 'More');
  return { sam, app, call, card };
}

journey('Sam sends a caller to his mailbox, where the message is left', async (story) => {
  const { control } = story.demo.ringcentral;
  control.setFeature(salesRep.extensionNumber, 'voicemail', true);
  story.afterwards(() => control.setFeature(salesRep.extensionNumber, 'voicemail', false));
  const { call, card } = await rings(story);
  await press(card, 'To voicemail');
  await until('the mailbox has the caller', () => current(story, call).parties.some(({ code }) => code === 'VoiceMail'));
  await card.getByRole('button', { name: 'Answer' }).waitFor({ state: 'detached' });
  await control.farEndHangsUp(call.telephonySessionId);
  assert.equal((await loggedOnce(story, call)).outcome, 'Voicemail');
});

journey('Sam forwards a caller to his mobile number, from a record page', async (story) => {
  const { sam, call, card } = await rings(story);
  const page = await opens(sam, 'customer', 'Three Rivers Steel');
  const here = dock(page).getByRole('article', { name: 'Call with Brightwater Plumbing' });
  await press(here, 'More');
  await press(here, 'Forward');
  await here.getByLabel('Forward to').fill('(202) 555-0111');
  await here.getByLabel('Forward to').press('Enter');
  await until('the mobile number answers', () => current(story, call).parties.some(({ to, code }) => to.phoneNumber === '+12025550111' && code === 'Answered'));
  await card.getByRole('button', { name: 'Answer' }).waitFor({ state: 'detached' });
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
});

journey('Sam, who cannot talk, replies with a ready text, and the caller hears it', async (story) => {
  const { call, card } = await rings(story);
  await press(card, 'Reply with text');
  await press(card, 'I’m in a meeting.');
  await until('the caller hears the text', () => current(story, call).reply === 'I’m in a meeting.');
  await card.getByText('Declined', { exact: true }).waitFor();
});

journey('Sam replies in his own words, however odd', async (story) => {
  const { call, card } = await rings(story);
  await press(card, 'Reply with text');
  assert.equal(await card.getByRole('button', { name: 'Send', exact: true }).isDisabled(), true, 'nothing to send yet');
  await card.getByLabel('Own words').fill('Back at 3 <b>sharp</b> & "ready"');
  await card.getByLabel('Own words').press('Enter');
  await until('the caller hears the text', () => current(story, call).reply === 'Back at 3 <b>sharp</b> & "ready"');
});

journey('Sam begins a reply, thinks better of it, and answers', async (story) => {
  const { call, card } = await rings(story);
  await press(card, 'Reply with text');
  await card.getByLabel('Own words').press('Escape');
  await press(card, 'Answer');
  await farEndHears(story, call);
  await press(card, 'Hang up');
  assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
});

journey('A number that is none is not forwarded to: the card says so, and it goes on ringing', async (story) => {
  const { call, card } = await rings(story);
  await press(card, 'Forward');
  await card.getByLabel('Forward to').fill('my mobile');
  await press(card, 'Forward call');
  await card.getByText('That is not a phone number. Check it and try again.').waitFor();
  assert.equal(await card.getByLabel('Forward to').inputValue(), 'my mobile', 'what was typed is still there');
  await press(card, 'Decline');
  assert.equal((await loggedOnce(story, call)).outcome, 'Declined');
});
