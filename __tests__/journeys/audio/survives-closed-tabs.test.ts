import { journey } from '../journey.ts';
import { ends, goesOn, talks } from '../steps/talking.ts';

journey('Sam closes another tab, then the one with the audio; the call goes on in the one that is left, in Firefox', async (story) => {
  const { sam, app, page, call } = await talks(story, 'firefox');
  const third = await sam.tab(page.url());
  await third.close();
  await goesOn(story, call, page);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  await page.close();
  await goesOn(story, call, app);
  await ends(story, call, app);
}, { needs: 'firefox' });
