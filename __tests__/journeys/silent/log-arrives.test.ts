import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { salesRep, type DemoPerson } from '../../../emulators/demo/people.ts';
import type { CallView } from '../../../emulators/ringcentral/telephony/contract.ts';
import { journey, type Story } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { callCard } from '../steps/phone.ts';
import { loggedOnce, phoneCallsOf } from '../steps/records.ts';
import { signIn } from '../steps/someone.ts';

const restlet = 'customscript_rcns_calls';

/** Somebody rings and gives up again. */
async function isMissedBy({ demo }: Story, app: Page, person: DemoPerson, caller: { phoneNumber: string; customer: string }): Promise<CallView> {
  const call = await demo.ringcentral.control.ringIn({ from: { phoneNumber: caller.phoneNumber }, to: person.extensionNumber });
  await callCard(app, caller.customer).getByRole('button', { name: 'Answer' }).waitFor();
  await demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
  return call;
}

const runsOf = ({ demo }: Story, script: string): number => demo.netsuite.control.executions().filter((each) => each.script === script).length;

journey('NetSuite’s session ends before a call does: the draft says so, and is written after the next sign-in', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  story.demo.netsuite.control.endSessions();
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: '+19065550137', name: 'MACKINAC FERRY' }, to: salesRep.extensionNumber });
  const card = callCard(app, 'MACKINAC FERRY');
  await card.getByRole('button', { name: 'Answer' }).waitFor();
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
  await card.getByText('Waiting for you to sign in to NetSuite').waitFor();
  await app.getByText('Your NetSuite session has ended. Calls and notes are kept here and written to NetSuite once you have signed in again.').waitFor();
  assert.equal((await phoneCallsOf(story, call.telephonySessionId)).length, 0, 'nothing half-written');

  await signIn(await sam.context.newPage(), story.demo.netsuite.url, salesRep);
  await card.getByText('Saved in NetSuite').waitFor();
  assert.equal(await app.getByText('Your NetSuite session has ended.').count(), 0);
  const record = await loggedOnce(story, call);
  assert.equal(record.title, 'Inbound call · Mackinac Ferry Lines · missed');
});

journey('The account has no room for another RESTlet: the log goes through the Suitelet, once', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  story.demo.netsuite.control.fault({ script: restlet, times: 100, answer: { kind: 'code', code: 'SSS_REQUEST_LIMIT_EXCEEDED' } });
  const before = runsOf(story, restlet);
  const call = await isMissedBy(story, app, salesRep, { phoneNumber: '+12075550126', customer: 'Longfellow Music School' });
  await callCard(app, 'Longfellow Music School').getByText('Saved in NetSuite').waitFor();
  assert.equal((await loggedOnce(story, call)).title, 'Inbound call · Longfellow Music School · missed');
  assert.equal(runsOf(story, restlet), before, 'the RESTlet never ran');
});

journey('NetSuite fails twice and then loses its own answer: the call is logged once all the same', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await app.getByRole('link', { name: 'Phone', exact: true }).click();
  const { control } = story.demo.netsuite;
  const before = runsOf(story, restlet);
  control.fault({ script: restlet, times: 2, answer: { kind: 'status', status: 500 } });
  control.fault({ script: restlet, times: 1, answer: { kind: 'lose-answer' } });
  const call = await isMissedBy(story, app, salesRep, { phoneNumber: '+13165550181', customer: 'Kestrel Aviation Services' });
  await callCard(app, 'Kestrel Aviation Services').getByText('Saved in NetSuite').waitFor();
  assert.equal((await loggedOnce(story, call)).outcome, 'Missed');
  assert.equal(runsOf(story, restlet) - before, 2, 'it ran once unheard, and once more');
});
