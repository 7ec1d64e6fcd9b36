import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addCounts, noCounts, type Counts } from '../../../src/core/calls/reconcile.ts';
import { MergedDoubles, ReconcileAnswer, type Difference } from '../../../src/wire/sync/reconcile.ts';
import { SyncCard } from '../../../src/wire/sync/sync.ts';
import { signIn } from './harbor.ts';
import { boss, maria, openSynced, piet, rosa, theo, type Synced } from './synced.ts';

let company: Synced;
let pairs: { telephonySessionId: string; extensionId: string }[] = [];
const hour = 3_600_000;
const day = (ago: number): string => new Date(Date.now() - ago * 24 * hour).toISOString().slice(0, 10);
before(async () => {
  company = await openSynced({ callLog: { delayMs: 0 } });
  for (const [{ id }, email] of [[maria, 'maria@harbor.example'], [theo, 'theo@harbor.example'], [rosa, 'rosa@harbor.example']] as const) await company.bind(id, email);
  pairs = company.ringcentral.control.seedCalls({ calls: 120, seed: 5, from: Date.now() - 30 * hour, to: Date.now() - hour }).pairs;
  await company.switchOn(day(3));
  await company.syncs();
});
after(() => company.close());

/** The whole period, page by page, as the screen asks. */
async function reconciled(): Promise<{ counts: Counts; differences: Difference[] }> {
  let counts = noCounts;
  const differences: Difference[] = [];
  for (let cursor: string | null = null; ;) {
    const answer: ReconcileAnswer = await company.value(ReconcileAnswer, { action: 'reconcile', from: day(4), to: day(0), cursor });
    if (answer.is === 'stopped') throw new Error(JSON.stringify(answer.trouble));
    counts = addCounts(counts, answer.counts);
    differences.push(...answer.differences);
    if (answer.next === null) return { counts, differences };
    cursor = answer.next;
  }
}
const isUnmapped = ({ extensionId }: { extensionId: string }): boolean => extensionId === piet.id || extensionId === boss.id;
const phoneCall = async ({ telephonySessionId, extensionId }: { telephonySessionId: string; extensionId: string }): Promise<number[]> =>
  (await company.harbor.rows('SELECT id FROM phonecall WHERE custevent_rcns_session = ? AND custevent_rcns_extension = ? ORDER BY id', telephonySessionId, extensionId)).map(({ id }) => Number(id));
/** As an administrator, who may delete phone calls. */
async function merged(pair: { telephonySessionId: string; extensionId: string }): Promise<unknown> {
  const ada = await signIn(company.harbor, 'ada@harbor.example');
  return (await ada.asks('api', { action: 'merge-doubles', pairs: [pair] }, { 'x-rcns-token': await ada.token() })).value;
}
/** A phone call as no road of ours makes it: the key's two parts, but not its name. */
const stray = async (session: string, extension: string, started: number, more = ''): Promise<unknown> => company.harbor.run(`var call = record.create({ type: 'phonecall' });
  call.setValue({ fieldId: 'title', value: 'Call' }); call.setValue({ fieldId: 'status', value: 'COMPLETE' }); call.setValue({ fieldId: 'assigned', value: ${await company.harbor.employee('maria@harbor.example')} });
  call.setValue({ fieldId: 'custevent_rcns_session', value: '${session}' }); call.setValue({ fieldId: 'custevent_rcns_extension', value: '${extension}' });
  call.setValue({ fieldId: 'custevent_rcns_started', value: new Date(${started}) }); ${more} return call.save();`);

test('after a sync every call of every user has its one phone call, and those without an organizer are listed apart', async () => {
  const { counts, differences } = await reconciled();
  assert.deepEqual(differences, []);
  assert.deepEqual(counts, { ...noCounts, records: counts.records, pairs: pairs.length, logged: pairs.filter((pair) => !isUnmapped(pair)).length, unmapped: pairs.filter(isUnmapped).length });
  assert.ok(counts.records >= 120);
});

test('what a person deleted is no difference; what vanished without a trace is missing', async () => {
  const [gone, vanished] = pairs.filter((pair) => !isUnmapped(pair)).slice(20);
  assert.ok(gone && vanished);
  for (const pair of [gone, vanished]) await company.harbor.run(`record.delete({ type: 'phonecall', id: ${(await phoneCall(pair))[0]} });`);
  await company.harbor.run(`query.runSuiteQL({ query: 'SELECT id FROM customrecord_rcns_tombstone WHERE custrecord_rcns_ts_key = ?', params: ['rcns:${vanished.telephonySessionId}:${vanished.extensionId}'] }).asMappedResults().forEach(function (row) { record.delete({ type: 'customrecord_rcns_tombstone', id: row.id }); });`);
  const { counts, differences } = await reconciled();
  assert.deepEqual([counts.deleted, counts.missing], [1, 1]);
  assert.deepEqual(differences.map(({ kind, telephonySessionId, extensionId, phoneCalls }) => [kind, telephonySessionId, extensionId, phoneCalls]), [['missing', vanished.telephonySessionId, vanished.extensionId, []]]);
  await company.value(SyncCard, { action: 'back-fill', from: day(4), to: day(0) });
  await company.settled();
  assert.equal((await reconciled()).counts.missing, 0);
});

