import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { salesRep, territoryRep, type DemoPerson } from '../../../emulators/demo/people.ts';
import type { CallView } from '../../../emulators/ringcentral/telephony/contract.ts';
import { journey, type Story } from '../journey.ts';
import { connects } from '../steps/connecting.ts';
import { callCard } from '../steps/phone.ts';
import { loggedOnce, phoneCallsOf } from '../steps/records.ts';
import { until } from '../steps/until.ts';

const restlet = 'customscript_rcns_calls';
const phone = (app: Page) => app.getByRole('link', { name: 'Phone', exact: true }).click();
const notesOf = (page: Page, who: string) => callCard(page, who).getByLabel('Notes');

/** Somebody rings; `meanwhile` happens before they give up. */
async function isMissedBy(story: Story, app: Page, person: DemoPerson, caller: { phoneNumber: string; shown: string }, meanwhile: (call: CallView) => Promise<unknown> = async () => undefined): Promise<CallView> {
  const call = await story.demo.ringcentral.control.ringIn({ from: { phoneNumber: caller.phoneNumber }, to: person.extensionNumber });
  await callCard(app, caller.shown).getByRole('button', { name: 'Answer' }).waitFor();
  await meanwhile(call);
  await story.demo.ringcentral.control.farEndHangsUp(call.telephonySessionId);
  return call;
}

journey('A log that NetSuite refuses is shown with its reason and discarded by its owner, while the next call is saved', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await phone(app);
  const { extensionId } = salesRep;
  const rosa = story.demo.employeeId(territoryRep.email);
  const taken = await isMissedBy(story, app, salesRep, { phoneNumber: '+12075550126', shown: 'Longfellow Music School' }, ({ telephonySessionId }) =>
    story.demo.netsuite.control.import([{ type: 'phonecall', values: { title: 'Rosa’s', externalid: `rcns:${telephonySessionId}:${extensionId}`, custevent_rcns_session: telephonySessionId, custevent_rcns_extension: extensionId, assigned: rosa } }]));
  const list = app.getByRole('region', { name: 'Not saved in NetSuite' });
  await list.getByText('The record of this call belongs to another user.').waitFor();
  await callCard(app, 'Longfellow Music School').getByText('Not saved in NetSuite').waitFor();

  const other = await isMissedBy(story, app, salesRep, { phoneNumber: '+13165550181', shown: 'Kestrel Aviation Services' });
  await callCard(app, 'Kestrel Aviation Services').getByText('Saved in NetSuite', { exact: true }).waitFor();
  await loggedOnce(story, other);

  await list.getByRole('button', { name: 'Discard' }).click();
  const question = app.getByRole('dialog');
  await question.getByText('NetSuite never gets it.').waitFor();
  await question.getByRole('button', { name: 'Keep it' }).click();
  await list.getByRole('button', { name: 'Discard' }).click();
  await question.getByRole('button', { name: 'Discard' }).click();
  await list.waitFor({ state: 'detached' });
  assert.deepEqual((await phoneCallsOf(story, taken.telephonySessionId)).map(({ title }) => title), ['Rosa’s'], 'left as it was');
});

journey('Two windows and a person in NetSuite write into the notes of one call: nobody’s words are lost', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await phone(app);
  const call = await isMissedBy(story, app, salesRep, { phoneNumber: '+12075550126', shown: 'Longfellow Music School' });
  const who = 'Longfellow Music School';
  await notesOf(app, who).fill('Ann wants ten flutes');
  const other = await sam.app();
  const recordSays = (text: string) => until(`the record says ${text}`, async () => (await phoneCallsOf(story, call.telephonySessionId))[0]?.notes === text);
  await until('the other window shows the notes', async () => (await notesOf(other, who).inputValue()) === 'Ann wants ten flutes');
  await recordSays('Ann wants ten flutes');

  // At one moment, so that neither has seen the other's.
  await Promise.all([notesOf(app, who).fill('Anne wants ten flutes'), notesOf(other, who).fill('Ann wants ten flutes by Friday')]);
  await recordSays('Anne wants ten flutes by Friday');
  for (const page of [app, other]) assert.equal(await notesOf(page, who).inputValue(), 'Anne wants ten flutes by Friday');
  await callCard(app, who).getByText('Saved in NetSuite', { exact: true }).waitFor();

  const { id } = await loggedOnce(story, call);
  await story.demo.netsuite.control.run(`define(['N/record'], function (record) { return { run: function () { var call = record.load({ type: 'phonecall', id: ${id} }); call.setValue({ fieldId: 'custevent_rcns_notes', value: 'Anne wants twelve flutes by Friday' }); call.save(); } }; });`, { as: { email: salesRep.email } });
  await notesOf(app, who).fill('Anne wants twenty flutes by Friday');
  const list = app.getByRole('region', { name: 'Not saved in NetSuite' });
  await list.getByText('Somebody changed these notes in NetSuite').waitFor();
  await recordSays('Anne wants twelve flutes by Friday');
  await list.getByRole('button', { name: 'Put together' }).click();
  assert.equal(await list.getByLabel('Notes').inputValue(), 'Anne wants twelve flutes by Friday\nAnne wants twenty flutes by Friday');
  await list.getByLabel('Notes').fill('Anne wants twelve flutes, maybe twenty');
  await list.getByRole('button', { name: 'Send corrected' }).click();
  await recordSays('Anne wants twelve flutes, maybe twenty');
  await list.waitFor({ state: 'detached' });
  await until('the card shows them too', async () => (await notesOf(other, who).inputValue()) === 'Anne wants twelve flutes, maybe twenty');
});

journey('NetSuite is away for days and the browser crashes meanwhile: each call and its notes are logged once when both are back', async (story) => {
  const sam = await story.someone(salesRep.email);
  const app = await connects(sam);
  await phone(app);
  const { control } = story.demo.netsuite;
  control.fault({ script: restlet, times: 10_000, answer: { kind: 'status', status: 503 } });
  const callers = [{ phoneNumber: '+12075550126', shown: 'Longfellow Music School' }, { phoneNumber: '+13165550181', shown: 'Kestrel Aviation Services' }, { phoneNumber: '+19065550137', shown: 'Mackinac Ferry Lines' }];
  const calls: CallView[] = [];
  for (const caller of callers) {
    calls.push(await isMissedBy(story, app, salesRep, caller));
    await callCard(app, caller.shown).getByText('Waiting to be saved').waitFor();
  }
  await notesOf(app, 'Mackinac Ferry Lines').fill('Asks for the winter timetable <b>now</b> 🛳️ =1+1');
  await app.getByText('3 calls waiting to be saved in NetSuite.').waitFor();
  await until('the notes are with the line', async () => (await callCard(app, 'Mackinac Ferry Lines').getByText('Saved', { exact: true }).count()) === 1);
  // The line goes with it: what is logged now has lain in the browser's storage.
  void (await sam.context.newCDPSession(app)).send('Page.crash').catch(() => undefined);
  await until('the phone is gone', () => story.demo.ringcentral.control.state().extensions.every(({ sipSockets }) => sipSockets === 0));
  for (const { telephonySessionId } of calls) assert.equal((await phoneCallsOf(story, telephonySessionId)).length, 0, 'NetSuite was away');

  control.clearFaults();
  const again = await sam.app();
  for (const call of calls) assert.equal((await loggedOnce(story, call)).outcome, 'Missed');
  assert.equal((await loggedOnce(story, calls[2] as CallView)).notes, 'Asks for the winter timetable <b>now</b> 🛳️ =1+1');
  await until('nothing waits', async () => (await again.getByText('waiting to be saved').count()) === 0);
});
