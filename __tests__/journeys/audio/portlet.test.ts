import { journey } from '../journey.ts';
import { ends, goesOn, talks } from '../steps/talking.ts';

journey('Sam clicks on Home in the middle of a call, in his only tab: the dashboard carries the call on', async (story) => {
  const { app, page, call } = await talks(story);
  await app.close();
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await page.waitForURL(/card\.nl/);
  await goesOn(story, call, page);
  await ends(story, call, page);
});
