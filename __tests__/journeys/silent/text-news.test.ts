import assert from 'node:assert/strict';
import { salesRep } from '../../../emulators/demo/people.ts';
import { launch } from '../browsers.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { opens } from '../steps/records.ts';
import { comesIntoView, goesOutOfView, mayHide, noneIsShown, notifiedOf, pressesOnNotification, watchesNotifications } from '../steps/ringing.ts';

journey('With every page out of view a notification tells who has texted, and not what; pressed, it opens the conversation', async (story) => {
  const browser = await launch('chromium');
  story.afterwards(() => browser.close());
  const context = await browser.newContext({ permissions: ['microphone', 'notifications'] });
  await mayHide(context);
  await watchesNotifications(context);
  const sam = await story.someone(salesRep.email, { context });
  const app = await connects(sam);
  const page = await opens(sam, 'customer', 'Juniper Street Bakery');
  await goesOutOfView(app);
  await goesOutOfView(page);
  story.demo.ringcentral.control.texts.textIn({ from: { phoneNumber: '+12075550126' }, to: [salesRep.extensionNumber], text: 'Did the flutes arrive?' });
  const pages = [app, page];
  const shownIn = await Promise.any(pages.map(async (each) => [each, await notifiedOf(each, 'Text from Longfellow Music School')] as const));
  assert.deepEqual(shownIn[1], ['Text from Longfellow Music School'], 'one for both pages, without buttons');
  await pressesOnNotification(context, '');
  await app.getByRole('list', { name: 'Messages of this conversation' }).getByText('Did the flutes arrive?').waitFor();
  await noneIsShown(shownIn[0]);
  // As the click does with a real window; whoever sees it has read it.
  await comesIntoView(app);
  await app.getByRole('link', { name: 'Messages', exact: true }).waitFor();
}, { needs: 'full-chromium' });
