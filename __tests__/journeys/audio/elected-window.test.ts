import assert from 'node:assert/strict';
import type { BrowserContext } from 'playwright-core';
import { salesRep } from '../../../emulators/demo/people.ts';
import { journey, type Story } from '../journey.ts';
import { onePhone, openFor } from '../steps/registrations.ts';
import { ends, goesOn, talks } from '../steps/talking.ts';
import { until } from '../steps/until.ts';

/** A browser that has no SharedWorker. */
async function withoutSharedWorker(story: Story): Promise<BrowserContext> {
  const context = await (await story.browser('chromium')).newContext({ permissions: ['microphone'] });
  await context.addInitScript(() => Reflect.deleteProperty(window, 'SharedWorker'));
  return context;
}

journey('Without SharedWorker Sam’s tabs share one phone; the tab that runs it closes, and the call goes on in the other', async (story) => {
  const { app, page, call } = await talks(story, 'chromium', await withoutSharedWorker(story));
  assert.equal(await page.evaluate(() => typeof SharedWorker), 'undefined');
  onePhone(story, salesRep.extensionNumber);
  await app.close();
  await goesOn(story, call, page);
  await until('there is one phone', () => openFor(story, salesRep.extensionNumber).sipSockets === 1);
  onePhone(story, salesRep.extensionNumber);
  await ends(story, call, page);
});

journey('Without SharedWorker Sam reloads his only tab in a call, and the call goes on', async (story) => {
  const { app, page, call } = await talks(story, 'chromium', await withoutSharedWorker(story));
  await app.close();
  await goesOn(story, call, page);
  await until('the phone is back', () => openFor(story, salesRep.extensionNumber).sipSockets === 1);
  await page.reload();
  await goesOn(story, call, page);
  await until('there is one phone', () => openFor(story, salesRep.extensionNumber).sipSockets === 1);
  onePhone(story, salesRep.extensionNumber);
  await ends(story, call, page);
});

journey('Without SharedWorker the tab that runs the phone crashes in a call; the other one goes on', async (story) => {
  const { sam, app, page, call } = await talks(story, 'chromium', await withoutSharedWorker(story));
  const devtools = await sam.context.newCDPSession(app);
  void devtools.send('Page.crash').catch(() => undefined);
  await goesOn(story, call, page);
  await until('there is one phone', () => openFor(story, salesRep.extensionNumber).sipSockets === 1);
  onePhone(story, salesRep.extensionNumber);
  await ends(story, call, page);
});
