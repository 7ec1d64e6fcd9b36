import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { usualCallLog } from '../../../emulators/ringcentral/call-log/call-log.ts';
import { ReconcileAnswer } from '../../../src/wire/sync/reconcile.ts';
import { SyncCard } from '../../../src/wire/sync/sync.ts';
import { boss, maria, openSynced, piet, rosa, theo, type Synced } from './synced.ts';

const hour = 3_600_000;
const script = 'customscript_rcns_call_sync';
let company: Synced;
let days = 0;

before(async () => {
  company = await openSynced({ callLog: { delayMs: 0 } });
  for (const [{ id }, email] of [[maria, 'maria'], [theo, 'theo'], [rosa, 'rosa'], [piet, 'dora'], [boss, 'ada']] as const) await company.bind(id, `${email}@harbor.example`);
  await company.switchOn();
  await company.syncs();
});
after(() => company.close());
afterEach(async () => {
  company.harbor.control.clearFaults();
  company.ringcentral.control.clearRestFaults();
  company.ringcentral.control.setCallLog(usualCallLog);
  company.ringcentral.control.setSwitch('rateLimits', false);
  await company.minutePasses();
});

/** Calls of a day of their own, long ago, and an order to fill that day. */
async function aDay(calls: number): Promise<{ keys: string[]; day: string }> {
  days += 1;
  const noon = Date.UTC(2026, 4, days, 19);
  const { pairs } = company.ringcentral.control.seedCalls({ calls, seed: 100 + days, from: noon, to: noon + hour });
  const day = new Date(noon).toISOString().slice(0, 10);
  return { keys: pairs.map(({ telephonySessionId, extensionId }) => `${telephonySessionId}:${extensionId}`).sort(), day };
}
const order = (day: string) => company.value(SyncCard, { action: 'back-fill', from: day, to: day });
const askedForCalls = (): number => company.ringcentral.control.requests().filter(({ path }) => /call-log(-sync)?$/.test(path)).reduce((sum, { times }) => sum + times, 0);
async function onlyOf(keys: string[]): Promise<string[]> {
  const wanted = new Set(keys);
  return (await company.calls()).map(({ session, extension }) => `${session}:${extension}`).filter((key) => wanted.has(key)).sort();
}

test('map invocations that NetSuite kills, before and after they saved, neither lose a call nor double one', async () => {
  const { keys, day } = await aDay(60);
  company.harbor.control.kill({ script, stage: 'MAP', every: 3, when: 'alternately' });
  await order(day);
  await company.settled();
  assert.deepEqual(await onlyOf(keys), keys);
});

test('a call over which every try dies is read again, and set aside where it does so again and again, so that the others go on', async () => {
  const { keys, day } = await aDay(6);
  company.harbor.control.kill({ script, stage: 'MAP', every: 1, when: 'before', times: 4 * keys.length * 2 + 4 });
  await order(day);
  await company.harbor.control.tasksEnded();
  const { failed } = await company.card();
  assert.ok(failed.calls > 0 && failed.list.every(({ code, tries }) => code === 'KILLED' && tries > 0));
  company.harbor.control.clearFaults();
  await company.syncs();
  await company.harbor.control.tasksEnded();
  await company.settled();
  assert.deepEqual(await onlyOf(keys), keys);
  assert.equal((await company.card()).failed.calls, 0);
});

test('a failed call that two administrators give up at once goes from the list and is logged no more; the others are, when they are tried again', async () => {
  const { keys, day } = await aDay(4);
  company.harbor.control.kill({ script, stage: 'MAP', every: 1, when: 'before', times: 4 * keys.length * 2 + 4 });
  await order(day);
  await company.harbor.control.tasksEnded();
  company.harbor.control.clearFaults();
  const { calls, list: [given] } = (await company.card()).failed;
  assert.ok(given);
  const said = await Promise.all([1, 2].map(() => company.value(SyncCard, { action: 'drop-waiting', id: given.id })));
  assert.deepEqual(said.map(({ failed }) => failed.list.some(({ id }) => id === given.id)), [false, false]);
  assert.equal((await company.card()).failed.calls, calls - 1);
  await company.value(SyncCard, { action: 'retry-waiting' });
  await company.settled();
  assert.deepEqual(await onlyOf(keys), keys.filter((key) => key !== `${given.telephonySessionId}:${given.extensionId}`));
});

test('RingCentral asks to wait: the run ends, says until when, and a later one goes on where it was', async () => {
  const { keys, day } = await aDay(40);
  company.ringcentral.control.failNextRest({ status: 429, times: 1, pathContains: '/call-log' });
  await order(day);
  await company.harbor.control.tasksEnded();
  const { trouble, backFills } = await company.card();
  assert.equal(trouble?.cause, 'RATE_LIMITED');
  assert.ok(Date.parse(trouble?.retryAt ?? '') > Date.now() + 30_000);
  assert.equal(backFills.length, 1);
  const asked = askedForCalls();
  await company.syncs();
  await company.harbor.control.tasksEnded();
  assert.deepEqual([askedForCalls() - asked, await onlyOf(keys)], [0, []], 'asked too early');
  await company.minutePasses();
  await company.syncs();
  await company.settled();
  assert.deepEqual(await onlyOf(keys), keys);
  assert.equal((await company.card()).trouble, null);
});

