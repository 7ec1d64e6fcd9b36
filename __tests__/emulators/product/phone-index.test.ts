import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openHarbor, signIn, type Harbor, type Visitor } from './harbor.ts';

let harbor: Harbor;
let carla: Visitor;

before(async () => {
  harbor = await openHarbor();
  carla = await signIn(harbor, 'carla@harbor.example');
  await harbor.control.import([
    { type: 'customer', values: { companyname: 'Owls Head Optics', isperson: false, phone: '+1 207 555 0181' } },
    { type: 'customer', values: { companyname: 'Matinicus Ferries', isperson: false, phone: '+1 207 555 0182' } },
    { type: 'vendor', values: { companyname: 'Rockland Rope', isperson: false, phone: '+1 207 555 0183' } },
  ]);
});
after(() => harbor.close());

const card = async () => (await carla.asks('api', { action: 'read-index' })).value as { numbers: number; built: { at: string; failed: number } | null; run: { is: string; stage?: string; percent?: number | null } };
const rebuild = async (who = carla) => await who.asks('api', { action: 'rebuild-index' }, { 'x-rcns-token': await who.token() });
const forget = () => harbor.run("query.runSuiteQL({ query: 'SELECT id FROM customrecord_rcns_phone_index' }).asMappedResults().forEach(function (row) { record.delete({ type: 'customrecord_rcns_phone_index', id: row.id }); });");

test('whoever looks before the first build is told that there was none, and the first nightly run reads everybody though somebody was saved since', async () => {
  await forget();
  await harbor.control.import([{ type: 'customer', values: { companyname: 'Spruce Head Marine', isperson: false, phone: '+1 207 555 0184' } }]);
  assert.deepEqual(await card(), { numbers: 1, built: null, run: { is: 'none' } });
  // As long ago as people are in an account that installs us.
  await harbor.control.runTask({ scriptId: 'customscript_rcns_phone_index', deploymentId: 'customdeploy_rcns_phone_index', params: { custscript_rcns_index_days: '1' } });
  const { numbers, built, run } = await card();
  assert.deepEqual([numbers, built?.failed, run], [4, 0, { is: 'none' }]);
});

test('a Company Admin has it rebuilt and sees how far it is, while nobody starts it twice', async () => {
  const before = await card();
  await forget();
  const hold = harbor.control.hold({ at: 'record.save', recordType: 'customrecord_rcns_phone_index', script: 'customscript_rcns_phone_index' });
  assert.equal((await rebuild()).ok, true);
  await harbor.control.waitHeld(hold, 1);
  assert.deepEqual((await card()).run, { is: 'running', stage: 'MAP', percent: 0 });
  assert.deepEqual((await rebuild()).error, { code: 'CONFLICT', detail: 'running' });
  harbor.control.release(hold);
  await harbor.control.tasksEnded();
  const { numbers, built, run } = await card();
  assert.deepEqual([numbers, built?.failed, run], [4, 0, { is: 'none' }]);
  assert.ok((built?.at ?? '') > (before.built?.at ?? ''));
});

test('people whose entries could not be written are counted', async () => {
  harbor.control.kill({ script: 'customscript_rcns_phone_index', stage: 'MAP', every: 2, when: 'before' });
  await rebuild();
  await harbor.control.tasksEnded();
  harbor.control.clearFaults();
  assert.equal((await card()).built?.failed, 2);
});

test('a Member is refused both', async () => {
  const maria = await signIn(harbor, 'maria@harbor.example');
  assert.equal((await maria.asks('api', { action: 'read-index' })).error?.code, 'FORBIDDEN');
  assert.equal((await rebuild(maria)).error?.code, 'FORBIDDEN');
});
