import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as v from 'valibot';
import { addCounts, noCounts, type Counts } from '../../../src/core/calls/reconcile.ts';
import { LoggingCard } from '../../../src/wire/settings/logging.ts';
import { ReconcileAnswer, type Difference } from '../../../src/wire/sync/reconcile.ts';
import { SyncCard } from '../../../src/wire/sync/sync.ts';
import { chance } from '../../../emulators/ringcentral/call-log/busy-company.ts';
import { nastyCallLog, type NastyCall, type Pair } from './nasty-call-log.ts';
import { createScriptedRingCentral, type ScriptedRingCentral } from './scripted-ringcentral.ts';
import { maria, openSynced, rosa, theo, type Synced } from './synced.ts';

const hour = 3_600_000;
const users = Array.from({ length: 20 }, (_, at) => String(310001 + at));
/** Whose calls do not wait. */
const mapped = [maria.id, theo.id, rosa.id];
const extensions = [...users.map((id) => ({ id, extensionNumber: id.slice(-3), type: 'User', name: `User ${id}` })), { id: '310090', extensionNumber: '9', type: 'Department', name: 'Front desk' }];
const keyOf = ({ telephonySessionId, extensionId }: Pair): string => `${telephonySessionId} ${extensionId}`;
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

let company: Synced;
let scripted: ScriptedRingCentral;
before(async () => {
  [company, scripted] = await Promise.all([openSynced(), createScriptedRingCentral(extensions)]);
  await company.value(v.unknown(), { action: 'save-company', settings: { clientId: 'browser-app', server: scripted.url, redirectUri: '' } });
  for (const [id, email] of [[maria.id, 'maria'], [theo.id, 'theo'], [rosa.id, 'rosa']] as const) await company.bind(id, `${email}@harbor.example`);
  await company.switchOn();
  await company.syncs();
});
after(async () => {
  await company.close();
  await scripted.close();
});

async function reconciled(from: string, to: string): Promise<{ counts: Counts; differences: Difference[] }> {
  let counts = noCounts;
  const differences: Difference[] = [];
  for (let cursor: string | null = null; ;) {
    await company.minutePasses();
    const answer: ReconcileAnswer = await company.value(ReconcileAnswer, { action: 'reconcile', from, to, cursor });
    if (answer.is === 'stopped') throw new Error(JSON.stringify(answer.trouble));
    counts = addCounts(counts, answer.counts);
    differences.push(...answer.differences);
    if (answer.next === null) return { counts, differences };
    cursor = answer.next;
  }
}
async function backFilled(from: string, to: string): Promise<void> {
  await company.minutePasses();
  await company.value(SyncCard, { action: 'back-fill', from, to });
  for (let round = 0; round < 40; round += 1) {
    await company.harbor.control.tasksEnded();
    if ((await company.card()).backFills.length === 0) return;
    await company.minutePasses();
    await company.syncs();
  }
  throw new Error('the back-fill does not end');
}
const logged = async (calls: readonly NastyCall[]): Promise<string[]> => {
  const wanted = new Set(calls.flatMap(({ pairs }) => pairs).map(({ telephonySessionId }) => telephonySessionId));
  return (await company.calls()).flatMap(({ session, extension }) => (wanted.has(String(session)) ? [`${session} ${extension}`] : [])).sort();
};
const choose = (more: object): Promise<unknown> => company.value(LoggingCard, { action: 'save-what-to-log', whatToLog: { inbound: true, outbound: true, internal: true, minimumSeconds: 0, ...more } });

