import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { createSoundClock } from '../../../emulators/ringcentral/telephony/media/clock.ts';
import { meanSquare } from '../../../emulators/ringcentral/telephony/media/frame.ts';
import { createKeypadDetector } from '../../../emulators/ringcentral/telephony/media/keypad.ts';
import { createLegMedia } from '../../../emulators/ringcentral/telephony/media/leg.ts';
import { createRoads } from '../../../emulators/ringcentral/telephony/media/roads.ts';
import { tone } from '../../../emulators/ringcentral/telephony/media/sound.ts';
import { testChromium, testFirefox } from './browsers.ts';
import { servePage } from './page-server.ts';
import type { PagePeer, PageStatistics } from './page/peer.ts';
import { until } from './until.ts';

/** Half a second of a voice at 50 packets a second. */
const PACKETS = 25;

/** With a fresh peer connection it is a quarter of a second and PACKETS; the old one finds its way after five seconds. */
const REPLACED_WITHIN_MS = 3_500;

const inPage = <T>(page: Page, verb: keyof PagePeer, ...args: unknown[]): Promise<T> =>
  page.evaluate(`peer.${verb}(${args.map((arg) => JSON.stringify(arg)).join()})`);

for (const browser of [testChromium, testFirefox]) {
  const skip = browser.leftOut ?? false;
  test(`a call with a ${browser.name} page keeps its sound over an ICE restart and over a replaced page`, { skip, timeout: 60_000 }, async (t) => {
    const pages = await servePage('peer');
    t.after(() => pages.close());
    const { page, close } = await browser.open(pages.url);
    t.after(close);
    let heard = 0;
    const keypad = createKeypadDetector();
    const leg = createLegMedia({
      onFrame(frame) {
        heard += meanSquare(frame);
        keypad.hear(frame);
      },
    });
    t.after(() => leg.close());
    const clock = createSoundClock();
    t.after(() => clock.close());
    const voice = tone(440);
    clock.onBeat(() => leg.play(voice()));

    const bothHear = async (when: string, withinMs?: number): Promise<void> => {
      const [there, here] = [await inPage<PageStatistics>(page, 'statistics'), await leg.counts()];
      heard = 0;
      await until(`${when}: packets and energy in the page`, async () => {
        const now = await inPage<PageStatistics>(page, 'statistics');
        return now.packetsIn >= there.packetsIn + PACKETS && now.energyIn > there.energyIn + 0.01;
      }, withinMs);
      await until(`${when}: packets and energy at the far end`, async () => (await leg.counts()).packetsIn >= here.packetsIn + PACKETS && heard > 0.05, withinMs);
    };
    const offered = async (iceRestart: boolean): Promise<void> => {
      const offer = await inPage<string>(page, 'offer', iceRestart);
      await inPage(page, 'accept', await leg.answer(offer));
    };

    await inPage(page, 'open');
    await offered(false);
    await bothHear('after the first offer');
    for (const turn of ['first', 'second']) {
      await offered(true);
      await bothHear(`after the ${turn} ICE restart with the same fingerprint`);
    }
    for (const turn of ['first', 'second']) {
      await inPage(page, 'open');
      await offered(false);
      await bothHear(`after the ${turn} new fingerprint`, REPLACED_WITHIN_MS);
    }
    await offered(true);
    await bothHear('after an ICE restart on the replaced page');
    await inPage(page, 'dtmf', '159#', 200, 100);
    await until('the keys are heard', () => keypad.digits() === '159#');
    assert.ok((await leg.counts()).packetsOut > 6 * PACKETS, 'packets are counted over all peer connections');
  });

  test(`a call with a ${browser.name} page goes the way it is led, stops where that is blocked, and finds another by an ICE restart`, { skip, timeout: 60_000 }, async (t) => {
    const pages = await servePage('peer');
    t.after(() => pages.close());
    const { page, close } = await browser.open(pages.url);
    t.after(close);
    const roads = createRoads();
    roads.detour(true);
    const leg = createLegMedia({ onFrame() {}, roads: roads.forCall() });
    t.after(() => leg.close());
    const clock = createSoundClock();
    t.after(() => clock.close());
    const voice = tone(440);
    clock.onBeat(() => leg.play(voice()));
    const received = async (): Promise<number[]> => [(await inPage<PageStatistics>(page, 'statistics')).packetsIn, (await leg.counts()).packetsIn];
    const grows = (when: string): Promise<unknown> => received().then((before) => until(when, async () => (await received()).every((now, end) => now >= (before[end] ?? 0) + PACKETS)));

    await inPage(page, 'open');
    await inPage(page, 'accept', await leg.answer(await inPage<string>(page, 'offer', false)));
    await grows('both hear');
    roads.blockAll();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const silent = await received();
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(await received(), silent, 'nothing passes');
    await inPage(page, 'accept', await leg.answer(await inPage<string>(page, 'offer', true)));
    await grows('both hear again');
  });

  test(`a call offered to a ${browser.name} page is heard both ways, also after the page restarts ICE`, { skip, timeout: 60_000 }, async (t) => {
    const pages = await servePage('peer');
    t.after(() => pages.close());
    const { page, close } = await browser.open(pages.url);
    t.after(close);
    const leg = createLegMedia({ onFrame() {} });
    t.after(() => leg.close());
    const clock = createSoundClock();
    t.after(() => clock.close());
    const voice = tone(440);
    clock.onBeat(() => leg.play(voice()));

    await inPage(page, 'open');
    await leg.accept(await inPage<string>(page, 'answer', await leg.offer()));
    const bothCount = async (when: string): Promise<void> => {
      const [there, here] = [await inPage<PageStatistics>(page, 'statistics'), await leg.counts()];
      await until(`packets both ways ${when}`, async () => (await leg.counts()).packetsIn > here.packetsIn + PACKETS
        && (await inPage<PageStatistics>(page, 'statistics')).packetsIn > there.packetsIn + PACKETS);
    };
    await bothCount('after the answer');
    await inPage(page, 'accept', await leg.answer(await inPage<string>(page, 'offer', true)));
    await bothCount('after an ICE restart by the page');
    await inPage(page, 'open');
    await inPage(page, 'accept', await leg.answer(await inPage<string>(page, 'offer', false)));
    await bothCount('after the page was replaced');
  });
}
