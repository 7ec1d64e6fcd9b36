import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openHarbor, signIn, type Harbor, type Visitor } from './harbor.ts';

/** The page's examples, in its order: a request, its answer, and so on. They tell one story. */
const blocks = [...readFileSync('docs/using/logging-api.md', 'utf8').matchAll(/```json\n([\s\S]*?)```/g)].map((block) => JSON.parse(block[1] ?? '') as Record<string, unknown>);

interface Request { account: string; user: number; calls: { telephonySessionId: string; notes?: { text: string; over?: string } }[] }
type Answer = { results?: { record: number | null; notes?: string }[] };

let harbor: Harbor;
let maria: Visitor;

before(async () => {
  harbor = await openHarbor();
  maria = await signIn(harbor, 'maria@harbor.example');
});
after(() => harbor.close());

/** Ids of records are the account's own; that there is one is what the page promises. */
const comparable = (answer: Answer): unknown => ({ ...answer, ...(answer.results && { results: answer.results.map((each) => ({ ...each, record: each.record === null ? null : 'some' })) }) });

const post = async (body: unknown): Promise<Answer> =>
  JSON.parse((await maria.send('/app/site/hosting/restlet.nl?script=customscript_rcns_calls&deploy=customdeploy_rcns_calls', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).body) as Answer;

test('every example of the page on logging gets the answer that stands below it', async () => {
  assert.equal(blocks.length % 2, 0, 'requests and answers');
  assert.ok(blocks.length >= 10);
  for (let at = 0; at < blocks.length; at += 2) {
    const request = blocks[at] as unknown as Request;
    const expected = blocks[at + 1] as Answer;
    assert.equal(request.account, harbor.accountId);
    const wrote = expected.results?.find(({ notes }) => notes !== undefined)?.notes;
    // "Suppose somebody wrote … into the notes".
    if (wrote !== undefined) {
      const [row] = await harbor.rows('SELECT id FROM phonecall WHERE custevent_rcns_session = ?', request.calls[0]?.telephonySessionId ?? '');
      await harbor.run(`var call = record.load({ type: 'phonecall', id: ${Number(row?.['id'])} }); call.setValue({ fieldId: 'custevent_rcns_notes', value: ${JSON.stringify(wrote)} }); call.save();`, 'maria@harbor.example');
    }
    const body = { ...request, user: request.user === 17 ? maria.id : request.user };
    const answer = await post(body);
    assert.deepEqual(comparable(answer), comparable(expected), `example ${at / 2 + 1}`);
    const ids = (said: Answer) => said.results?.map(({ record }) => record);
    if (expected.results?.every(({ record }) => record !== null)) assert.deepEqual(ids(await post(body)), ids(answer), 'twice is one record');
  }
});

test('the units that the page tells are those that are spent', async () => {
  const call = { telephonySessionId: 's-b1', extensionId: '310001', direction: 'Inbound', from: { number: '+12075550165' }, to: { number: '101' }, startedAt: '2026-11-20T18:10:00.000Z' };
  const spent = async (calls: unknown[]): Promise<number> => {
    harbor.control.clearJournal();
    await post({ account: harbor.accountId, user: maria.id, calls });
    return harbor.control.executions().reduce((sum, { units }) => sum + units, 0);
  };
  assert.equal(await spent([call]), 25);
  assert.equal(await spent([{ ...call, outcome: 'Missed' }]), 60, '40 of the RESTlet, 10 of the user event for the create that was refused and for the save');
});
