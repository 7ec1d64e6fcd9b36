import { journey } from '../journey.ts';
import { current } from '../steps/outside.ts';
import { callCard, press } from '../steps/phone.ts';
import { ends, goesOn, talks } from '../steps/talking.ts';
import { until } from '../steps/until.ts';

journey('Sam follows links in his only tab, where the line dies with each page, and the call goes on, in Firefox', async (story) => {
  const { app, page, call } = await talks(story, 'firefox');
  await app.close();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.waitForURL(/e=T/);
  await goesOn(story, call, page);
  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('e=T'));
  await goesOn(story, call, page);
  await ends(story, call, page);
});

journey('Sam reloads his only tab while the call is held and muted; it comes back so, in Firefox', async (story) => {
  const { app, page, call } = await talks(story, 'firefox');
  await app.close();
  const card = callCard(page, 'Juniper Street Bakery');
  await press(card, 'Mute');
  await press(card, 'Hold');
  await until('the far end is on hold', () => current(story, call).farEnd.state === 'held');
  await page.reload();
  await card.getByText('On hold').waitFor();
  await until('the audio is here', async () => (await card.getByText('Moving audio…').count()) === 0);
  await press(card, 'Hold');
  await until('the far end talks again', () => current(story, call).farEnd.state === 'talking');
  await card.getByText('Muted', { exact: true }).waitFor();
  await press(card, 'Mute');
  await goesOn(story, call, page);
  await ends(story, call, page);
});

journey('The tab that runs the line crashes; the tab with the audio starts another line and goes on', async (story) => {
  const { sam, app, page, call } = await talks(story);
  const devtools = await sam.context.newCDPSession(app);
  // The words may stand for a few milliseconds only: the page itself watches for them.
  await page.evaluate((words) => {
    const roots = [...document.querySelectorAll('*')].flatMap((element) => element.shadowRoot ?? []);
    const seen = new Promise<void>((resolve) => {
      for (const root of roots) new MutationObserver(() => root.textContent?.includes(words) && resolve()).observe(root, { subtree: true, childList: true, characterData: true });
    });
    Object.assign(window, { wordsSeen: seen });
  }, 'Moving audio…');
  void devtools.send('Page.crash').catch(() => undefined);
  await page.evaluate(() => (window as unknown as { wordsSeen: Promise<void> }).wordsSeen);
  await goesOn(story, call, page);
  await ends(story, call, page);
});
