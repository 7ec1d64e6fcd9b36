import type { Kind } from '../browsers.ts';
import { journey, type Story } from '../journey.ts';
import { ends, goesOn, talks } from '../steps/talking.ts';

async function tabsAreClosed(story: Story, browser: Kind): Promise<void> {
  const { sam, app, page, call } = await talks(story, browser);
  const third = await sam.tab(page.url());
  await third.close();
  await goesOn(story, call, page);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  await page.close();
  await goesOn(story, call, app);
  await ends(story, call, app);
}

journey('Sam closes another tab, then the one with the audio; the call goes on in the one that is left', (story) => tabsAreClosed(story, 'chromium'));
journey('Sam closes another tab, then the one with the audio; the call goes on in the one that is left, in Firefox', (story) => tabsAreClosed(story, 'firefox'), { needs: 'firefox' });
