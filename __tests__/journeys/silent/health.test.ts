import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { salesRep } from '../../../emulators/demo/people.ts';
import { launchProfile } from '../browsers.ts';
import { journey } from '../journey.ts';
import { chipSays, connects, settings, signInWindow, enterCredentials, yourCard } from '../steps/connecting.ts';
import { callWith } from '../steps/outside.ts';
import { dials } from '../steps/phone.ts';
import { until } from '../steps/until.ts';

const { email, extensionNumber } = salesRep;
const health = (app: Page): Locator => app.getByRole('region', { name: 'Line health' });
const part = (app: Page, name: string): Locator => health(app).getByRole('list', { name: 'Parts of the line' }).getByRole('listitem').filter({ hasText: name });
const tryNow = (app: Page): Promise<void> => health(app).getByRole('button', { name: 'Try now' }).click();

journey('Five other phones are registered: Sam is told whose move it is, and once one is signed out, Try now brings the phone up', async (story) => {
  const { control } = story.demo.ringcentral;
  control.setPhonesElsewhere(extensionNumber, 5);
  story.afterwards(() => control.setPhonesElsewhere(extensionNumber, 0));
  const sam = await story.someone(email);
  const app = await settings(sam);
  const popUp = await signInWindow(app);
  await enterCredentials(popUp, email);
  await popUp.getByRole('button', { name: 'Authorize' }).click();
  await chipSays(app, 'Connected, no calls');
  await yourCard(app).getByText('Too many phones are registered on your extension.').waitFor();
  await part(app, 'Phone line').getByText('Your move.').waitFor();
  await health(app).getByText('No calls (too-many-phones)').waitFor();
  control.setPhonesElsewhere(extensionNumber, 4);
  await tryNow(app);
  await chipSays(app, 'Connected');
  await part(app, 'Phone line').getByText('Good').waitFor();
});

journey('Sam has no digital line: the first call tells, colleagues still reach the phone, and Try now notices the line that was assigned', async (story) => {
  const { control } = story.demo.ringcentral;
  const sam = await story.someone(email);
  const app = await connects(sam);
  control.setFeature(extensionNumber, 'digitalLine', false);
  story.afterwards(() => control.setFeature(extensionNumber, 'digitalLine', true));
  await dials(app, '(212) 555-0147');
  await until('the call is refused', () => callWith(story, '+12125550147')?.endedAt);
  await app.getByRole('link', { name: 'Line health' }).filter({ hasText: /^Connected, no calls$/ }).click();
  await chipSays(app, 'Connected, no calls');
  await yourCard(app).getByText('Your extension has no digital line').waitFor();
  await part(app, 'Phone line').getByText('Your RingCentral administrator’s move.').waitFor();
  await yourCard(app).getByRole('listitem').filter({ hasText: 'Make outbound calls' }).getByText('Off, needs a digital line').waitFor();
  await yourCard(app).getByRole('listitem').filter({ hasText: 'Receive inbound calls' }).getByText('On').waitFor();
  await control.ringIn({ from: { phoneNumber: '+14155550133' }, to: extensionNumber });
  await app.getByRole('button', { name: 'Decline' }).click();
  control.setFeature(extensionNumber, 'digitalLine', true);
  await tryNow(app);
  await chipSays(app, 'Connected');
});

journey('The WebPhone feature is switched on again: Try now notices it at once instead of after two minutes', async (story) => {
  const { control } = story.demo.ringcentral;
  control.setFeature(extensionNumber, 'webPhone', false);
  story.afterwards(() => control.setFeature(extensionNumber, 'webPhone', true));
  const sam = await story.someone(email);
  const app = await settings(sam);
  const popUp = await signInWindow(app);
  await enterCredentials(popUp, email);
  await popUp.getByRole('button', { name: 'Authorize' }).click();
  await chipSays(app, 'Connected, no calls');
  await part(app, 'Phone line').getByText('Your RingCentral administrator’s move.').waitFor();
  control.setFeature(extensionNumber, 'webPhone', true);
  await tryNow(app);
  await chipSays(app, 'Connected');
});

journey('Sam copies the line’s health for support: what happened and when, and nothing of anybody', async (story) => {
  const { control } = story.demo.ringcentral;
  const sam = await story.someone(email);
  await sam.context.grantPermissions(['microphone', 'clipboard-read', 'clipboard-write']);
  const app = await connects(sam);
  control.dropNetwork('both', extensionNumber);
  await chipSays(app, 'Reconnecting');
  await part(app, 'Notifications').getByText('The phone does this by itself.').waitFor();
  control.restoreNetwork('both', extensionNumber);
  await tryNow(app);
  await chipSays(app, 'Connected');
  await health(app).getByRole('button', { name: 'Copy for support' }).click();
  await health(app).getByText('Copied').waitFor();
  const text = await app.evaluate(() => navigator.clipboard.readText());
  for (const expected of [/registration: good since 20\d\d-/, /\d  registered/, /sip-closed/, /gateway-closed/, /tried-now/]) assert.match(text, expected);
  for (const personal of [sam.person.email, ...sam.person.email.split('@'), '16505550', extensionNumber, 'eyJ', 'Bearer']) assert.ok(!text.includes(personal), `no ${personal} in the text`);
});

journey('What happened last is still there when the browser was closed and opened again', async (story) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rcns-profile-'));
  story.afterwards(() => rmSync(folder, { recursive: true, force: true }));
  const sam = await story.someone(email, { context: await launchProfile(folder) });
  const app = await connects(sam);
  await health(app).getByText('Phone registered').first().waitFor();
  await sam.leaves();
  const again = await story.someone(email, { context: await launchProfile(folder) });
  const next = await settings(again);
  await chipSays(next, 'Connected');
  await health(next).getByText('Phone started in this browser').nth(1).waitFor();
});
