import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { callCard, press } from '../steps/phone.ts';
import { loggedOnce, phoneCallsOf } from '../steps/records.ts';
import { until } from '../steps/until.ts';

const who = 'Kestrel Aviation Services';
const words = 'Wants ten flight plans';

/** What a page leaves in its tab when its last words were not heard. */
const leaves = (page: Page, { of, ...notes }: { callId: string; text: string; of: object }): Promise<void> =>
  page.evaluate(([key, left]) => sessionStorage.setItem(String(key), String(left)), ['rcns-unwritten-notes', JSON.stringify({ ...notes, base: '', of: { ...of, direction: 'Inbound', from: { number: '+13165550181', name: null }, to: { number: salesRep.extensionNumber, name: null }, startedAt: Date.now() } })]);

journey('Sam types in one window while he puts the call away in another: the words stand in its record all the same', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const other = await sam.app();
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+13165550181' }, to: salesRep.extensionNumber });
  await callCard(app, who).getByRole('button', { name: 'Answer' }).waitFor();
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
  await callCard(app, who).getByText('Saved in NetSuite', { exact: true }).waitFor();
  // The window hangs at the very moment at which it would hand the words over.
  await callCard(app, who).getByLabel('Notes').evaluate((box, text) => {
    (box as HTMLTextAreaElement).value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    setTimeout(() => { for (const end = performance.now() + 800; performance.now() < end;); }, 50);
  }, words);
  await press(callCard(other, who), 'Dismiss');
  await until('the record has the words', async () => (await phoneCallsOf(story, call.telephonySessionId))[0]?.notes === words);
  assert.equal((await phoneCallsOf(story, call.telephonySessionId)).length, 1);
});

journey('Sam types while the browser’s phone forgets his call, and another account of RingCentral is connected: the words are shown for him to copy', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await leaves(app, { callId: 'gone', text: words, of: { telephonySessionId: 's-gone', extensionId: '1' } });
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  await app.getByRole('alert').filter({ hasText: 'Copy what is missing into the phone call in NetSuite.' }).waitFor();
  await app.getByRole('alert').getByLabel('Notes').and(app.locator('[readonly]')).waitFor();
  await app.getByRole('button', { name: 'Discard these notes' }).click();
  await app.getByRole('button', { name: 'Discard these notes' }).waitFor({ state: 'detached' });
});

journey('The browser’s phone died over Sam’s last words and knows the call no more: the next page of NetSuite has them written', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+13165550181' }, to: salesRep.extensionNumber });
  await callCard(app, who).getByRole('button', { name: 'Answer' }).waitFor();
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
  await loggedOnce(story, call);
  await leaves(app, { callId: 'gone', text: words, of: { telephonySessionId: call.telephonySessionId, extensionId: salesRep.extensionId } });
  await app.goto(new URL('/app/center/card.nl?sc=-29', app.url()).href);
  await until('the record has the words', async () => (await phoneCallsOf(story, call.telephonySessionId))[0]?.notes === words);
  assert.equal((await phoneCallsOf(story, call.telephonySessionId)).length, 1);
});
