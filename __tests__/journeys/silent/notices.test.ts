import assert from 'node:assert/strict';
import { salesRep, territoryRep } from '../../../emulators/demo/people.ts';
import { journey } from '../journey.ts';
import { customerId } from '../steps/records.ts';

journey('An address of a script or deployment that does not exist gives NetSuite’s own notice', async (story) => {
  const sam = await story.someone(salesRep.email);
  for (const address of [story.demo.addresses.app.replace('customscript_rcns_app', 'customscript_rcns_apx'), story.demo.addresses.app.replace('customdeploy_rcns_app', 'customdeploy_rcns_old')]) {
    const page = await sam.tab(address);
    await page.getByRole('alert').getByText('SSS_INVALID_SCRIPTLET_ID').waitFor();
    await page.getByRole('alert').getByText('That Suitelet or RESTlet is invalid, disabled, or no longer exists.').waitFor();
  }
  const page = await sam.tab(story.demo.addresses.app);
  const answer = await page.evaluate(async (url) => {
    const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
    return { status: response.status, text: await response.text() };
  }, story.demo.addresses.calls.replace('customdeploy_rcns_calls', 'customdeploy_rcns_old'));
  assert.equal(answer.status, 400);
  assert.match(answer.text, /SSS_INVALID_SCRIPTLET_ID/);
});

journey('Rosa opens the page of a customer who is not hers: a notice, and nothing of the customer', async (story) => {
  const rosa = await story.someone(territoryRep.email);
  const page = await rosa.tab(`/app/common/entity/custjob.nl?id=${await customerId(story, 'Acme Ltd')}`);
  await page.getByRole('alert').waitFor();
  assert.equal(await page.getByText('Acme').count(), 0);
  assert.equal(await page.getByRole('region', { name: 'RingCentral phone' }).count(), 0, 'no dock with the customer’s numbers');
});
