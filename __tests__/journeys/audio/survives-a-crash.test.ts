import { journey } from '../journey.ts';
import { until } from '../steps/until.ts';
import { current, farEndHears } from '../steps/outside.ts';
import { ends, goesOn, talks } from '../steps/talking.ts';

journey('Sam’s only tab crashes, and with it the line; he reloads the tab, and the call goes on', async (story) => {
  const { sam, app: page, page: other, call } = await talks(story);
  const record = other.url();
  // His first tab runs the line, and has the audio now.
  await page.goto(record);
  await other.close();
  await goesOn(story, call, page);
  const devtools = await sam.context.newCDPSession(page);
  const { targetInfo } = await devtools.send('Target.getTargetInfo');
  // The driver gives a crashed page up: the reload button is the browser's own.
  const browser = await (await story.browser('chromium')).newBrowserCDPSession();
  void devtools.send('Page.crash').catch(() => undefined);
  await until('nothing is heard of the tab', () => story.demo.ringcentral.telephony.registrations().every(({ socketOpen }) => !socketOpen));
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId: targetInfo.targetId, flatten: false });
  await browser.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: 1, method: 'Page.reload' }) });
  await farEndHears(story, call);
  story.notes(`gap, the reload included: the far end waited ${current(story, call).media?.longestPauseMs} ms`);
  // The driver cannot look into the tab any more; another one shows what the line says, and takes over when that goes.
  const next = await sam.tab(record);
  await browser.send('Target.closeTarget', { targetId: targetInfo.targetId });
  await goesOn(story, call, next);
  await ends(story, call, next);
});
