import assert from 'node:assert/strict';
import { supportAgent } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { callCard, press } from '../steps/phone.ts';
import { opens } from '../steps/records.ts';
import { noneRings, oneRings, ringingPages, watchesSounds } from '../steps/ringing.ts';

const acme = { from: { phoneNumber: '+16505550100', name: 'ACME LTD' }, to: supportAgent.extensionNumber };

journey('Five tabs are open and one rings; it closes, and another one rings; Decline in a third stops it at once', async (story) => {
  const kim = await story.someone(supportAgent.email);
  await watchesSounds(kim.context);
  const app = await connects(kim);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const pages = [app];
  for (const name of ['Acme Ltd', 'Brightwater Plumbing', 'Three Rivers Steel', 'Juniper Street Bakery']) pages.push(await opens(kim, 'customer', name));

  const titlesBefore = await Promise.all(pages.map((page) => page.title()));
  await story.demo.ringcentral.control.ringIn(acme);
  const first = await oneRings(pages);
  await Promise.all(pages.map((page) => callCard(page, 'Acme Ltd').getByText('Incoming call').waitFor()));
  assert.equal((await ringingPages(pages)).length, 1, 'with five banners in view, still one rings');
  await Promise.all(pages.map((page) => page.waitForFunction(() => document.title === '(1) Incoming call — Acme Ltd')));

  await first.close();
  const others = pages.filter((page) => page !== first);
  const second = await oneRings(others);
  const third = others.find((page) => page !== second);
  assert.ok(third);
  await press(callCard(third, 'Acme Ltd'), 'Decline');
  await noneRings(others);
  await Promise.all(others.map((page) => page.waitForFunction((title) => document.title === title, titlesBefore[pages.indexOf(page)])));
});
