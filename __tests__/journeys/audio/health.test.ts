import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { askNetSuite } from '../../../emulators/demo/questions.ts';
import type { CallView } from '../../../emulators/ringcentral/telephony/contract.ts';
import { launch } from '../browsers.ts';
import { journey, type Story } from '../journey.ts';
import { current, farEndHears, userHears } from '../steps/outside.ts';
import { callCard, press } from '../steps/phone.ts';
import { ends, talks } from '../steps/talking.ts';
import { until } from '../steps/until.ts';

const card = (page: Page): Locator => callCard(page, 'Juniper Street Bakery');
const quality = (page: Page, word: string): Locator => card(page).getByRole('img', { name: new RegExp(`^Call quality: ${word}\\. MOS \\d\\.\\d+ · jitter \\d+ ms · loss [\\d.]+ %`) });

/** The sound of this story's calls goes a way on which it can be lost or blocked. */
function detour({ demo, afterwards }: Story): void {
  const { control } = demo.ringcentral;
  control.detourMedia(true);
  afterwards(() => {
    control.loseMedia(0);
    control.detourMedia(false);
  });
}

async function storedQuality(story: Story, call: CallView): Promise<Record<'mos' | 'jitter' | 'loss', number>> {
  const [row] = await askNetSuite(story.demo.netsuite, 'SELECT custevent_rcns_mos AS mos, custevent_rcns_jitter_ms AS jitter, custevent_rcns_loss_pct AS loss FROM phonecall WHERE custevent_rcns_session = ?', [call.telephonySessionId]);
  return { mos: Number(row?.['mos']), jitter: Number(row?.['jitter']), loss: Number(row?.['loss']) };
}

journey('A call says how it sounds, with the figures for whoever asks, and NetSuite keeps them with the call', async (story) => {
  const { page, call } = await talks(story);
  await quality(page, 'Good').waitFor();
  await quality(page, 'Good').focus();
  await card(page).getByText(/^MOS 4\./).waitFor();
  await ends(story, call, page);
  const { mos, jitter, loss } = await storedQuality(story, call);
  assert.ok(mos > 4 && mos <= 4.41, `MOS ${mos}`);
  assert.ok(jitter >= 0 && loss >= 0 && loss < 5, `jitter ${jitter}, loss ${loss}`);
});

// Longer than others: a quarter of a minute of bad sound is what makes it last.
journey('A third of the sound gets lost: the call says Poor, then what to do about it, and its record tells', async (story) => {
  detour(story);
  const { page, app, call } = await talks(story);
  story.demo.ringcentral.control.loseMedia(33);
  await quality(page, 'Poor').waitFor();
  await card(page).getByText('The connection is poor.').waitFor({ timeout: 25_000 });
  await app.getByRole('list', { name: 'Parts of the line' }).getByText('A call gets through badly.').waitFor();
  story.demo.ringcentral.control.loseMedia(0);
  await quality(page, 'Good').waitFor();
  await card(page).getByText('The connection is poor.').waitFor({ state: 'detached' });
  await ends(story, call, page);
  const { mos, loss } = await storedQuality(story, call);
  assert.ok(mos < 3.6 && loss > 10, `MOS ${mos}, loss ${loss}`);
});

for (const browser of ['chromium', 'firefox'] as const) {
  journey(`The computer changes its network in mid-call${browser === 'firefox' ? ', in Firefox' : ''}: another way is found by itself, and both hear each other again`, async (story) => {
    detour(story);
    const { page, app, call } = await talks(story, browser);
    story.demo.ringcentral.control.blockMedia();
    await card(page).getByText('Restoring audio…').waitFor({ timeout: 30_000 });
    await card(page).getByText('Restoring audio…').waitFor({ state: 'detached', timeout: 20_000 });
    await farEndHears(story, call);
    await userHears(page);
    await app.getByRole('region', { name: 'Line health' }).getByText('Sound of a call restored').waitFor();
    await ends(story, call, page);
  }, { needs: browser });
}

journey('The network changes while the call is on hold and muted: both stay so, and are taken back afterwards', async (story) => {
  detour(story);
  const { page, call } = await talks(story);
  await press(card(page), 'Mute');
  await press(card(page), 'Hold');
  await card(page).getByText('On hold').waitFor();
  story.demo.ringcentral.control.blockMedia();
  await card(page).getByText('Restoring audio…').waitFor({ timeout: 30_000 });
  await card(page).getByText('Restoring audio…').waitFor({ state: 'detached', timeout: 20_000 });
  assert.equal(current(story, call).farEnd.state, 'held');
  await press(card(page), 'Hold');
  await until('the far end is taken up', () => current(story, call).farEnd.state === 'talking');
  await press(card(page), 'Mute');
  await farEndHears(story, call);
  await userHears(page);
  await ends(story, call, page);
});

/**
 * The browser's question stands open again for this site; a driver's own way to take a permission back would refuse it.
 * The session stays open: what it has set goes with it.
 */
async function asksEachTime(page: Page): Promise<{ allow(): Promise<unknown> }> {
  const devtools = await page.context().newCDPSession(page);
  const { targetInfo } = await devtools.send('Target.getTargetInfo') as { targetInfo: { browserContextId?: string } };
  const microphone = (setting: 'prompt' | 'granted') =>
    devtools.send('Browser.setPermission', { permission: { name: 'microphone' }, setting, origin: new URL(page.url()).origin, ...(targetInfo.browserContextId ? { browserContextId: targetInfo.browserContextId } : {}) });
  await microphone('prompt');
  return { allow: () => microphone('granted') };
}

journey('A page load after which the browser wants to be asked for the microphone: one button, and the call goes on', async (story) => {
  const browser = await launch('chromium', { askForMicrophone: true });
  story.afterwards(() => browser.close());
  const { app, page, call } = await talks(story, 'chromium', await browser.newContext({ permissions: ['microphone'] }));
  await app.close();
  const question = await asksEachTime(page);
  // The browser's question is not part of the page: whoever pressed a button answers it with Allow.
  await page.exposeFunction('personAllows', async () => void (await question.allow()));
  await page.addInitScript(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    // A press, and not userActivation: whatever a driver evaluates counts as one of the user's.
    let pressed = false;
    addEventListener('pointerdown', () => { pressed = true; }, true);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      if (pressed) await (window as unknown as { personAllows(): Promise<void> }).personAllows();
      return ask(constraints);
    };
  });
  await page.reload();
  const button = page.getByRole('button', { name: 'Allow microphone and continue the call' });
  await button.waitFor();
  assert.equal(current(story, call).farEnd.state, 'talking', 'the call waits');
  await button.click();
  await farEndHears(story, call);
  await userHears(page);
  await button.waitFor({ state: 'detached' });
  await ends(story, call, page);
});
