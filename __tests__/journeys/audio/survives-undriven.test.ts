import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { salesRep } from '../../../emulators/demo/people.ts';
import type { CallView } from '../../../emulators/ringcentral/telephony/contract.ts';
import { launchProfile } from '../browsers.ts';
import { journey, type Story } from '../journey.ts';
import { startOwnBrowser, type OwnBrowser } from '../own-browser.ts';
import { connects } from '../steps/connecting.ts';
import { current, farEndHears, farEndRings } from '../steps/outside.ts';
import { loggedOnce, opens } from '../steps/records.ts';
import { openSelfDriving, type Report, type SelfDriving } from '../steps/self-driving.ts';
import { until } from '../steps/until.ts';

/*
 * Browsers without a driver, whose pages drive themselves: a driver switches the page cache off, and each of its looks
 * at a page counts as a click in it.
 */

interface Played { seconds: number; clicked: boolean }
const outOfCache = ({ value }: Report): boolean => (value as { persisted: boolean }).persisted;

interface Untouched extends SelfDriving { record: string; drive: OwnBrowser['drive']; shows(tab: string, words: string, from?: number): Promise<unknown> }

/** Sam's browser, connected before, opened again on a customer's page in these tabs; nobody ever clicks in it. */
async function untouched(story: Story, tabs: string[], more: string[] = []): Promise<Untouched> {
  const profile = mkdtempSync(path.join(tmpdir(), 'rcns-own-'));
  const before = await story.someone(salesRep.email, { context: await launchProfile(profile) });
  await connects(before);
  const record = (await opens(before, 'customer', 'Juniper Street Bakery')).url();
  await before.leaves();
  const driving = await openSelfDriving(story.demo.netsuite.url, salesRep);
  story.afterwards(driving.close);
  const browser = await startOwnBrowser({ profile, proxy: driving.proxy, more });
  story.afterwards(browser.close);
  const shows: Untouched['shows'] = (tab, words, from) => driving.told(tab, 'shows', ({ value }) => String(value).includes(words), from);
  for (const tab of tabs) {
    await browser.open(`${record}&tab=${tab}`);
    await shows(tab, 'Connected');
  }
  return { ...driving, record, shows, drive: browser.drive };
}

async function callsFrom(story: Story, pages: Untouched, tab: string): Promise<CallView> {
  pages.order(tab, 'press', 'Call (404)');
  const call = await farEndRings(story, '+14045550170');
  await story.demo.ringcentral.control.farEndAnswers(call.telephonySessionId);
  await farEndHears(story, call);
  story.demo.ringcentral.control.resetMediaStatistics(call.telephonySessionId);
  return call;
}

async function farEndEnds(story: Story, call: CallView): Promise<void> {
  story.notes(`gap: the far end waited ${current(story, call).media?.longestPauseMs} ms`);
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
  assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
}

journey('Nobody has clicked in Sam’s page: after a page load he is heard, and hears, all the same', async (story) => {
  const pages = await untouched(story, ['one']);
  const call = await callsFrom(story, pages, 'one');
  const before = pages.reports.length;
  pages.order('one', 'go', `${pages.record}&e=T`);
  const heard = await pages.told('one', 'plays', ({ page, value }) => page.includes('e=T') && (value as Played).seconds > 0.5, before);
  assert.equal((heard.value as Played).clicked, false);
  assert.deepEqual(pages.reports.filter(({ what }) => what === 'silent'), [], 'nothing was held back');
  await farEndHears(story, call);
  await farEndEnds(story, call);
}, { needs: 'full-chromium' });

journey('A page comes back out of the browser’s page cache: it is connected, and rings', async (story) => {
  const pages = await untouched(story, ['one']);
  pages.order('one', 'go', `${pages.record}&e=T`);
  await pages.shows('one', 'Connected', pages.reports.length);
  const before = pages.reports.length;
  pages.order('one', 'back');
  await pages.told('one', 'came', outOfCache, before);
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+14045550170', name: 'JUNIPER STREET' }, to: salesRep.extensionNumber });
  await pages.shows('one', 'Incoming call', before);
  pages.order('one', 'press', 'Answer');
  await farEndHears(story, call);
  await farEndEnds(story, call);
}, { needs: 'full-chromium' });

journey('The tab with the audio goes while another tab sits on a page out of the cache: the call goes on there', async (story) => {
  const pages = await untouched(story, ['one', 'two']);
  const call = await callsFrom(story, pages, 'two');
  pages.order('one', 'go', `${pages.record}&e=T`);
  await pages.shows('one', 'Juniper Street Bakery', pages.reports.length);
  let before = pages.reports.length;
  pages.order('one', 'back');
  await pages.told('one', 'came', outOfCache, before);
  before = pages.reports.length;
  pages.order('two', 'go', 'about:blank');
  await pages.told('one', 'plays', () => true, before);
  await farEndHears(story, call);
  await farEndEnds(story, call);
}, { needs: 'full-chromium' });

journey('The browser plays nothing before a click: the page says so at once, and one click brings the voice', async (story) => {
  const pages = await untouched(story, ['one'], ['--autoplay-policy=user-gesture-required']);
  const call = await callsFrom(story, pages, 'one');
  await pages.shows('one', 'The browser keeps sound silent in this window until you click.');
  await farEndHears(story, call);
  const before = pages.reports.length;
  const page = (await pages.drive()).contexts()[0]?.pages().find((each) => each.url().startsWith(pages.record));
  await page?.getByRole('button', { name: 'Click to hear' }).click();
  await pages.told('one', 'plays', ({ value }) => (value as Played).seconds > 0, before);
  await farEndEnds(story, call);
}, { needs: 'full-chromium' });

journey('Nobody has clicked in Sam’s page: it says that a ring would not be heard; a call comes in silence; one click, and it rings', async (story) => {
  const pages = await untouched(story, ['one']);
  await pages.shows('one', 'Click once to hear calls');
  await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+14045550170', name: 'JUNIPER STREET' }, to: salesRep.extensionNumber });
  await pages.shows('one', 'Incoming call');
  await pages.told('one', 'does-not-ring', ({ value }) => String(value).includes('NotAllowedError'));
  assert.deepEqual(pages.reports.filter(({ what }) => what === 'rings'), []);
  const before = pages.reports.length;
  const page = (await pages.drive()).contexts()[0]?.pages().find((each) => each.url().startsWith(pages.record));
  await page?.mouse.click(5, 300);
  await pages.told('one', 'rings', () => true, before);
  await until('the warning is gone', () => {
    const shown = pages.reports.slice(before).filter(({ what }) => what === 'shows').at(-1);
    return shown && !String(shown.value).includes('Click once');
  });
}, { needs: 'full-chromium' });
