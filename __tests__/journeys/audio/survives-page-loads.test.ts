import assert from 'node:assert/strict';
import { journey } from '../journey.ts';
import { hasShown } from '../steps/fleeting.ts';
import { followsLinks } from '../steps/links.ts';
import { current, farEndHears, farEndHearsSilence, userHears } from '../steps/outside.ts';
import { callCard, press } from '../steps/phone.ts';
import { ends, goesOn, talks } from '../steps/talking.ts';
import { until } from '../steps/until.ts';

journey('Sam follows ten links of NetSuite in his only tab, back and forward among them, and the call goes on after each', async (story) => {
  const { app, page, call } = await talks(story);
  await app.close();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  // Ten page loads with a call to listen to after each: the one journey that takes longer than others.
  await followsLinks(page, 10, async () => {
    await goesOn(story, call, page);
    assert.ok(await hasShown(page), 'the page said that the audio is on its way');
  });
  assert.deepEqual(asked, [], 'nobody is asked whether to leave');
  await ends(story, call, page);
});

journey('Sam reloads the page in a call, and the call goes on', async (story) => {
  const { app, page, call } = await talks(story);
  await app.close();
  await page.reload();
  await goesOn(story, call, page);
  await ends(story, call, page);
});

journey('The tab that carries the audio crashes; the other one takes over', async (story) => {
  const { sam, app, page, call } = await talks(story);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const devtools = await sam.context.newCDPSession(page);
  void devtools.send('Page.crash').catch(() => undefined);
  await goesOn(story, call, app);
  await ends(story, call, app);
});

journey('What was held stays held over a page load, what was muted stays muted, and both can be undone', async (story) => {
  const { app, page, call } = await talks(story);
  await app.close();
  const card = callCard(page, 'Juniper Street Bakery');
  await press(card, 'Mute');
  await farEndHearsSilence(story, call);
  await page.reload();
  await card.getByText('Muted').waitFor();
  const before = current(story, call).media?.packetsIn ?? 0;
  await until('packets come again', () => (current(story, call).media?.packetsIn ?? 0) > before + 50);
  await farEndHearsSilence(story, call);
  await userHears(page);
  await press(card, 'Mute');
  await farEndHears(story, call);

  await press(card, 'Hold');
  await until('the far end is on hold', () => current(story, call).farEnd.state === 'held');
  await page.reload();
  await card.getByText('On hold').waitFor();
  await until('the audio is here', async () => (await card.getByText('Moving audio…').count()) === 0);
  const held = current(story, call).media?.packetsIn ?? 0;
  await until('packets come again', () => (current(story, call).media?.packetsIn ?? 0) > held + 50);
  assert.equal(current(story, call).farEnd.state, 'held');
  await press(card, 'Hold');
  await until('the far end talks again', () => current(story, call).farEnd.state === 'talking');
  await goesOn(story, call, page);
  await ends(story, call, page);
});
