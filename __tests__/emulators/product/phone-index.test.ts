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

test('a rebuild that meets the nightly run at the same people fails over nobody', async () => {
  await forget();
  const hold = harbor.control.hold({ at: 'record.save', recordType: 'customrecord_rcns_phone_index', script: 'customscript_rcns_phone_index', count: 2 });
  const nightly = harbor.control.runTask({ scriptId: 'customscript_rcns_phone_index', deploymentId: 'customdeploy_rcns_phone_index', params: { custscript_rcns_index_days: '0' } });
  await rebuild();
  await harbor.control.waitHeld(hold, 2);
  harbor.control.release(hold);
  await nightly;
  await harbor.control.tasksEnded();
  assert.deepEqual([(await card()).numbers, (await card()).built?.failed], [4, 0]);
});

test('people whose entries could not be written are counted', async () => {
  harbor.control.kill({ script: 'customscript_rcns_phone_index', stage: 'MAP', every: 2, when: 'before' });
  await rebuild();
  await harbor.control.tasksEnded();
  harbor.control.clearFaults();
  assert.equal((await card()).built?.failed, 2);
});

test('the index says of each number whose it is, in which field, behind which extension and how good it is', async () => {
  await harbor.control.import([{ type: 'customer', values: { companyname: 'Vinalhaven Granite', isperson: false, phone: '+1 207 555 0185 x12', mobilephone: '+1 207 555 0186', fax: '+1 207 555 0187' } }]);
  const [{ id = null } = {}] = await harbor.rows("SELECT id FROM customer WHERE companyname = 'Vinalhaven Granite'");
  const entry = (number: string, field: string, rank: number, extension: string | null = null) => ({ type: 'customer', number, extension, field, rank });
  assert.deepEqual(await harbor.rows('SELECT custrecord_rcns_ix_type AS type, custrecord_rcns_ix_number AS number, custrecord_rcns_ix_extension AS extension, custrecord_rcns_ix_field AS field, custrecord_rcns_ix_rank AS rank FROM customrecord_rcns_phone_index WHERE custrecord_rcns_ix_entity = ? ORDER BY 2', Number(id)), [
    entry('+12075550185', 'phone', 1, '12'), entry('+12075550186', 'mobilephone', 2), entry('+12075550187', 'fax', 9),
  ]);
});

test('two contacts behind one number are told apart by the extension that was dialled', async () => {
  const behind = (extension: number, firstname: string) => ({ type: 'contact', values: { firstname, lastname: 'Cove', phone: `+1 207 555 0188 x${extension}` } });
  await harbor.control.import([behind(11, 'Ann'), behind(12, 'Ben')]);
  const { value } = await carla.asks('api', { action: 'who-is', numbers: ['+12075550188', '207-555-0188 x12', '+12075550188,13'] });
  assert.deepEqual((value?.['found'] as { kind: string; person?: { name: string } }[]).map(({ kind, person }) => [kind, person?.name]), [['several', undefined], ['one', 'Ben Cove'], ['several', undefined]]);
});

test('a Member is refused both', async () => {
  const maria = await signIn(harbor, 'maria@harbor.example');
  assert.equal((await maria.asks('api', { action: 'read-index' })).error?.code, 'FORBIDDEN');
  assert.equal((await rebuild(maria)).error?.code, 'FORBIDDEN');
});
