import { journey } from '../journey.ts';
import { startOwnBrowser } from '../own-browser.ts';
import { farEndHears, farEndHearsSilence } from '../steps/outside.ts';
import { callCard, press } from '../steps/phone.ts';
import { ends, goesOn, talks } from '../steps/talking.ts';

journey('The browser puts the tab with the audio to sleep; another one carries the call, and the sleeper wakes up as its remote control', async (story) => {
  // A driver's own browser keeps every page in focus, and those are never put to sleep.
  const browser = await startOwnBrowser();
  story.afterwards(browser.close);
  const [context] = (await browser.drive()).contexts();
  const { sam, app, page, call } = await talks(story, 'chromium', context);
  await app.bringToFront();
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const devtools = await sam.context.newCDPSession(page);
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  await goesOn(story, call, app);
  await press(callCard(app, 'Juniper Street Bakery'), 'Mute');
  await farEndHearsSilence(story, call);

  await devtools.send('Page.setWebLifecycleState', { state: 'active' });
  await page.bringToFront();
  const card = callCard(page, 'Juniper Street Bakery');
  await card.getByText('Muted', { exact: true }).waitFor();
  await press(card, 'Mute');
  await farEndHears(story, call);
  await goesOn(story, call, app);
  await ends(story, call, page);
});
