import assert from 'node:assert/strict';
import type { BrowserContext } from 'playwright-core';
import { salesRep } from '../../../emulators/demo/people.ts';
import type { Kind } from '../browsers.ts';
import type { Story } from '../journey.ts';
import { onePhone, phoneIsBack } from './registrations.ts';
import { ends, goesOn, talks } from './talking.ts';

/** A browser that has no SharedWorker. */
export async function withoutSharedWorker(story: Story, kind: Kind = 'chromium'): Promise<BrowserContext> {
  // Firefox knows no such permission; its preferences give the microphone.
  const context = await (await story.browser(kind)).newContext(kind === 'chromium' ? { permissions: ['microphone'] } : {});
  await context.addInitScript(() => Reflect.deleteProperty(window, 'SharedWorker'));
  return context;
}

/** Sam talks in two tabs, and the one that runs his phone is closed. */
export async function closesTheTabThatRunsThePhone(story: Story, kind: Kind): Promise<void> {
  const { app, page, call } = await talks(story, kind, await withoutSharedWorker(story, kind));
  assert.equal(await page.evaluate(() => typeof SharedWorker), 'undefined');
  onePhone(story, salesRep.extensionNumber);
  await app.close();
  await goesOn(story, call, page);
  await phoneIsBack(story, salesRep.extensionNumber);
  onePhone(story, salesRep.extensionNumber);
  await ends(story, call, page);
}