test('ten requests a minute and no more: later runs go on where it stopped', async () => {
  company.ringcentral.control.setSwitch('rateLimits', true);
  const { keys, day } = await aDay(65);
  company.ringcentral.control.failNextRest({ status: 429, times: 1, pathContains: '/call-log' });
  await order(day);
  await company.harbor.control.tasksEnded();
  await company.minutePasses();
  await company.syncs({ custscript_rcns_sync_per_page: '5' });
  await company.harbor.control.tasksEnded();
  const [halfway] = (await company.card()).backFills;
  assert.ok(halfway && halfway.progress > 0.2 && halfway.progress < 1 && halfway.calls === 45, `one sync and nine pages of five: ${JSON.stringify(halfway)}`);
  company.ringcentral.control.setSwitch('rateLimits', false);
  await company.minutePasses();
  await company.syncs({ custscript_rcns_sync_per_page: '5' });
  const { backFills, trouble } = await company.card();
  assert.deepEqual([backFills, trouble], [[], null]);
  assert.deepEqual(await onlyOf(keys), keys);
});

test('runs take turns until RingCentral may be asked again, and go on by themselves', async () => {
  const { keys, day } = await aDay(65);
  company.ringcentral.control.failNextRest({ status: 429, times: 1, pathContains: '/call-log', retryAfter: 0.1 });
  await order(day);
  await company.settled();
  assert.deepEqual([await onlyOf(keys), (await company.card()).trouble], [keys, null]);
});

test('a run takes what it may ask at once: a check that is made meanwhile has to wait, and may ask when the run gave the rest back', async () => {
  const hold = company.harbor.control.hold({ at: 'N/https.get', script, count: 1 });
  const running = company.syncs();
  await company.harbor.control.waitHeld(hold);
  const check = () => company.value(ReconcileAnswer, { action: 'reconcile', from: '2026-04-01', to: '2026-04-01', cursor: null });
  const stopped = await check();
  assert.ok(stopped.is === 'stopped' && stopped.trouble.cause === 'RATE_LIMITED');
  company.harbor.control.release(hold);
  await running;
  assert.equal((await check()).is, 'page');
});

test('what a back-fill did stays on the page after later runs, and when it is stopped', async () => {
  const { keys, day } = await aDay(30);
  await order(day);
  await company.settled();
  await company.syncs();
  const { lastBackFill } = await company.card();
  assert.ok(lastBackFill && !lastBackFill.stopped && lastBackFill.calls >= 30);
  assert.deepEqual(lastBackFill.counts, { created: keys.length, completed: 0, unchanged: 0, unmapped: 0, failed: 0 });
  await order(day);
  await company.settled();
  assert.deepEqual((await company.card()).lastBackFill?.counts, { created: 0, completed: 0, unchanged: keys.length, unmapped: 0, failed: 0 });
  company.ringcentral.control.failNextRest({ status: 503, times: 2, pathContains: '/call-log' });
  await order(day);
  await company.harbor.control.tasksEnded();
  await company.value(SyncCard, { action: 'stop-back-fill' });
  const { lastBackFill: given, backFills } = await company.card();
  assert.deepEqual([given?.stopped, given?.calls, backFills], [true, 0, []]);
});

test('a killed run counts what it logged once, though its pages are read again', async () => {
  const { keys, day } = await aDay(20);
  company.harbor.control.kill({ script, stage: 'MAP', every: 1, when: 'after', times: 8 });
  await order(day);
  await company.settled();
  assert.deepEqual(await onlyOf(keys), keys);
  const counts = (await company.card()).lastBackFill?.counts;
  assert.equal((counts?.created ?? 0) + (counts?.unchanged ?? 0), keys.length, JSON.stringify(counts));
});

test('RingCentral is down in the middle of a back-fill: what was read is logged, and the next run reads the rest', async () => {
  const { keys, day } = await aDay(30);
  company.ringcentral.control.failNextRest({ status: 503, times: 1, pathContains: '/call-log' });
  await order(day);
  await company.harbor.control.tasksEnded();
  assert.equal((await company.card()).trouble?.cause, 'UNREACHABLE');
  await company.syncs();
  await company.settled();
  assert.deepEqual(await onlyOf(keys), keys);
});

test('the access token is revoked and the sync token too old: signed in anew, and the gap read', async () => {
  company.ringcentral.control.revokeTokens();
  company.ringcentral.control.expireSyncTokens();
  const counts = await company.syncs();
  assert.equal((await company.card()).trouble, null);
  assert.ok(counts['failed'] === 0);
});

test('records that come twice and in no order are logged once', async () => {
  company.ringcentral.control.setCallLog({ duplicates: true, reorders: true });
  const { keys, day } = await aDay(60);
  await order(day);
  await company.settled();
  assert.deepEqual(await onlyOf(keys), keys);
});

test('two runs at once: one works, the other leaves it alone', async () => {
  const { keys, day } = await aDay(20);
  const hold = company.harbor.control.hold({ at: 'record.save', script, recordType: 'phonecall', count: 1 });
  await order(day);
  await company.harbor.control.waitHeld(hold);
  assert.notEqual((await company.card()).running, null);
  assert.equal((await company.asks({ action: 'run-sync' })).error?.code, 'CONFLICT');
  company.harbor.control.release(hold);
  await company.settled();
  assert.deepEqual(await onlyOf(keys), keys);
});

test('a parked call whose row somebody edited into nonsense holds up nobody', async () => {
  await company.harbor.run(`['{', '{"from":1}', ''].forEach(function (text, at) { var row = record.create({ type: 'customrecord_rcns_waiting' }); row.setValue({ fieldId: 'custrecord_rcns_wt_key', value: 'k' + at }); row.setValue({ fieldId: 'custrecord_rcns_wt_extension', value: '${maria.id}' }); row.setValue({ fieldId: 'custrecord_rcns_wt_reason', value: 'UNMAPPED' }); row.setValue({ fieldId: 'custrecord_rcns_wt_call', value: text }); row.save(); });`);
  const { keys, day } = await aDay(10);
  await order(day);
  await company.settled();
  assert.deepEqual(await onlyOf(keys), keys);
});
