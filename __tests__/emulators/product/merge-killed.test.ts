import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { signIn, type Visitor } from './harbor.ts';
import { maria, openSynced, type Synced } from './synced.ts';

/** Long enough for every script that nobody holds, on a busy machine; all that are held wait for it together. */
const timeLimitMs = 5_000;
const script = 'customscript_rcns_api';

/** Where NetSuite kills the merge of a pair whose newer record has the name, and notes that a person wrote. */
const steps = [
  { when: 'before the records are looked up', at: 'N/query.runSuiteQL' },
  { when: 'before the newer one is opened', at: 'N/record.load' },
  { when: 'before the name is taken off it', at: 'record.save' },
  { when: 'before the one that stays is opened', at: 'N/record.load', after: 1 },
  { when: 'before the facts and the name move', at: 'record.save', after: 1 },
  { when: 'before the other one is deleted', at: 'N/record.delete' },
].map((step, index) => ({ ...step, pair: { telephonySessionId: `s-d0b1e0${index}`, extensionId: maria.id } }));

let company: Synced;
let ada: Visitor;
const found = (session: string) => company.harbor.rows('SELECT id, externalid, custevent_rcns_notes AS notes FROM phonecall WHERE custevent_rcns_session = ? AND custevent_rcns_extension = ? ORDER BY id', session, maria.id);
const merge = async (pair: { telephonySessionId: string; extensionId: string }) => ada.asks('api', { action: 'merge-doubles', pairs: [pair] }, { 'x-rcns-token': await ada.token() });
const double = async (session: string, more: string): Promise<unknown> => company.harbor.run(`var call = record.create({ type: 'phonecall' });
  call.setValue({ fieldId: 'title', value: 'Call' }); call.setValue({ fieldId: 'status', value: 'COMPLETE' }); call.setValue({ fieldId: 'assigned', value: ${ada.id} });
  call.setValue({ fieldId: 'custevent_rcns_session', value: '${session}' }); call.setValue({ fieldId: 'custevent_rcns_extension', value: '${maria.id}' }); ${more} return call.save();`);

before(async () => {
  company = await openSynced({ callLog: { delayMs: 0 } }, { timeLimitMs });
  ada = await signIn(company.harbor, 'ada@harbor.example');
  const killed: Promise<unknown>[] = [];
  const holds: string[] = [];
  for (const { at, after: passed = 0, pair } of steps) {
    await double(pair.telephonySessionId, '');
    await double(pair.telephonySessionId, `call.setValue({ fieldId: 'custevent_rcns_notes', value: 'Wants the long ladder.' }); call.setValue({ fieldId: 'externalid', value: 'rcns:${pair.telephonySessionId}:${maria.id}' });`);
    const token = await ada.token();
    const hold = company.harbor.control.hold({ at, script, after: passed, count: 1 });
    killed.push(ada.asks('api', { action: 'merge-doubles', pairs: [pair] }, { 'x-rcns-token': token }).then(({ error }) => assert.ok(error, at)));
    await company.harbor.control.waitHeld(hold);
    holds.push(hold);
  }
  await Promise.all(killed);
  for (const hold of holds) company.harbor.control.release(hold);
});
after(() => company.close());

for (const { when, pair } of steps) {
  test(`a merge that NetSuite kills ${when} leaves both records findable, and the next one makes them one`, async () => {
    const before = await found(pair.telephonySessionId);
    assert.equal(before.length, 2);
    assert.deepEqual((await merge(pair)).value, { removed: 1, refused: [] });
    assert.deepEqual(await found(pair.telephonySessionId), [{ id: before[0]?.['id'], externalid: `rcns:${pair.telephonySessionId}:${maria.id}`, notes: 'Wants the long ladder.' }]);
    assert.deepEqual(await company.harbor.rows('SELECT id FROM customrecord_rcns_tombstone'), []);
  });
}

test('whoever deletes one of two doubles by hand has not deleted the call; whoever deletes the last one has', async () => {
  await double('s-d0b1e9', '');
  await double('s-d0b1e9', '');
  const stones = () => company.harbor.rows('SELECT custrecord_rcns_ts_key AS name_ FROM customrecord_rcns_tombstone');
  for (const left of [[], [{ name_: `rcns:s-d0b1e9:${maria.id}` }]]) {
    await company.harbor.run(`record.delete({ type: 'phonecall', id: ${(await found('s-d0b1e9'))[0]?.['id']} });`);
    assert.deepEqual(await stones(), left);
  }
});
