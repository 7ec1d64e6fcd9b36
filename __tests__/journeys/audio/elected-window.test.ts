import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { salesRep } from '../../../emulators/demo/people.ts';
import { launchProfile } from '../browsers.ts';
import { journey } from '../journey.ts';
import { startOwnBrowser } from '../own-browser.ts';
import { connects } from '../steps/connecting.ts';
import { farEndHears } from '../steps/outside.ts';
import { loggedOnce, opens } from '../steps/records.ts';
import { openSelfDriving } from '../steps/self-driving.ts';
import { onePhone, phoneIsBack } from '../steps/registrations.ts';
import { ends, goesOn, talks } from '../steps/talking.ts';
import { closesTheTabThatRunsThePhone, withoutSharedWorker } from '../steps/without-shared-worker.ts';

journey('Without SharedWorker Sam’s tabs share one phone; the tab that runs it closes, and the call goes on in the other', (story) => closesTheTabThatRunsThePhone(story, 'chromium'));

journey('Without SharedWorker Sam reloads his only tab in a call, and the call goes on', async (story) => {
  const { app, page, call } = await talks(story, 'chromium', await withoutSharedWorker(story));
  await app.close();
  await goesOn(story, call, page);
  await phoneIsBack(story, salesRep.extensionNumber);
  await page.reload();
  await goesOn(story, call, page);
  await phoneIsBack(story, salesRep.extensionNumber);
  onePhone(story, salesRep.extensionNumber);
  await ends(story, call, page);
});

journey('Without SharedWorker the tab that runs the phone crashes in a call; the other one goes on', async (story) => {
  const { sam, app, page, call } = await talks(story, 'chromium', await withoutSharedWorker(story));
  const devtools = await sam.context.newCDPSession(app);
  void devtools.send('Page.crash').catch(() => undefined);
  await goesOn(story, call, page);
  await phoneIsBack(story, salesRep.extensionNumber);
  onePhone(story, salesRep.extensionNumber);
  await ends(story, call, page);
});

journey('Without SharedWorker a page that waits for its turn goes into the browser’s page cache: it never gets the phone there, and joins in when it comes back', async (story) => {
  const { control } = story.demo.ringcentral;
  const profile = mkdtempSync(path.join(tmpdir(), 'rcns-own-'));
  const before = await story.someone(salesRep.email, { context: await launchProfile(profile) });
  await connects(before);
  const record = (await opens(before, 'customer', 'Juniper Street Bakery')).url();
  await before.leaves();
  const pages = await openSelfDriving(story.demo.netsuite.url, salesRep, '<script>delete window.SharedWorker</script>');
  story.afterwards(pages.close);
  // A page cache is what browsers without a driver have.
  const browser = await startOwnBrowser({ profile, proxy: pages.proxy });
  story.afterwards(browser.close);
  const shows = (tab: string, words: string, from = 0) => pages.told(tab, 'shows', ({ value }) => String(value).includes(words), from);
  for (const tab of ['one', 'two']) {
    await browser.open(`${record}&tab=${tab}`);
    await shows(tab, 'Connected');
  }

  let since = pages.reports.length;
  pages.order('two', 'go', `${record}&e=T`);
  await pages.told('two', 'shows', ({ page, value }) => page.includes('e=T') && String(value).includes('Connected'), since);
  since = pages.reports.length;
  // The tab that runs the phone leaves it: next is whoever waits, and is awake.
  pages.order('one', 'go', 'about:blank');
  await shows('two', 'Connecting', since);
  await shows('two', 'Connected', pages.reports.length);
  onePhone(story, salesRep.extensionNumber);
  since = pages.reports.length;
  pages.order('two', 'back');
  await pages.told('two', 'came', ({ value }) => (value as { persisted: boolean }).persisted, since);
  await phoneIsBack(story, salesRep.extensionNumber);
  onePhone(story, salesRep.extensionNumber);

  const call = await control.ringIn({ from: { phoneNumber: '+14045550170', name: 'JUNIPER STREET' }, to: salesRep.extensionNumber });
  await shows('two', 'Incoming call', since);
  pages.order('two', 'press', 'Answer');
  await farEndHears(story, call);
  onePhone(story, salesRep.extensionNumber);
  await control.farEndHangsUp(call.telephonySessionId);
  assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
}, { needs: 'full-chromium' });