test('a phone call of a call that RingCentral does not know is named', async () => {
  const started = Date.now() - 10 * hour;
  await stray('s-0ddba11', maria.id, started);
  const { counts, differences } = await reconciled();
  assert.equal(counts.surplus, 1);
  assert.deepEqual(differences.map(({ kind, telephonySessionId }) => [kind, telephonySessionId]), [['surplus', 's-0ddba11']]);
  const [id] = await phoneCall({ telephonySessionId: 's-0ddba11', extensionId: maria.id });
  await company.harbor.run(`record.delete({ type: 'phonecall', id: ${id} });`);
});

test('doubles are found and become one: the oldest record, with what a person wrote into the other', async () => {
  const pair = pairs.filter((each) => each.extensionId === theo.id)[3];
  assert.ok(pair);
  const [first] = await phoneCall(pair);
  await stray(pair.telephonySessionId, pair.extensionId, Date.now() - 9 * hour, "call.setValue({ fieldId: 'custevent_rcns_notes', value: 'Asked for the long ladder.' });");
  const double = (await reconciled()).differences;
  assert.deepEqual(double.map(({ kind, phoneCalls }) => [kind, phoneCalls[0], phoneCalls.length]), [['doubled', first, 2]]);
  const name = { telephonySessionId: pair.telephonySessionId, extensionId: pair.extensionId };
  assert.deepEqual(await company.value(MergedDoubles, { action: 'merge-doubles', pairs: [name] }), { removed: 0, refused: [{ ...name, code: 'INSUFFICIENT_PERMISSION' }] });
  assert.equal((await phoneCall(pair)).length, 2);
  assert.deepEqual(await merged(name), { removed: 1, refused: [] });
  assert.deepEqual(await phoneCall(pair), [first]);
  assert.deepEqual(await company.harbor.rows('SELECT id FROM phonecall WHERE id = ?', Number(double[0]?.phoneCalls[1])), [], 'the other one is deleted, not only nameless');
  const [row] = await company.harbor.rows('SELECT custevent_rcns_notes AS notes, externalid FROM phonecall WHERE id = ?', Number(first));
  assert.deepEqual(row, { notes: 'Asked for the long ladder.', externalid: `rcns:${pair.telephonySessionId}:${pair.extensionId}` });
  assert.deepEqual(await company.harbor.rows('SELECT id FROM customrecord_rcns_tombstone WHERE custrecord_rcns_ts_key = ?', String(row?.['externalid'])), []);
  assert.deepEqual((await reconciled()).differences, []);
});

test('the record that stays takes over the name of the call, so that no late log makes another one', async () => {
  const pair = { telephonySessionId: 's-77aa77', extensionId: maria.id };
  await stray(pair.telephonySessionId, pair.extensionId, Date.now() - 8 * hour);
  await stray(pair.telephonySessionId, pair.extensionId, Date.now() - 8 * hour, `call.setValue({ fieldId: 'externalid', value: 'rcns:s-77aa77:${maria.id}' });`);
  const [oldest] = await phoneCall(pair);
  await merged(pair);
  const rows = await company.harbor.rows('SELECT id, externalid FROM phonecall WHERE custevent_rcns_session = ?', pair.telephonySessionId);
  assert.deepEqual(rows.map(({ id, externalid }) => [Number(id), externalid]), [[oldest, `rcns:s-77aa77:${maria.id}`]]);
  await company.harbor.run(`record.delete({ type: 'phonecall', id: ${oldest} });`);
});

test('Members are refused, and a minute holds no more Heavy requests than RingCentral allows', async () => {
  const member = await signIn(company.harbor, 'maria@harbor.example');
  const refused = await member.asks('api', { action: 'reconcile', from: day(4), to: day(0), cursor: null }, { 'x-rcns-token': await member.token() });
  assert.equal(refused.error?.code, 'FORBIDDEN');
  let answer: ReconcileAnswer | undefined;
  for (let asked = 0; asked < 11 && answer?.is !== 'stopped'; asked += 1) answer = await company.value(ReconcileAnswer, { action: 'reconcile', from: day(4), to: day(0), cursor: null });
  assert.ok(answer?.is === 'stopped');
  assert.equal(answer.trouble.cause, 'RATE_LIMITED');
  assert.ok(Date.parse(String(answer.trouble.retryAt)) > Date.now());
});
