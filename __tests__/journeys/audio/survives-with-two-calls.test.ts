import assert from 'node:assert/strict';
import { salesRep } from '../../../emulators/demo/people.ts';
import type { Kind } from '../browsers.ts';
import { journey, type Story } from '../journey.ts';
import { current, farEndHears, userHears } from '../steps/outside.ts';
import { callCard, press } from '../steps/phone.ts';
import { loggedOnce } from '../steps/records.ts';
import { talks } from '../steps/talking.ts';
import { until } from '../steps/until.ts';

async function bothComeBack(story: Story, browser: Kind): Promise<void> {
  const { control } = story.demo.ringcentral;
  const { app, page, call: first } = await talks(story, browser);
  await app.close();
  const second = await control.ringIn({ from: { phoneNumber: '+14125550104', name: 'THREE RIVERS' }, to: salesRep.extensionNumber });
  const [held, talking] = [callCard(page, 'Juniper Street Bakery'), callCard(page, 'Three Rivers Steel')];
  await talking.getByRole('button', { name: /^Answer( and hold)?$/ }).click();
  await until('the first one waits', () => current(story, first).farEnd.state === 'held');
  await farEndHears(story, second);
  for (const call of [first, second]) control.resetMediaStatistics(call.telephonySessionId);

  await page.reload();
  await held.getByText('On hold').waitFor();
  await talking.getByText('Inbound call').waitFor();
  await farEndHears(story, second);
  await userHears(page);
  const before = current(story, first).media?.packetsIn ?? 0;
  await until('the held call has audio too', () => (current(story, first).media?.packetsIn ?? 0) > before + 20);
  assert.deepEqual([current(story, first).farEnd.state, current(story, second).farEnd.state], ['held', 'talking']);
  for (const call of [first, second]) story.notes(`gap: the far end waited ${current(story, call).media?.longestPauseMs} ms`);

  await press(talking, 'Hang up');
  await press(held, 'Hold');
  await until('the first one talks again', () => current(story, first).farEnd.state === 'talking');
  await farEndHears(story, first);
  await userHears(page);
  await press(held, 'Hang up');
  for (const call of [first, second]) assert.equal((await loggedOnce(story, call)).outcome, 'Completed');
}

journey('Sam reloads his only tab with one call up and another on hold; both come back as they were', (story) => bothComeBack(story, 'chromium'));
journey('Sam reloads his only tab with one call up and another on hold; both come back as they were, in Firefox', (story) => bothComeBack(story, 'firefox'), { needs: 'firefox' });
