import assert from 'node:assert/strict';
import { salesRep, supportAgent } from '../../../emulators/demo/people.ts';
import { launch } from '../browsers.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { farEndHears } from '../steps/outside.ts';
import { callCard, press } from '../steps/phone.ts';
import { loggedOnce, opens } from '../steps/records.ts';
import { comesIntoView, goesOutOfView, mayHide, noneIsShown, noneRings, notifiedOf, oneRings, pressesOnNotification, ringingPages, watchesNotifications, watchesSounds } from '../steps/ringing.ts';
import { until } from '../steps/until.ts';

const acme = { from: { phoneNumber: '+16505550100', name: 'ACME LTD' }, to: supportAgent.extensionNumber };
const brightwater = { from: { phoneNumber: '+442079460018', name: 'BRIGHTWATER' }, to: supportAgent.extensionNumber };

journey('The ring stops with the answer; a second caller knocks where Kim talks, and nowhere else', async (story) => {
  const kim = await story.someone(supportAgent.email);
  await watchesSounds(kim.context);
  const app = await connects(kim);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const page = await opens(kim, 'customer', 'Acme Ltd');
  const call = await story.demo.ringcentral.control.ringIn(acme);
  await oneRings([app, page]);
  await press(callCard(page, 'Acme Ltd'), 'Answer');
  await noneRings([app, page]);
  await farEndHears(story, call);

  await story.demo.ringcentral.control.ringIn(brightwater);
  assert.equal(await oneRings([app, page]), page, 'the tab that has the call’s audio');
  await press(callCard(app, 'Brightwater Plumbing'), 'Decline');
  await noneRings([app, page]);
  await press(callCard(app, 'Acme Ltd'), 'Hang up');
});

journey('Kim wants no ring: her phone keeps still, and shows the call all the same; with the ring back, it rings', async (story) => {
  const kim = await story.someone(supportAgent.email);
  await watchesSounds(kim.context);
  const app = await connects(kim);
  await app.getByLabel('Ring when a call comes in').uncheck();
  await app.getByLabel('Ringtone').waitFor();
  await until('the choice is kept', () => app.getByLabel('Ringtone').isDisabled());
  await story.demo.ringcentral.control.ringIn(acme);
  await callCard(app, 'Acme Ltd').getByText('Incoming call').waitFor();
  await app.waitForFunction(() => document.title.startsWith('(1) Incoming call'));
  assert.deepEqual(await ringingPages([app]), []);
  await app.getByLabel('Ring when a call comes in').check();
  await oneRings([app]);
  await press(callCard(app, 'Acme Ltd'), 'Decline');
  await noneRings([app]);
});

journey('With every page out of view a notification tells who calls; Kim answers on it, and declines the next one on it', async (story) => {
  const browser = await launch('chromium');
  story.afterwards(() => browser.close());
  const context = await browser.newContext({ permissions: ['microphone', 'notifications'] });
  await mayHide(context);
  await watchesSounds(context);
  await watchesNotifications(context);
  const kim = await story.someone(supportAgent.email, { context });
  const app = await connects(kim);
  await goesOutOfView(app);
  const call = await story.demo.ringcentral.control.ringIn(acme);
  assert.deepEqual(await notifiedOf(app, 'Incoming call from Acme Ltd'), ['Incoming call from Acme Ltd | Answer | Decline']);
  await pressesOnNotification(context, 'answer');
  await farEndHears(story, call);
  await noneIsShown(app);
  await press(callCard(app, 'Acme Ltd'), 'Hang up');

  const next = await story.demo.ringcentral.control.ringIn(brightwater);
  assert.equal((await notifiedOf(app, 'Incoming call from Brightwater Plumbing')).length, 1);
  await pressesOnNotification(context, 'decline');
  await noneRings([app]);
  assert.equal((await loggedOnce(story, next)).outcome, 'Declined');
}, { needs: 'full-chromium' });

journey('A notification goes when a page comes into view, comes back with the page’s going, and goes when the caller gives up', async (story) => {
  const browser = await launch('chromium');
  story.afterwards(() => browser.close());
  const context = await browser.newContext({ permissions: ['microphone', 'notifications'] });
  await mayHide(context);
  await watchesNotifications(context);
  const sam = await story.someone(salesRep.email, { context });
  const app = await connects(sam);
  await goesOutOfView(app);
  const call = await story.demo.ringcentral.control.ringIn({ ...acme, to: salesRep.extensionNumber });
  assert.equal((await notifiedOf(app, 'Incoming call from Acme Ltd')).length, 1);
  await comesIntoView(app);
  await noneIsShown(app);
  await goesOutOfView(app);
  assert.equal((await notifiedOf(app, 'Incoming call from Acme Ltd', 2)).length, 1);
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
  await noneIsShown(app);
}, { needs: 'full-chromium' });

journey('Before the first call one button asks for the microphone; refused, the page says how to allow it; allowed, nothing is said any more', async (story) => {
  const browser = await launch('chromium', { askForMicrophone: true });
  story.afterwards(() => browser.close());
  // Nothing granted and nothing refused; with nobody there to answer, this browser refuses.
  const context = await browser.newContext();
  const sam = await story.someone(salesRep.email, { context });
  const app = await connects(sam);
  const blocked = app.getByText(/The browser blocks the microphone for this site\. Allow it at the left end/);
  await app.getByRole('button', { name: 'Allow microphone' }).click();
  await blocked.waitFor();
  assert.equal(await app.getByRole('button', { name: 'Allow microphone' }).count(), 0);
  await context.grantPermissions(['microphone']);
  await blocked.waitFor({ state: 'detached' });
});
