import assert from 'node:assert/strict';
import { salesRep } from '../../../emulators/demo/people.ts';
import type { Kind } from '../browsers.ts';
import { journey, type Story } from '../journey.ts';
import { current, descriptionOf, farEndHearsSilence } from '../steps/outside.ts';
import { callCard, press } from '../steps/phone.ts';
import { dock } from '../steps/records.ts';
import { ends, goesOn, talks } from '../steps/talking.ts';
import { until } from '../steps/until.ts';

async function networkGoesAndReturns(story: Story, browser: Kind): Promise<void> {
  const { control } = story.demo.ringcentral;
  const { page, call } = await talks(story, browser);
  const card = callCard(page, 'Juniper Street Bakery');
  await press(card, 'Mute');
  await farEndHearsSilence(story, call);
  const before = await descriptionOf(page);

  control.dropNetwork('both', salesRep.extensionNumber);
  story.afterwards(() => control.restoreNetwork('both', salesRep.extensionNumber));
  await dock(page).getByText('Reconnecting').first().waitFor();
  await card.getByText('Muted', { exact: true }).waitFor();
  control.restoreNetwork('both', salesRep.extensionNumber);

  await dock(page).getByRole('button', { name: /^Connected/ }).waitFor();
  // Another address means other ICE credentials over the same connection; whoever was muted stays so.
  const after = await until('the call is offered anew', async () => {
    const now = await descriptionOf(page);
    return now.iceUser !== before.iceUser && now;
  });
  assert.equal(after.fingerprint, before.fingerprint, 'the same page, the same connection');
  const packets = current(story, call).media?.packetsIn ?? 0;
  await until('packets come again', () => (current(story, call).media?.packetsIn ?? 0) > packets + 50);
  await farEndHearsSilence(story, call);
  await press(card, 'Mute');
  await goesOn(story, call, page);
  await ends(story, call, page);
}

journey('Sam’s network goes and returns in a call: both sockets come back, the call restarts its ICE, and stays muted', (story) => networkGoesAndReturns(story, 'chromium'));
journey('Sam’s network goes and returns in a call: both sockets come back, the call restarts its ICE, and stays muted, in Firefox', (story) => networkGoesAndReturns(story, 'firefox'), { needs: 'firefox' });