/** Weeks of their own, long ago; a log of every seed has every kind of call. */
for (const seed of [1, 2, 3, 4]) {
  test(`whatever RingCentral's log looks like, each pair of call and user is a phone call, waits, or was left out by choice (seed ${seed})`, async () => {
    const from = Date.UTC(2026, 2, 7 * seed, 8);
    const random = chance(seed);
    const calls = nastyCallLog({ calls: 45, seed, from, to: from + 60 * hour, users, queue: '310090' });
    scripted.largestPage = random() < 0.5 ? 1000 : 7 + Math.floor(random() * 20);
    const [internal, minimumSeconds] = [random() < 0.5, random() < 0.5 ? 0 : 61];
    await choose({ internal, minimumSeconds });
    scripted.writes(...calls.flatMap(({ records }) => records));
    const [first, last] = [day(from - 24 * hour), day(from + 84 * hour)];
    await backFilled(first, last);

    const pairs = calls.flatMap((call) => call.pairs.map((pair) => ({ ...pair, call })));
    const { counts, differences } = await reconciled(first, last);
    assert.deepEqual(differences, []);
    assert.equal(counts.pairs, counts.logged + counts.unmapped + counts.unwanted);
    if (scripted.largestPage === 1000) assert.equal(counts.pairs, pairs.length);
    assert.ok(counts.pairs >= pairs.length, 'records of one call on two pages count on each');
    const there = await logged(calls);
    assert.deepEqual(there, [...new Set(there)], 'none twice');
    const wanted = new Set(pairs.map(keyOf));
    assert.deepEqual(there.filter((key) => !wanted.has(key)), [], 'nobody who did not take part');
    const mustBe = pairs.filter(({ extensionId, call }) => mapped.includes(extensionId) && (internal || !call.internal) && minimumSeconds === 0).map(keyOf);
    assert.deepEqual(mustBe.filter((key) => !there.includes(key)), [], 'nobody is left out');
    await choose({});
  });
}

test('a call that ends, gets a recording and another extension after it was logged is corrected, and the check names what is left over', async () => {
  const at = Date.now() - 3 * hour;
  const record = (extensionId: string, more: object = {}) => {
    const part = { telephonySessionId: 's-moved', direction: 'Inbound', action: 'Phone Call', result: 'Accepted', startTime: new Date(at).toISOString(), duration: 60, from: { phoneNumber: '+18025550142' }, to: { extensionId: Number(extensionId) }, extension: { id: Number(extensionId) }, ...more };
    return { ...part, id: 'Moved1', sessionId: '77', type: 'Voice', legs: [{ ...part, master: true }] };
  };
  const around = [-2, -1, 1, 2].map((away, index) => ({ ...record(theo.id), id: `Around${index}`, telephonySessionId: `s-around${index}`, startTime: new Date(at + away * 600_000).toISOString(), legs: [] }));
  scripted.largestPage = 1000;
  const rows = () => company.harbor.rows('SELECT custevent_rcns_extension AS extension, custevent_rcns_talk_s AS talk, custevent_rcns_recording AS recording FROM phonecall WHERE custevent_rcns_session = ? ORDER BY id', 's-moved');
  await company.switchOn(day(Date.now() - 2 * 24 * hour));
  scripted.writes(record(maria.id, { result: 'In Progress', duration: 0 }), ...around);
  await company.syncs();
  assert.deepEqual(await rows(), []);
  scripted.writes(record(maria.id));
  await company.syncs();
  scripted.writes(record(maria.id, { recording: { id: '5', type: 'Automatic', uri: 'https://media.example/r/5', contentUri: 'https://media.example/r/5/content' } }));
  await company.syncs();
  assert.deepEqual(await rows(), [{ extension: maria.id, talk: 60, recording: 'https://media.example/r/5/content' }]);
  scripted.writes(record(theo.id));
  await company.minutePasses();
  await company.syncs();
  assert.deepEqual((await rows()).map(({ extension }) => extension), [maria.id, theo.id]);
  const { differences } = await reconciled(day(Date.now() - 24 * hour), day(Date.now()));
  assert.deepEqual(differences.map(({ kind, extensionId, telephonySessionId }) => [kind, telephonySessionId, extensionId]), [['surplus', 's-moved', maria.id]]);
});

test('no calls at all: nothing is missing, and nothing is claimed of NetSuite', async () => {
  assert.deepEqual(await reconciled('2025-06-01', '2025-06-30'), { counts: noCounts, differences: [] });
});
