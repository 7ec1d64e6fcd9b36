import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { administrator, demoPassword, salesRep, supportAgent } from '../../../emulators/demo/people.ts';
import { demoClientId } from '../../../emulators/demo/ringcentral-account.ts';
import { launch, launchProfile } from '../browsers.ts';
import { journey } from '../journey.ts';
import { chip, chipSays, companyCard, connects, enterCredentials, settings, signInWindow, yourCard } from '../steps/connecting.ts';
import { signIn } from '../steps/someone.ts';
import { until } from '../steps/until.ts';

const signedIn = (story: { demo: { ringcentral: { control: { state(): { extensions: { extensionNumber: string; signedIn: number; sipSockets: number; gatewaySockets: number }[] } } } } }, extensionNumber: string) => {
  const extension = story.demo.ringcentral.control.state().extensions.find((each) => each.extensionNumber === extensionNumber);
  assert.ok(extension);
  return extension;
};

journey('Sam connects: RingCentral asks for calls, SMS and presence, the window closes by itself, the chip is green', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await settings(sam);
  await chipSays(app, 'Not connected');
  const popUp = await signInWindow(app);
  await chipSays(app, 'Connecting…');
  await enterCredentials(popUp, salesRep.email, 'wrong-password');
  await popUp.getByRole('alert').waitFor();
  await enterCredentials(popUp, salesRep.email);
  const consent = popUp.getByRole('list');
  for (const permission of [/call/i, /sms/i, /presence/i]) await consent.getByText(permission).first().waitFor();
  await Promise.all([popUp.waitForEvent('close'), popUp.getByRole('button', { name: 'Authorize' }).click()]);
  await chipSays(app, 'Connected');
  for (const ability of ['Make outbound calls', 'Receive inbound calls', 'Send / receive SMS', 'Real-time inbound notifications', 'Auto-log calls into NetSuite'])
    await yourCard(app).getByRole('listitem').filter({ hasText: ability }).getByText('On', { exact: true }).waitFor();
  const extension = signedIn(story, salesRep.extensionNumber);
  assert.equal(extension.sipSockets, 1, 'one registration');
  assert.equal(extension.gatewaySockets, 1, 'one event socket');
});

journey('The sign-in works although RingCentral’s page cuts the windows apart (Cross-Origin-Opener-Policy)', async (story) => {
  story.demo.ringcentral.control.setSwitch('coop', true);
  story.afterwards(() => story.demo.ringcentral.control.setSwitch('coop', false));
  const kim = await story.someone(supportAgent.email);
  const app = await settings(kim);
  const popUp = await signInWindow(app);
  await popUp.getByLabel('Password').waitFor();
  // The window looks closed from the first moment; after the grace the chip is back, and the late answer still counts.
  await chipSays(app, 'Not connected');
  await enterCredentials(popUp, supportAgent.email);
  await popUp.getByRole('button', { name: 'Authorize' }).click();
  await chipSays(app, 'Connected');
});

journey('Sam refuses consent: Authorization failed, with the reason and whose move it is', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await settings(sam);
  const popUp = await signInWindow(app);
  await enterCredentials(popUp, salesRep.email);
  await popUp.getByRole('button', { name: 'Refuse' }).click();
  const failure = yourCard(app).getByRole('alert');
  await failure.getByText('Authorization failed').waitFor();
  await failure.getByText('RingCentral says: The user refused the access').waitFor();
  await failure.getByText(/administrator may have to approve/).waitFor();
  await chipSays(app, 'Not connected');
  assert.equal(signedIn(story, salesRep.extensionNumber).signedIn, 0);
});

journey('An app that an administrator has to approve first is refused with RingCentral’s reason', async (story) => {
  story.demo.ringcentral.control.setAdministratorMustApprove(demoClientId, true);
  story.afterwards(() => story.demo.ringcentral.control.setAdministratorMustApprove(demoClientId, false));
  const sam = await story.someone(salesRep.email);
  const app = await settings(sam);
  const popUp = await signInWindow(app);
  await enterCredentials(popUp, salesRep.email);
  const failure = yourCard(app).getByRole('alert');
  await failure.getByText('Authorization failed').waitFor();
  await failure.getByText(/RingCentral says: .*must be approved by an administrator/).waitFor();
  await chipSays(app, 'Not connected');
});

journey('An answer with another state is refused', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await settings(sam);
  await sam.context.route(/oauth\/authorize/, (route) => {
    const address = new URL(route.request().url());
    address.searchParams.set('state', 'somebody-else');
    return route.fulfill({ status: 302, headers: { location: address.href } });
  }, { times: 1 });
  const popUp = await signInWindow(app);
  await enterCredentials(popUp, salesRep.email);
  await popUp.getByRole('button', { name: 'Authorize' }).click();
  await yourCard(app).getByRole('alert').getByText('Sign-in refused').waitFor();
  await chipSays(app, 'Not connected');
  assert.equal(signedIn(story, salesRep.extensionNumber).signedIn, 0, 'the code was not even exchanged');
});

