import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callLog, openHarbor, signIn, type Harbor, type Visitor } from './harbor.ts';

/** Long enough for every script that nobody holds, on a busy machine; all that are held wait for it together. */
const timeLimitMs = 5_000;

/** Where NetSuite kills an execution, and whether its record was there before. */
const steps = [
  { session: 's-k001', known: false, when: 'before the record is made', at: 'N/record.create', script: 'customscript_rcns_calls' },
  { session: 's-k002', known: false, when: 'before it is saved', at: 'record.save', script: 'customscript_rcns_calls' },
  { session: 's-k004', known: true, when: 'after the key was found to be taken', at: 'N/query.runSuiteQL', script: 'customscript_rcns_calls' },
  { session: 's-k005', known: true, when: 'before the record is opened', at: 'N/record.load', script: 'customscript_rcns_calls' },
  // Last: it holds the account's write lock.
  { session: 's-k003', known: false, when: 'while it is matched', at: 'N/query.runSuiteQL', script: 'customscript_rcns_phone_call' },
];

let harbor: Harbor;
let maria: Visitor;
let optics: number;
const ends = new Map<string, string | undefined>();

const talk = (session: string) => harbor.rows('SELECT custevent_rcns_talk_s AS talk FROM phonecall WHERE custevent_rcns_session = ?', session);
const entries = () => harbor.rows('SELECT custrecord_rcns_ix_number AS number_ FROM customrecord_rcns_phone_index WHERE custrecord_rcns_ix_entity = ?', optics);

before(async () => {
  harbor = await openHarbor({ timeLimitMs });
  maria = await signIn(harbor, 'maria@harbor.example');
  for (const { session } of steps.filter(({ known }) => known)) await maria.logs(callLog(session, { talkSeconds: null }));
  optics = Number((await harbor.control.import([{ type: 'customer', values: { companyname: 'Owls Head Optics', isperson: false, phone: '+1 207 555 0181' } }]))[0]?.id);
  const killed: Promise<unknown>[] = [];
  const held: string[] = [];
  const replacing = harbor.control.hold({ at: 'record.save', recordType: 'customrecord_rcns_phone_index', count: 1 });
  killed.push(harbor.run(`var row = record.load({ type: 'customer', id: ${optics} }); row.setValue({ fieldId: 'phone', value: '+1 207 555 0182' }); row.save();`).catch(() => undefined));
  await harbor.control.waitHeld(replacing);
  for (const { session, at, script } of steps) {
    const hold = harbor.control.hold({ at, script, count: 1 });
    killed.push(maria.logs(callLog(session)).then(({ error }) => ends.set(session, error?.code)));
    await harbor.control.waitHeld(hold);
    held.push(hold);
  }
  await Promise.all(killed);
  for (const each of [replacing, ...held]) harbor.control.release(each);
});
after(() => harbor.close());

for (const { session, known, when } of steps) {
  test(`a log whose execution NetSuite kills ${when} leaves nothing half-written, and the next one ${known ? 'completes' : 'makes'} the record`, async () => {
    assert.equal(ends.get(session), 'SSS_TIME_LIMIT_EXCEEDED');
    assert.deepEqual(await talk(session), known ? [{ talk: null }] : []);
    assert.equal((await maria.logs(callLog(session))).results?.[0]?.status, known ? 'completed' : 'created');
    assert.deepEqual(await talk(session), [{ talk: 95 }]);
  });
}

test('a customer whose index entry was being replaced when NetSuite killed the script is found again after the night', async () => {
  assert.deepEqual(await entries(), [], 'the old entry went, the new one never came');
  await harbor.control.runTask({ scriptId: 'customscript_rcns_phone_index' });
  assert.deepEqual(await entries(), [{ number_: '+12075550182' }]);
});
