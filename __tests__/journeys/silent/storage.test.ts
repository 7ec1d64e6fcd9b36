import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import { salesRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { callCard } from '../steps/phone.ts';
import { loggedOnce } from '../steps/records.ts';
import { withoutSharedWorker } from '../steps/without-shared-worker.ts';

const who = 'Longfellow Music School';

/** Storage as a broken profile has it, until the page says otherwise. A script of a test reaches windows, not workers. */
const refusesStorage = (context: BrowserContext): Promise<unknown> => context.addInitScript(() => {
  if (!location.hostname.startsWith('netsuite')) return;
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (name, version) {
    if (localStorage.getItem('storage') !== 'works') throw new DOMException('Internal error opening backing store.', 'UnknownError');
    return open.call(this, name, version);
  };
});
const storageWorks = (page: Page): Promise<void> => page.evaluate(() => localStorage.setItem('storage', 'works'));

journey('The storage of Sam’s browser cannot be read: the phone works, says what could be lost, and keeps it as soon as it can', async (story) => {
  const context = await withoutSharedWorker(story);
  await refusesStorage(context);
  const sam = await story.someone(salesRep.email, { context });
  const app = await connects(sam);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const atRisk = app.getByText('This browser is not keeping anything');
  await atRisk.waitFor();
  story.demo.netsuite.control.fault({ script: 'customscript_rcns_calls', times: 1000, answer: { kind: 'status', status: 500 } });
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+12075550126' }, to: salesRep.extensionNumber });
  await callCard(app, who).getByRole('button', { name: 'Answer' }).waitFor();
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
  await callCard(app, who).getByText('Waiting to be saved. Keep a page open: this browser keeps nothing.').waitFor();

  await storageWorks(app);
  await app.getByRole('button', { name: 'Try again' }).click();
  await callCard(app, who).getByText('Waiting to be saved', { exact: true }).waitFor();
  assert.equal(await atRisk.count(), 0);
  await app.close();
  story.demo.netsuite.control.clearFaults();
  const later = await sam.app();
  await later.getByText('Connected', { exact: true }).first().waitFor();
  assert.equal((await loggedOnce(story, call)).outcome, 'Missed');
});
