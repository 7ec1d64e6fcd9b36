import { journey } from '../journey.ts';
import { hasShown } from '../steps/fleeting.ts';
import { followsLinks } from '../steps/links.ts';
import { current } from '../steps/outside.ts';
import { callCard, press } from '../steps/phone.ts';
import { ends, goesOn, talks } from '../steps/talking.ts';
import { until } from '../steps/until.ts';

journey('Sam follows ten links in his only tab, where the line dies with each page, and the call goes on, in Firefox', async (story) => {
  const { app, page, call } = await talks(story, 'firefox');
  await app.close();
  // Ten page loads with a call to listen to after each: the one journey that takes longer than others.
  await followsLinks(page, 10, () => goesOn(story, call, page));
  await ends(story, call, page);
}, { needs: 'firefox' });

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
}, { needs: 'firefox' });

journey('The tab that runs the line crashes; the tab with the audio starts another line and goes on', async (story) => {
  const { sam, app, page, call } = await talks(story);
  const devtools = await sam.context.newCDPSession(app);
  void devtools.send('Page.crash').catch(() => undefined);
  await until('the tab says what happens', () => hasShown(page));
  await goesOn(story, call, page);
  await ends(story, call, page);
});
