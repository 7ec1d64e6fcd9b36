import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { salesRep } from '../../../emulators/demo/people.ts';
import type { CallView } from '../../../emulators/ringcentral/telephony/contract.ts';
import { journey, type Story } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { current, farEndHears, farEndHearsSilence, farEndRings, userHears, watchesPeers } from '../steps/outside.ts';
import { callCard, press } from '../steps/phone.ts';
import { loggedOnce, opens } from '../steps/records.ts';
import type { Someone } from '../steps/someone.ts';
import { until } from '../steps/until.ts';

/** Longer than any page load here takes, shorter than what a caller takes for a dead line. */
const longestGapMs = 3_000;

/** Sam talks with Juniper Street Bakery from the customer's page; the app is open in another tab. */
async function talks(story: Story): Promise<{ sam: Someone; app: Page; page: Page; call: CallView }> {
  const sam = await story.someone(salesRep.email);
  await watchesPeers(sam.context);
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

async function goesOn(story: Story, call: CallView, page: Page): Promise<void> {
  await callCard(page, 'Juniper Street Bakery').getByText('Outbound call').waitFor();
  await farEndHears(story, call);
  await userHears(page);
  const { media, farEnd } = current(story, call);
  assert.equal(farEnd.state, 'talking');
  assert.ok(media && media.longestPauseMs < longestGapMs, `the far end waited ${media?.longestPauseMs} ms`);
  story.demo.ringcentral.control.resetMediaStatistics(call.telephonySessionId);
}

async function ends(story: Story, call: CallView, page: Page): Promise<void> {
  await press(callCard(page, 'Juniper Street Bakery'), 'Hang up');
  await until('the far end is alone', () => current(story, call).farEnd.state === 'ended');
  assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
}

journey('Sam follows three links of NetSuite in his only tab, and the call goes on after each', async (story) => {
  const { app, page, call } = await talks(story);
  await app.close();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.waitForURL(/e=T/);
  await goesOn(story, call, page);
  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('e=T'));
  await goesOn(story, call, page);
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.waitForURL(/e=T/);
  await goesOn(story, call, page);
  assert.deepEqual(asked, [], 'nobody is asked whether to leave');
  await ends(story, call, page);
});

journey('Sam reloads the page in a call, and the call goes on', async (story) => {
  const { app, page, call } = await talks(story);
  await app.close();
  await page.reload();
  await goesOn(story, call, page);
  await ends(story, call, page);
});

journey('Sam closes the tab that carries the audio; the other one takes over', async (story) => {
  const { app, page, call } = await talks(story);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  await page.close();
  await goesOn(story, call, app);
  await ends(story, call, app);
});

journey('The tab that carries the audio crashes; the other one takes over', async (story) => {
  const { sam, app, page, call } = await talks(story);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const devtools = await sam.context.newCDPSession(page);
  void devtools.send('Page.crash').catch(() => undefined);
  await goesOn(story, call, app);
  await ends(story, call, app);
});

journey('What was held stays held over a page load, what was muted stays muted, and both can be undone', async (story) => {
  const { app, page, call } = await talks(story);
  await app.close();
  const card = callCard(page, 'Juniper Street Bakery');
  await press(card, 'Mute');
  await farEndHearsSilence(story, call);
  await page.reload();
  await card.getByText('Muted').waitFor();
  const before = current(story, call).media?.packetsIn ?? 0;
  await until('packets come again', () => (current(story, call).media?.packetsIn ?? 0) > before + 50);
  await farEndHearsSilence(story, call);
  await userHears(page);
  await press(card, 'Mute');
  await farEndHears(story, call);

  await press(card, 'Hold');
  await until('the far end is on hold', () => current(story, call).farEnd.state === 'held');
  await page.reload();
  await card.getByText('On hold').waitFor();
  await until('the audio is here', async () => (await card.getByText('Moving audio…').count()) === 0);
  const held = current(story, call).media?.packetsIn ?? 0;
  await until('packets come again', () => (current(story, call).media?.packetsIn ?? 0) > held + 50);
  assert.equal(current(story, call).farEnd.state, 'held');
  await press(card, 'Hold');
  await until('the far end talks again', () => current(story, call).farEnd.state === 'talking');
  await goesOn(story, call, page);
  await ends(story, call, page);
});
