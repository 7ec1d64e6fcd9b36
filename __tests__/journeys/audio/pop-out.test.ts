import assert from 'node:assert/strict';
import { journey } from '../journey.ts';
import { forgetsShown, hasShown } from '../steps/fleeting.ts';
import { current, farEndHears, farEndHearsSilence, userHears } from '../steps/outside.ts';
import { callCard, press } from '../steps/phone.ts';
import { dock } from '../steps/records.ts';
import { ends, goesOn, talks } from '../steps/talking.ts';
import { popsOut } from '../steps/pop-out.ts';
import { until } from '../steps/until.ts';

const bakery = 'Juniper Street Bakery';

journey('Sam pops the phone out in a call, follows three links while the audio stays where it is, and closes the window: the call goes on in the page', async (story) => {
  const { app, page, call } = await talks(story);
  await app.close();
  const popOut = await popsOut(page);
  await goesOn(story, call, popOut);
  for (const window of [page, popOut]) assert.equal(await hasShown(window), true, 'the window said that the audio moves');
  await forgetsShown(popOut);

  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.waitForURL(/e=T/);
  await dock(page).getByText(bakery).waitFor();
  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('e=T'));
  await dock(page).getByText(bakery).waitFor();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.waitForURL(/e=T/);
  await dock(page).getByText(bakery).waitFor();
  await farEndHears(story, call);
  assert.equal(await hasShown(popOut), false, 'the audio stayed where it was');
  story.notes(`gap over three links: the far end waited ${current(story, call).media?.longestPauseMs} ms`);

  await popOut.close();
  await farEndHears(story, call);
  await userHears(page);
  await goesOn(story, call, page);
  await ends(story, call, page);
});

journey('With the phone popped out, a page of NetSuite is its remote control', async (story) => {
  const { app, page, call } = await talks(story);
  await app.close();
  const popOut = await popsOut(page);
  await goesOn(story, call, popOut);
  await page.reload();
  await dock(page).getByRole('button', { name: new RegExp(bakery) }).click();
  const card = callCard(page, bakery);
  await press(card, 'Mute');
  await farEndHearsSilence(story, call);
  await callCard(popOut, bakery).getByText('Muted', { exact: true }).waitFor();
  await press(card, 'Mute');
  await farEndHears(story, call);
  await ends(story, call, page);

  // What is dialled from the page is heard in the pop-out too.
  await page.getByRole('button', { name: /^Call \(404\) 555-0170/ }).click();
  const second = await until('the far end rings again', () => story.demo.ringcentral.control.state().calls.find((each) => each.telephonySessionId !== call.telephonySessionId && each.farEnd.canAnswer));
  await story.demo.ringcentral.control.farEndAnswers(second.telephonySessionId);
  await userHears(popOut);
  await ends(story, second, page);
});

journey('Nothing is heard twice: what Sam muted before he popped the phone out stays muted', async (story) => {
  const { app, page, call } = await talks(story);
  await app.close();
  await press(callCard(page, bakery), 'Mute');
  await farEndHearsSilence(story, call);
  const popOut = await popsOut(page);
  await callCard(popOut, bakery).getByText('Muted', { exact: true }).waitFor();
  const before = current(story, call).media?.packetsIn ?? 0;
  await until('packets come from the pop-out', () => (current(story, call).media?.packetsIn ?? 0) > before + 50);
  await userHears(popOut);
  await farEndHearsSilence(story, call);
  await press(callCard(popOut, bakery), 'Mute');
  await farEndHears(story, call);
  await ends(story, call, popOut);
});

journey('In Firefox, too, the call goes to the pop-out and comes back', async (story) => {
  const { app, page, call } = await talks(story, 'firefox');
  await app.close();
  const popOut = await popsOut(page);
  await goesOn(story, call, popOut);
  await page.reload();
  await popOut.close();
  await goesOn(story, call, page);
  await ends(story, call, page);
}, { needs: 'firefox' });
