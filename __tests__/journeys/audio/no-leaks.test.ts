import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { farEndHears, farEndRings, watchesPeers } from '../steps/outside.ts';
import { callCard, dials, press } from '../steps/phone.ts';
import { loggedOnce, opens } from '../steps/records.ts';
import { onePhone } from '../steps/registrations.ts';
import { until } from '../steps/until.ts';

interface Watched { watchedPeers: RTCPeerConnection[]; watchedTracks: MediaStreamTrack[] }

/** Peer connections and microphones that are still open in a page, of how many there have ever been. */
const openIn = (page: Page): Promise<{ peers: number; microphones: number; ever: number }> =>
  page.evaluate(() => {
    const { watchedPeers: peers, watchedTracks: tracks } = window as unknown as Watched;
    return { peers: peers.filter(({ connectionState }) => connectionState !== 'closed').length, microphones: tracks.filter(({ readyState }) => readyState === 'live').length, ever: peers.length };
  });

journey('Four tabs, a call out and a call in: one phone throughout, and nothing of a call is left open after it', async (story) => {
  const { control } = story.demo.ringcentral;
  const sam = await story.someone(salesRep.email);
  await watchesPeers(sam.context);
  await sam.context.addInitScript(() => {
    const tracks: MediaStreamTrack[] = [];
    Object.assign(window, { watchedTracks: tracks });
    const ask = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
    if (ask) navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });
  const app = await connects(sam);
  const pages = [app, ...(await Promise.all(['Juniper Street Bakery', 'Quarry Stone & Tile', 'Pebble Creek Pediatrics'].map((name) => opens(sam, 'customer', name))))];
  onePhone(story, salesRep.extensionNumber);

  await dials(app, '+14045550170');
  const out = await farEndRings(story, '+14045550170');
  await control.farEndAnswers(out.telephonySessionId);
  await farEndHears(story, out);
  onePhone(story, salesRep.extensionNumber);
  await press(callCard(app, 'Juniper Street Bakery'), 'Hang up');
  await loggedOnce(story, out);

  const into = await control.ringIn({ from: { phoneNumber: '+15125550148', name: 'QUARRY STONE' }, to: salesRep.extensionNumber });
  await press(callCard(app, 'Quarry Stone & Tile'), 'Answer');
  await farEndHears(story, into);
  await control.farEndHangsUp(into.telephonySessionId);
  await loggedOnce(story, into);

  await until('no peer connection and no microphone is open', async () => (await Promise.all(pages.map(openIn))).every(({ peers, microphones }) => peers === 0 && microphones === 0));
  assert.ok((await Promise.all(pages.map(openIn))).some(({ ever }) => ever > 0), 'the calls were seen');
  onePhone(story, salesRep.extensionNumber);
});
