import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { journey } from '../journey.ts';
import { current, farEndHears } from '../steps/outside.ts';
import { ends, goesOn, talks } from '../steps/talking.ts';

/** How long nobody hears anything, to see that nothing comes through. */
const silenceMs = 2_000;

journey('Sam clicks on Home in the middle of a call, in his only tab: the dashboard carries the call on', async (story) => {
  const { app, page, call } = await talks(story);
  await app.close();
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await page.waitForURL(/card\.nl/);
  await goesOn(story, call, page);
  await ends(story, call, page);
});

journey('Sam opens a list in his only tab: nobody hears anything there, and the call goes on with the next page that has the phone', async (story) => {
  const { app, page, call } = await talks(story);
  await app.close();
  const customer = page.url();
  await page.getByText('Lists and reports carry no phone: pop out before you open one.').waitFor();
  await page.goto(new URL('/app/common/entity/custjoblist.nl', customer).href);
  const before = current(story, call).media?.packetsIn ?? 0;
  await pause(silenceMs);
  const { media, farEnd } = current(story, call);
  assert.ok((media?.packetsIn ?? 0) - before < 10, 'silence');
  assert.equal(farEnd.state, 'talking', 'the far end is not hung up on');
  await page.goto(customer);
  await farEndHears(story, call);
  await goesOn(story, call, page);
  await ends(story, call, page);
});
