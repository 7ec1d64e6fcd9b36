import assert from 'node:assert/strict';
import { salesRep, supportAgent } from '../../../emulators/demo/people.ts';
import { launch } from '../browsers.ts';
import { journey } from '../journey.ts';
import { chipSays, connects, enterCredentials, settings, signInWindow, yourCard } from '../steps/connecting.ts';
import { callWith } from '../steps/outside.ts';
import { dials } from '../steps/phone.ts';
import { until } from '../steps/until.ts';

journey('An answer whose code is spent says that the sign-in took too long; the next one connects', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await settings(sam);
  const popUp = await signInWindow(app);
  await popUp.getByLabel('Password').waitFor();
  const asked = new URL(popUp.url()).searchParams;
  await enterCredentials(popUp, salesRep.email);
  // The right state, with a code that RingCentral has forgotten by now.
  await sam.context.route(/consent/, (route) => {
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('code', 'traded-a-minute-ago');
    back.searchParams.set('state', asked.get('state') ?? '');
    return route.fulfill({ status: 302, headers: { location: back.href } });
  }, { times: 1 });
  await popUp.getByRole('button', { name: 'Authorize' }).click();
  await yourCard(app).getByRole('alert').getByText('Sign-in took too long').waitFor();
  await chipSays(app, 'Not connected');
  await connects(sam, app);
});

journey('Sam presses Connect before NetSuite has told of the company: the window waits and the sign-in goes on', async (story) => {
  const sam = await story.someone(salesRep.email);
  story.demo.netsuite.control.fault({ script: 'customscript_rcns_service', answer: { kind: 'delay', ms: 2000 } });
  await connects(sam);
});

journey('RingCentral cannot be reached for the tokens: says so, and Connect works again', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await settings(sam);
  story.demo.ringcentral.control.failNextRest({ status: 503, times: 1, pathContains: '/oauth/token' });
  const popUp = await signInWindow(app);
  await enterCredentials(popUp, salesRep.email);
  await popUp.getByRole('button', { name: 'Authorize' }).click();
  await yourCard(app).getByRole('alert').getByText('RingCentral could not be reached').waitFor();
  await chipSays(app, 'Not connected');
  await connects(sam, app);
});

journey('An access token that has expired is renewed without a word, also when its renewal fails at first', async (story) => {
  const { control } = story.demo.ringcentral;
  // Each event socket needs a ticket of its own, and the next ticket the expired token, whose renewal fails twice.
  control.setSwitch('strictWsTokens', true);
  story.afterwards(() => control.setSwitch('strictWsTokens', false));
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  control.expireAccessTokens(salesRep.extensionNumber);
  control.failNextRest({ status: 503, times: 2, pathContains: '/oauth/token' });
  control.dropNetwork('gateway', salesRep.extensionNumber);
  await chipSays(app, 'Reconnecting');
  control.restoreNetwork('gateway', salesRep.extensionNumber);
  await chipSays(app, 'Connected');
  assert.deepEqual(control.state().faults.rest.pending, [], 'the renewal was refused twice');
  assert.equal(control.state().extensions.find((each) => each.extensionNumber === salesRep.extensionNumber)?.signedIn, 1, 'the same sign-in');
});

journey('Kim blocks the microphone: a call is refused with the reason, the chip says Connected, no calls', async (story) => {
  const browser = await launch('chromium', { askForMicrophone: true });
  story.afterwards(() => browser.close());
  const kim = await story.someone(supportAgent.email, { context: await browser.newContext({ permissions: [] }) });
  const app = await connects(kim);
  await dials(app, '(707) 555-0159');
  await app.getByRole('alert').getByText('The browser blocks the microphone for this site. Allow it in the address bar and try again.').waitFor();
  assert.equal(callWith(story, '+17075550159'), undefined, 'nothing rang');
  await app.getByRole('link', { name: 'Settings' }).click();
  await chipSays(app, 'Connected, no calls');
  await yourCard(app).getByText(/Allow it at the left end of the address bar/).waitFor();

  await kim.context.grantPermissions(['microphone']);
  await chipSays(app, 'Connected');
  await dials(app, '(707) 555-0159');
  await until('the far end rings', () => callWith(story, '+17075550159')?.farEnd.canAnswer);
});