journey('Sam closes the sign-in window: quietly back to Not connected', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await settings(sam);
  const popUp = await signInWindow(app);
  await popUp.getByLabel('Password').waitFor();
  await popUp.close();
  await chipSays(app, 'Not connected');
  assert.equal(await yourCard(app).getByRole('alert').count(), 0, 'nobody is scolded');
});

journey('A blocked sign-in window says so, how to allow pop-ups, and offers Connect again', async (story) => {
  const browser = await launch('chromium', { keepPopupBlocking: true });
  story.afterwards(() => browser.close());
  const sam = await story.someone(salesRep.email, { context: await browser.newContext() });
  // A click by a script on a page nobody has touched yet: the browser blocks what it opens.
  await sam.context.addInitScript(() => {
    const look = setInterval(() => {
      const button = [...document.querySelectorAll<HTMLButtonElement>('section[aria-labelledby=you] button')].find((each) => each.textContent === 'Connect' && !each.disabled);
      if (!button || !location.hash.endsWith('settings')) return;
      clearInterval(look);
      button.click();
      // eslint-disable-next-line no-console -- how the page tells the test
      console.info('pressed by a script');
    }, 20);
  });
  // Nothing is asked of the page before: a driver's question counts as the user's gesture.
  const pressed = sam.context.waitForEvent('console', (message) => message.text() === 'pressed by a script');
  const app = await sam.tab(`${story.demo.addresses.app}#settings`);
  await pressed;
  const failure = yourCard(app).getByRole('alert');
  await failure.getByText('The sign-in window was blocked').waitFor();
  await failure.getByText(/Allow pop-ups/).waitFor();
  await yourCard(app).getByRole('button', { name: 'Connect', exact: true }).waitFor();
}, { needs: 'full-chromium' });

journey('A browser restart does not disconnect', async (story) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rcns-profile-'));
  story.afterwards(() => rmSync(folder, { recursive: true, force: true }));
  const before = await story.someone(salesRep.email, { context: await launchProfile(folder) });
  await connects(before);
  await before.leaves();
  const later = await story.someone(salesRep.email, { context: await launchProfile(folder) });
  await chipSays(await settings(later), 'Connected');
});

journey('Disconnect asks, revokes the token and unregisters', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await yourCard(app).getByRole('button', { name: 'Disconnect' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByText('You will no longer be able to dial, receive calls, or send SMS until you reconnect.').waitFor();
  await dialog.getByRole('button', { name: 'Disconnect' }).click();
  await chipSays(app, 'Not connected');
  await until('RingCentral knows no session of Sam', () => {
    const { signedIn: sessions, sipSockets, gatewaySockets } = signedIn(story, salesRep.extensionNumber);
    return sessions === 0 && sipSockets === 0 && gatewaySockets === 0;
  });
});

journey('After RingCentral revoked the connection, Reconnect is the first-time flow', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  story.demo.ringcentral.control.revokeTokens(salesRep.extensionNumber);
  await chipSays(app, 'Reconnect needed');
  await app.getByRole('button', { name: 'Reconnect RingCentral' }).waitFor();
  const popUp = await signInWindow(app, 'Reconnect');
  await enterCredentials(popUp, salesRep.email);
  await popUp.getByRole('button', { name: 'Authorize' }).click();
  await chipSays(app, 'Connected');
});

journey('A dropped WebSocket turns the chip amber, and it turns green by itself', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  const { control } = story.demo.ringcentral;
  story.afterwards(() => control.restoreNetwork('both'));
  control.dropNetwork('both', salesRep.extensionNumber);
  await chipSays(app, 'Reconnecting');
  await yourCard(app).getByText(/since \d/i).waitFor();
  control.restoreNetwork('both', salesRep.extensionNumber);
  await chipSays(app, 'Connected');
});

journey('A flickering WebSocket stays amber and names the network', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  const { control } = story.demo.ringcentral;
  for (let drop = 1; drop <= 3; drop += 1) {
    control.dropNetwork('gateway', salesRep.extensionNumber);
    await chipSays(app, 'Reconnecting');
    control.restoreNetwork('gateway', salesRep.extensionNumber);
    await until('the event socket is back', () => signedIn(story, salesRep.extensionNumber).gatewaySockets === 1);
    if (drop < 3) await chipSays(app, 'Connected');
  }
  await yourCard(app).getByText('Your network is dropping the WebSocket. Check VPN or firewall rules.').waitFor();
  await chipSays(app, 'Reconnecting');
  await chipSays(app, 'Connected');
});

