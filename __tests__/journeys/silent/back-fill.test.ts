import assert from 'node:assert/strict';
import { administrator, salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { switchesSyncOn, syncRuns } from '../steps/call-sync.ts';

const dayMs = 86_400_000;
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

journey('An administrator back-fills days of long ago, sees what came of each call, and still sees it after later runs', async (story) => {
  const from = Date.now() - 60 * dayMs;
  const { records, pairs } = story.demo.ringcentral.control.seedCalls({ calls: 6, seed: 60, from, to: from + 3_600_000 });
  const ada = await story.someone(administrator.email);
  const app = await ada.app();
  await switchesSyncOn(app, story, salesRep);
  await app.getByRole('link', { name: 'Settings' }).click();
  await app.getByRole('link', { name: 'Open call sync' }).click();
  const form = app.getByRole('form', { name: 'Back-fill' });
  await form.getByLabel('From').fill(day(from - dayMs));
  await form.getByLabel('To').fill(day(from + dayMs));
  await form.getByRole('button', { name: 'Start back-fill' }).click();
  const told = form.getByRole('status').filter({ hasText: 'Done' });
  await told.waitFor();
  const words = await told.textContent();
  assert.ok(words?.includes(`${records} records read`), words ?? '');
  const numbers = [...(words?.matchAll(/· (\d+)/g) ?? [])].map(([, count]) => Number(count));
  assert.equal(numbers.reduce((a, b) => a + b, 0), pairs.length, words ?? '');

  await syncRuns(story);
  await app.reload();
  assert.equal(await told.textContent(), words);
});
