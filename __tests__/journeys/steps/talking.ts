import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import { salesRep } from '../../../emulators/demo/people.ts';
import type { CallView } from '../../../emulators/ringcentral/telephony/contract.ts';
import type { Kind } from '../browsers.ts';
import type { Story } from '../journey.ts';
import { connects } from './connecting.ts';
import { watchesWords } from './fleeting.ts';
import { current, farEndHears, farEndRings, userHears, watchesPeers } from './outside.ts';
import { callCard, press } from './phone.ts';
import { loggedOnce, opens } from './records.ts';
import type { Someone } from './someone.ts';
import { until } from './until.ts';

/** Sam talks with Juniper Street Bakery from the customer's page; the app is open in another tab. */
export async function talks(story: Story, browser: Kind = 'chromium', context?: BrowserContext): Promise<{ sam: Someone; app: Page; page: Page; call: CallView }> {
  const sam = await story.someone(salesRep.email, { browser, ...(context ? { context } : {}) });
  await watchesPeers(sam.context);
  await watchesWords(sam.context, 'Moving audio…');
  const app = await connects(sam);
  const page = await opens(sam, 'customer', 'Juniper Street Bakery');
  await page.getByRole('button', { name: /^Call \(404\) 555-0170/ }).click();
  const call = await farEndRings(story, '+14045550170');
  await story.demo.ringcentral.control.farEndAnswers(call.telephonySessionId);
  await farEndHears(story, call);
  await userHears(page);
  story.demo.ringcentral.control.resetMediaStatistics(call.telephonySessionId);
  return { sam, app, page, call };
}

/** The same call, heard on both sides, with its card on this page. */
export async function goesOn(story: Story, call: CallView, page: Page): Promise<void> {
  await callCard(page, 'Juniper Street Bakery').getByText('Outbound call').waitFor();
  await farEndHears(story, call);
  await userHears(page);
  const { media, farEnd } = current(story, call);
  assert.equal(farEnd.state, 'talking');
  story.notes(`gap: the far end waited ${media?.longestPauseMs} ms`);
  story.demo.ringcentral.control.resetMediaStatistics(call.telephonySessionId);
}

export async function ends(story: Story, call: CallView, page: Page): Promise<void> {
  await press(callCard(page, 'Juniper Street Bakery'), 'Hang up');
  await until('the far end is alone', () => current(story, call).farEnd.state === 'ended');
  assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
}
