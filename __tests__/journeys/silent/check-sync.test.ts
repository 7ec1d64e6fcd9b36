import assert from 'node:assert/strict';
import { administrator } from '../../../emulators/demo/people.ts';
import { askNetSuite } from '../../../emulators/demo/questions.ts';
import { journey } from '../journey.ts';

const dayMs = 86_400_000;
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

journey('An administrator checks NetSuite against RingCentral, sees which call is missing and which is double, and makes one of the double', async (story) => {
  const { control } = story.demo.netsuite;
  const from = Date.now() - 40 * dayMs;
  const { pairs } = story.demo.ringcentral.control.seedCalls({ calls: 8, seed: 40, from, to: from + 3_600_000 });
  const [, double, ...others] = pairs;
  const records = [double, double, ...others];
  await control.run(`define(['N/record'], function (record) { return { run: function () { ${JSON.stringify(records)}.forEach(function (pair) {
    var call = record.create({ type: 'phonecall' });
    var values = { title: 'Inbound call', status: 'COMPLETE', assigned: ${story.demo.employeeId(administrator.email)}, custevent_rcns_session: pair.telephonySessionId, custevent_rcns_extension: pair.extensionId };
    Object.keys(values).forEach(function (fieldId) { call.setValue({ fieldId: fieldId, value: values[fieldId] }); });
    call.save();
  }); } }; });`);

  const ada = await story.someone(administrator.email);
  const app = await ada.app();
  await app.getByRole('link', { name: 'Settings' }).click();
  await app.getByRole('link', { name: 'Open call sync' }).click();
  const check = app.getByRole('form', { name: 'Check against RingCentral' });
  await check.getByLabel('From').fill(day(from - dayMs));
  await check.getByLabel('To').fill(day(from + dayMs));
  await check.getByRole('button', { name: 'Check' }).click();
  await check.getByText('1 call missing, 1 double, 0 unknown to RingCentral.').waitFor();
  const rows = check.getByRole('list', { name: 'Differences' }).getByRole('listitem');
  assert.equal(await rows.filter({ hasText: 'Missing' }).count(), 1);
  const links = await rows.filter({ hasText: 'Double' }).getByRole('link').all();
  const ids = await Promise.all(links.map(async (link) => Number(new URL((await link.getAttribute('href')) ?? '', app.url()).searchParams.get('id'))));
  assert.equal(ids.length, 2);

  await check.getByRole('button', { name: 'Make one of each double' }).click();
  await check.getByText('1 call missing, 0 double, 0 unknown to RingCentral.').waitFor();
  assert.equal(await rows.count(), 1);
  const left = await askNetSuite(story.demo.netsuite, 'SELECT id FROM phonecall WHERE id IN (?, ?)', ids);
  assert.deepEqual(left.map(({ id }) => Number(id)), [Math.min(...ids)], 'the older one stays, the other is gone');
});
