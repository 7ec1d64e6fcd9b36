import assert from 'node:assert/strict';
import { supportAgent } from '../../../emulators/demo/people.ts';
import { journey, type Story } from '../journey.ts';
import { chipSays, connects, settings } from '../steps/connecting.ts';
import { current, farEndHears } from '../steps/outside.ts';
import { callCard, press } from '../steps/phone.ts';
import { loggedOnce, opens } from '../steps/records.ts';
import { onePhone, openFor } from '../steps/registrations.ts';
import type { Someone } from '../steps/someone.ts';
import { ends, talks } from '../steps/talking.ts';
import { until } from '../steps/until.ts';

const ringIn = ({ demo }: Story) => demo.ringcentral.control.ringIn({ from: { phoneNumber: '+15125550148', name: 'QUARRY STONE' }, to: supportAgent.extensionNumber });

const nothingOpen = (story: Story): Promise<unknown> =>
  until('RingCentral has nothing open for Kim', () => {
    const { registered, sipSockets, gatewaySockets } = openFor(story, supportAgent.extensionNumber);
    return registered === 0 && sipSockets === 0 && gatewaySockets === 0;
  }, 20_000);

async function closesEveryTab(someone: Someone): Promise<void> {
  // A browser without any page may end: a page of nobody's stays.
  await someone.context.newPage();
  for (const page of someone.context.pages().slice(0, -1)) await page.close();
}

journey('Kim closes every tab: nothing rings any more; she opens one, and it rings', async (story) => {
  const { control } = story.demo.ringcentral;
  const kim = await story.someone(supportAgent.email);
  await connects(kim);
  await opens(kim, 'customer', 'Quarry Stone & Tile');
  onePhone(story, supportAgent.extensionNumber);
  await closesEveryTab(kim);
  await nothingOpen(story);
  const unheard = await ringIn(story);
  assert.deepEqual(openFor(story, supportAgent.extensionNumber), { registered: 0, sipSockets: 0, gatewaySockets: 0, signedIn: 1 });
  control.farEndHangsUp(unheard.telephonySessionId);
  const app = await settings(kim);
  await chipSays(app, 'Connected');
  const heard = await ringIn(story);
  await press(callCard(app, 'Quarry Stone & Tile'), 'Answer');
  await farEndHears(story, heard);
  await press(callCard(app, 'Quarry Stone & Tile'), 'Hang up');
  assert.equal((await loggedOnce(story, heard)).outcome, 'Completed');
  onePhone(story, supportAgent.extensionNumber);
});

journey('A call that comes when every tab was just closed is neither answered nor declined by this browser', async (story) => {
  const kim = await story.someone(supportAgent.email);
  await connects(kim);
  await closesEveryTab(kim);
  const call = await ringIn(story);
  await nothingOpen(story);
  const { farEnd, answeredAt, endedAt, parties } = current(story, call);
  assert.deepEqual({ farEnd: farEnd.state, answeredAt, endedAt }, { farEnd: 'ringing', answeredAt: null, endedAt: null });
  assert.ok(!parties.some((party) => JSON.stringify(party).includes('Declined') || JSON.stringify(party).includes('Rejected')), 'nobody has refused it');
});

journey('Sam closes every tab in a call: it is ended and logged when nobody comes back', async (story) => {
  const { sam, call } = await talks(story);
  await closesEveryTab(sam);
  await until('the far end is alone', () => current(story, call).farEnd.state === 'ended', 40_000);
  assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
});

journey('Sam closes every tab in a call and opens the phone again in time: the call goes on there', async (story) => {
  const { sam, call } = await talks(story);
  await closesEveryTab(sam);
  const page = await opens(sam, 'customer', 'Juniper Street Bakery');
  await farEndHears(story, call);
  await ends(story, call, page);
});