journey('An extension without WebPhone is Connected, no calls, and says whose move it is', async (story) => {
  story.demo.ringcentral.control.setFeature(supportAgent.extensionNumber, 'webPhone', false);
  story.afterwards(() => story.demo.ringcentral.control.setFeature(supportAgent.extensionNumber, 'webPhone', true));
  const kim = await story.someone(supportAgent.email);
  const app = await settings(kim);
  const popUp = await signInWindow(app);
  await enterCredentials(popUp, supportAgent.email);
  await popUp.getByRole('button', { name: 'Authorize' }).click();
  await chipSays(app, 'Connected, no calls');
  await yourCard(app).getByText(/WebPhone/).waitFor();
});

journey('Until the company card is filled in, Connect is disabled and says why; the administrator fills it in', async (story) => {
  const sam = await story.someone(salesRep.email);
  await story.demo.emptyCompanyCard();
  story.afterwards(() => story.demo.fillInCompanyCard());
  const app = await settings(sam);
  await yourCard(app).getByText('Your administrator has not set up RingCentral yet.').first().waitFor();
  assert.equal(await yourCard(app).getByRole('button', { name: 'Connect', exact: true }).isDisabled(), true);
  assert.equal(await companyCard(app).count(), 0, 'hidden from Members');

  const ada = await story.someone(administrator.email);
  const admin = await settings(ada);
  const card = companyCard(admin);
  await card.getByLabel('Server').selectOption({ label: 'Loopback, for trying out' });
  await card.getByLabel('Loopback address').fill(story.demo.ringcentral.url);
  await card.getByLabel('Client ID').fill('no spaces please');
  await card.getByRole('button', { name: 'Save' }).click();
  await card.getByLabel('Client ID').and(card.locator('[aria-invalid="true"]')).waitFor();
  await card.getByText(/^Enter the client ID of your app/).waitFor();
  await card.getByLabel('Client ID').fill(demoClientId);
  await card.getByRole('button', { name: 'Save' }).click();
  await card.getByText('Saved', { exact: true }).waitFor();
  await chip(admin).waitFor();
  await app.reload();
  await connects(sam, app);
});

journey('Somebody who does not know the password stays outside NetSuite', async (story) => {
  const browser = await story.browser('chromium');
  const context = await browser.newContext();
  story.afterwards(() => context.close());
  const page = await context.newPage();
  await page.goto(new URL(story.demo.addresses.app, story.demo.netsuite.url).href);
  await page.getByLabel('Email').fill(salesRep.email);
  await page.getByLabel('Password').fill(`not-${demoPassword}`);
  await page.getByRole('button', { name: 'Log In' }).click();
  await page.getByRole('alert').waitFor();
});

journey('Sam connects from the banner on the phone’s home; the banner goes', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await sam.app();
  const banner = app.getByText('Connect RingCentral to make and receive calls in NetSuite.');
  await banner.waitFor();
  const [popUp] = await Promise.all([sam.context.waitForEvent('page'), app.getByRole('button', { name: 'Connect RingCentral' }).click()]);
  await enterCredentials(popUp, salesRep.email);
  await Promise.all([popUp.waitForEvent('close'), popUp.getByRole('button', { name: 'Authorize' }).click()]);
  await app.locator('.chip').getByText('Connected', { exact: true }).waitFor();
  await banner.waitFor({ state: 'detached' });
});

journey('Kim signs in on the browser where Sam was connected: Sam’s phone is gone, and Kim has to connect herself', async (story) => {
  const sam = await story.someone(salesRep.email);
  const sams = await connects(sam);
  const kims = await sam.context.newPage();
  await sam.context.clearCookies({ domain: new URL(story.demo.netsuite.url).hostname });
  await signIn(kims, story.demo.netsuite.url, supportAgent);
  await kims.goto(new URL(`${story.demo.addresses.app}#settings`, story.demo.netsuite.url).href);
  await chipSays(kims, 'Not connected');
  await yourCard(sams).getByText('Somebody else uses this browser’s phone now. Reload this page.').waitFor();
  assert.equal(await yourCard(sams).getByRole('button', { name: 'Connect', exact: true }).count(), 0, 'nobody connects as the wrong person');
  await until('Sam’s phone is unregistered', () => {
    const { sipSockets, gatewaySockets } = signedIn(story, salesRep.extensionNumber);
    return sipSockets === 0 && gatewaySockets === 0;
  });
  const popUp = await signInWindow(kims);
  await enterCredentials(popUp, supportAgent.email);
  await popUp.getByRole('button', { name: 'Authorize' }).click();
  await chipSays(kims, 'Connected');
  assert.equal(signedIn(story, supportAgent.extensionNumber).sipSockets, 1);
  assert.equal(signedIn(story, salesRep.extensionNumber).sipSockets, 0);
});
