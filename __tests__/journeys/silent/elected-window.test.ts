import assert from 'node:assert/strict';
import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { chipSays, connects } from '../steps/connecting.ts';
import { dock, opens } from '../steps/records.ts';
import { onePhone, openFor } from '../steps/registrations.ts';
import { until } from '../steps/until.ts';
import { closesTheTabThatRunsThePhone, withoutSharedWorker } from '../steps/without-shared-worker.ts';

journey('Without SharedWorker Sam closes the tab that runs his phone, and the call goes on in the other, in Firefox', (story) => closesTheTabThatRunsThePhone(story, 'firefox'), { needs: 'firefox' });

journey('Without SharedWorker the tab that runs Sam’s phone hangs: another one takes the phone from it, and the first joins in when it comes to itself', async (story) => {
  const context = await withoutSharedWorker(story);
  const sam = await story.someone(salesRep.email, { context });
  const first = await connects(sam);
  const hung = await context.newCDPSession(first);
  await hung.send('Debugger.enable');
  await hung.send('Debugger.pause');
  // Something to stop at.
  void first.evaluate(() => undefined).catch(() => undefined);
  const page = await opens(sam, 'customer', 'Juniper Street Bakery');
  await dock(page).getByText('Connected', { exact: true }).waitFor();
  assert.equal(openFor(story, salesRep.extensionNumber).gatewaySockets, 2, 'the one that hangs cannot close its own');
  await hung.send('Debugger.resume');
  await hung.detach();
  await chipSays(first, 'Connected');
  await until('its old line is gone', () => openFor(story, salesRep.extensionNumber).gatewaySockets === 1);
  onePhone(story, salesRep.extensionNumber);
});
