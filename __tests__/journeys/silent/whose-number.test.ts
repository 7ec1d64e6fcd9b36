import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { salesRep } from '../../../emulators/demo/people.ts';
import { askNetSuite } from '../../../emulators/demo/questions.ts';
import type { CallView } from '../../../emulators/ringcentral/telephony/contract.ts';
import { journey, type Story } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { callCard, press } from '../steps/phone.ts';
import { loggedOnce, phoneCallsOf } from '../steps/records.ts';
import { until } from '../steps/until.ts';

const company = async ({ demo }: Story, companyname: string, values: Record<string, string>): Promise<number> =>
  Number((await demo.netsuite.control.import([{ type: 'customer', values: { companyname, isperson: false, ...values } }]))[0]?.id);

/** Somebody rings, and gives up again. */
async function ringsInVain({ demo }: Story, app: Page, phoneNumber: string, who: string): Promise<{ card: Locator; call: CallView }> {
  const call = await demo.ringcentral.control.ringIn({ from: { phoneNumber }, to: salesRep.extensionNumber });
  const card = callCard(app, who).first();
  await card.getByRole('button', { name: 'Answer' }).waitFor();
  await demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
  await card.getByText('Saved in NetSuite').waitFor();
  return { card, call };
}

const linkedTo = (story: Story, { telephonySessionId }: CallView, company: number): Promise<unknown> =>
  until('the call stands on the record', async () => (await phoneCallsOf(story, telephonySessionId))[0]?.company === company);

journey('Two customers share a number: Sam says who it was, the next call has a name, and Sam can say that it was the other one', async (story) => {
  const chandlery = await company(story, 'Pier 9 Chandlery', { phone: '(415) 555-0709' });
  const rigging = await company(story, 'Pier 9 Rigging', { altphone: '415.555.0709' });
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const { card, call } = await ringsInVain(story, app, '+14155550709', '+1 (415) 555-0709');
  assert.equal((await loggedOnce(story, call)).company, null, 'nobody guesses');
  await card.getByText('Choose who this was').waitFor();
  await card.getByRole('button', { name: 'Choose Pier 9 Rigging' }).click();
  await callCard(app, 'Pier 9 Rigging').waitFor();
  await linkedTo(story, call, rigging);

  const next = await ringsInVain(story, app, '+14155550709', 'Pier 9 Rigging');
  assert.equal((await loggedOnce(story, next.call)).company, rigging);

  // It was the other one, this time and from now on.
  await next.card.getByText('Known by a choice that somebody made for this number.').waitFor();
  await next.card.getByRole('button', { name: 'Choose again' }).click();
  await next.card.getByRole('button', { name: 'Choose Pier 9 Chandlery' }).click();
  await linkedTo(story, next.call, chandlery);
  await until('NetSuite remembers the new choice', async () => (await askNetSuite(story.demo.netsuite, "SELECT custrecord_rcns_ch_entity AS chosen FROM customrecord_rcns_choice WHERE custrecord_rcns_ch_number = '+14155550709'"))[0]?.['chosen'] === chandlery);
});

journey('An unknown number gets a name: Sam creates a lead, and its two earlier calls are linked too', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const calls: CallView[] = [];
  for (let ring = 0; ring < 2; ring += 1) {
    const { card: earlier, call } = await ringsInVain(story, app, '+14155550711', '+1 (415) 555-0711');
    await press(earlier, 'Dismiss');
    calls.push(call);
  }
  const { card, call } = await ringsInVain(story, app, '+14155550711', '+1 (415) 555-0711');
  calls.push(call);
  await card.getByText('Nobody in NetSuite has this number.').waitFor();
  await app.getByRole('button', { name: 'Show calls linked to nobody' }).click();
  const unlinked = app.getByRole('region', { name: 'Calls linked to nobody' });
  await unlinked.getByText('+1 (415) 555-0711').waitFor();
  await card.getByRole('button', { name: 'Create lead' }).click();
  const form = card.getByRole('form', { name: 'Create lead' });
  await form.getByLabel('Company name').fill('Lands End Surf School');
  await form.getByRole('button', { name: 'Create lead' }).click();
  const named = callCard(app, 'Lands End Surf School');
  await named.getByText('2 earlier calls of this number are linked to nobody.').waitFor();
  await named.getByRole('button', { name: 'Link them to Lands End Surf School' }).click();
  await named.getByText(/linked to Lands End Surf School\./).waitFor();
  await unlinked.getByText('+1 (415) 555-0711').waitFor({ state: 'detached' });
  const [lead] = await story.demo.netsuite.control.run("define(['N/query'], function (query) { return { run: function () { return query.runSuiteQL({ query: \"SELECT id FROM customer WHERE companyname = 'Lands End Surf School'\" }).asMappedResults(); } }; });") as { id: number }[];
  for (const call of calls) await linkedTo(story, call, Number(lead?.id));
});

journey('A number typed oddly into a field of the company’s own has a name when it rings', async (story) => {
  const id = await company(story, 'Mission Bay Rowing', { custentity_direct_line: 'Boathouse: ４１５.555.0713 x4' });
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const { call } = await ringsInVain(story, app, '+14155550713', 'Mission Bay Rowing');
  assert.equal((await loggedOnce(story, call)).company, id);
});
