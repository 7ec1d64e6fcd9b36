import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { salesRep, supportAgent } from '../../../emulators/demo/people.ts';
import { journey, type Story } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { callWith, farEndRings } from '../steps/outside.ts';
import { callCard, dials, press } from '../steps/phone.ts';
import { loggedOnce } from '../steps/records.ts';
import type { Someone } from '../steps/someone.ts';
import { until } from '../steps/until.ts';

/** An extension whose calls end when nobody takes them. */
function withoutMailbox({ demo, afterwards }: Story): void {
  demo.ringcentral.control.setFeature(supportAgent.extensionNumber, 'voicemail', false);
  afterwards(() => demo.ringcentral.control.setFeature(supportAgent.extensionNumber, 'voicemail', true));
}

/** Connected, with the screen that keeps ended calls. */
async function phoneOf(someone: Someone): Promise<Page> {
  const app = await connects(someone);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  return app;
}

journey('Sam dials a number that is busy, then one that refuses: each card says so, and so do the records', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);

  await dials(app, '202 555 0110');
  await callCard(app, '+1 (202) 555-0110').getByText('Busy', { exact: true }).waitFor();
  const busy = await until('the simulator knows the call', () => callWith(story, '+12025550110'));
  const first = await loggedOnce(story, busy);
  assert.deepEqual({ outcome: first.outcome, talk: first.talk, company: first.company }, { outcome: 'Busy', talk: 0, company: null });

  await dials(app, '(202) 555-0112');
  const card = callCard(app, '+1 (202) 555-0112');
  await card.getByText('Failed', { exact: true }).waitFor();
  await card.getByText('Forbidden').waitFor();
  const refused = await until('the simulator knows the call', () => callWith(story, '+12025550112'));
  assert.equal((await loggedOnce(story, refused)).outcome, 'Failed');
});

journey('Nobody takes Kim’s ringing phone: it stops by itself and is logged as missed', async (story) => {
  const { control } = story.demo.ringcentral;
  withoutMailbox(story);
  control.setRingSeconds(supportAgent.extensionNumber, 1);
  story.afterwards(() => control.setRingSeconds(supportAgent.extensionNumber, 20));
  const kim = await story.someone(supportAgent.email);
  const app = await phoneOf(kim);
  const call = await control.ringIn({ from: { phoneNumber: '+15125550148', name: 'QUARRY STONE' }, to: supportAgent.extensionNumber });
  await callCard(app, 'Quarry Stone & Tile').getByText('Missed', { exact: true }).waitFor();
  assert.equal(await app.getByRole('button', { name: 'Answer' }).count(), 0, 'nothing rings any more');
  const record = await loggedOnce(story, call);
  assert.deepEqual({ outcome: record.outcome, talk: record.talk }, { outcome: 'Missed', talk: 0 });
});

journey('A caller who rings through to the mailbox is logged as voicemail', async (story) => {
  const { control } = story.demo.ringcentral;
  control.setRingSeconds(supportAgent.extensionNumber, 1);
  story.afterwards(() => control.setRingSeconds(supportAgent.extensionNumber, 20));
  const kim = await story.someone(supportAgent.email);
  const app = await phoneOf(kim);
  const call = await control.ringIn({ from: { phoneNumber: '+14795550148', name: 'WHISTLING DUCK' }, to: supportAgent.extensionNumber });
  await callCard(app, 'Whistling Duck Farm').getByText('Voicemail', { exact: true }).waitFor();
  assert.equal((await loggedOnce(story, call)).outcome, 'Voicemail');
});

journey('Dialling while the phone will not start is given up aloud, and Retry dials once it is there', async (story) => {
  const { control } = story.demo.ringcentral;
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  control.dropNetwork('sip', salesRep.extensionNumber);
  story.afterwards(() => control.restoreNetwork('sip', salesRep.extensionNumber));
  await until('the phone is gone', () => control.state().extensions.every((each) => each.extensionNumber !== salesRep.extensionNumber || each.sipSockets === 0));
  await dials(app, '(859) 555-0193');
  await app.getByText('WebRTC is not initialized. Please wait.').waitFor();
  await app.getByRole('alert').getByText('The phone did not start in time. (859) 555-0193 was not called.').waitFor();
  control.restoreNetwork('sip', salesRep.extensionNumber);
  await app.locator('.chip').getByText('Connected', { exact: true }).waitFor();
  assert.equal(await app.getByRole('button', { name: 'Retry' }).count(), 1);
  assert.equal(callWith(story, '+18595550193'), undefined, 'a number that was given up is not dialled unasked');
  await app.getByRole('button', { name: 'Retry' }).click();
  const call = await farEndRings(story, '+18595550193');
  await press(callCard(app, 'Oak Hollow Equine'), 'Hang up');
  assert.equal((await loggedOnce(story, call)).outcome, 'No answer');
});

journey('What is no number is not dialled: forty digits on the dial pad', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  const before = story.demo.ringcentral.control.state().calls.length;
  await dials(app, '1234567890123456789012345678901234567890');
  await app.getByRole('alert').getByText('That is not a phone number. Check it and try again.').waitFor();
  assert.equal(await app.getByLabel('Phone number', { exact: true }).inputValue(), '1234567890123456789012345678901234567890', 'what was typed is there to be mended');
  await dials(app, '802-555-0115');
  const call = await farEndRings(story, '+18025550115');
  assert.equal(story.demo.ringcentral.control.state().calls.length, before + 1, 'only the real number was dialled');
  await press(callCard(app, 'Lavender Lane Soaps'), 'Hang up');
  await loggedOnce(story, call);
});
