import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { current } from '../steps/outside.ts';
import { ends, goesOn, talks } from '../steps/talking.ts';

/** What a person clicks who knows where they are going: the next page before this one has settled. */
const haste = [95, 200, 110, 180, 125, 165, 140, 150];

journey('Sam clicks eight times through his only tab before any page has settled, and the call comes back', async (story) => {
  const { app, page, call } = await talks(story);
  await app.close();
  const url = page.url();
  for (const [turn, ms] of haste.entries()) {
    await page.goto(turn % 2 === 0 ? `${url}&e=T` : url, { waitUntil: 'commit' });
    await pause(ms);
  }
  await goesOn(story, call, page);
  assert.equal(story.demo.ringcentral.control.state().calls.filter(({ endedAt }) => endedAt === null).length, 1, 'no call was left dangling');
  assert.equal(story.demo.ringcentral.telephony.registrations().filter(({ extensionId, socketOpen }) => extensionId === salesRep.extensionId && socketOpen).length, 1, 'one phone');
  await ends(story, call, page);
  assert.equal(current(story, call).farEnd.state, 'ended');
});
