import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Emulator } from '../../../emulators/netsuite/emulator.ts';
import { openWillow, signedIn, suitelet, visitor } from './willow.ts';
import type { Visitor } from './willow.ts';

let willow: Emulator;
let ben: Visitor;

before(async () => {
  willow = await openWillow({ behaviour: { pageHeaders: { 'Cross-Origin-Opener-Policy': 'same-origin' } } });
  ben = await signedIn(willow, 'ben@willow.example', 'customrole_desk');
});
after(() => willow.close());

const count = async (title: string): Promise<number> => {
  const rows = await willow.control.run(`define(['N/query'], (query) => ({ run: () => query.runSuiteQL({ query: 'SELECT id FROM phonecall WHERE title = ?', params: [${JSON.stringify(title)}] }).asMappedResults() }))`);
  return (rows as unknown[]).length;
};

async function verb(who: Visitor, name: string, input: unknown, headers: Record<string, string> = {}): Promise<{ status: number; json: unknown }> {
  const answer = await who.ask('POST', `/emulator/control/${name}`, { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(input) });
  return { status: answer.status, json: JSON.parse(answer.body) as unknown };
}

test('the next requests to a script are answered as told, then the script answers again', async () => {
  willow.control.fault({ script: 'customscript_acme_door', times: 2, answer: { kind: 'code', code: 'SSS_REQUEST_LIMIT_EXCEEDED' } });
  willow.control.fault({ script: 'customscript_acme_page', answer: { kind: 'sign-in' } });
  assert.equal((await ben.rest({ text: true })).json.error.code, 'SSS_REQUEST_LIMIT_EXCEEDED');
  assert.equal((await ben.rest({ text: true })).status, 400);
  assert.equal((await ben.rest({ text: true })).status, 200);
  assert.match(String((await ben.get(suitelet('who'))).headers['location']), /customerlogin/);
  assert.equal((await ben.get(suitelet('who'))).status, 200);
  willow.control.fault({ path: '/app/crm/calendar/calllist.nl', answer: { kind: 'status', status: 503 } });
  assert.equal((await ben.get('/app/crm/calendar/calllist.nl')).status, 503);
});

test('an answer can be lost after the script has done its work', async () => {
  willow.control.fault({ script: 'customscript_acme_door', answer: { kind: 'lose-answer' } });
  await assert.rejects(ben.rest({ create: { title: 'Logged, but nobody was told' } }));
  assert.equal(await count('Logged, but nobody was told'), 1);
  willow.control.fault({ script: 'customscript_acme_door', answer: { kind: 'cut' } });
  await assert.rejects(ben.rest({ create: { title: 'Never arrived' } }));
  assert.equal(await count('Never arrived'), 0);
});

test('races are arranged over HTTP as well, from this machine and this origin only', async () => {
  const page = visitor(willow);
  const { json } = await verb(page, 'hold', { at: 'record.save', recordType: 'phonecall' });
  const { holdId } = json as { holdId: string };
  const both = [ben.rest({ create: { title: 'Twins', externalid: 'twin' } }), ben.rest({ create: { title: 'Twins', externalid: 'twin' } })];
  await verb(page, 'wait-held', { holdId, count: 2 });
  assert.equal(await count('Twins'), 0);
  await verb(page, 'release', { holdId });
  await Promise.all(both);
  assert.equal(await count('Twins'), 1);
  assert.equal((await verb(page, 'release', { holdId })).status, 400);
  assert.equal((await verb(page, 'end-sessions', {}, { origin: 'https://evil.example' })).status, 403);
  assert.equal((await page.ask('POST', '/emulator/control/end-sessions', { headers: { 'content-type': 'text/plain' }, body: '{}' })).status, 403);
  assert.equal((await verb(page, 'explode', {})).status, 404);
});

test('an emulator that is closed while a hold stands ends at once, with everything that waits in it', async () => {
  const other = await openWillow();
  const holdId = other.control.hold({ at: 'record.save', recordType: 'phonecall' });
  // More than there are threads: some wait for one.
  const saves = "define(['N/record'], (record) => ({ run: () => record.create({ type: 'phonecall' }).setValue('title', 'Held').save() }))";
  const outcomes = Promise.allSettled(Array.from({ length: 15 }, () => other.control.run(saves)));
  await other.control.waitHeld(holdId, 12);
  const thirteenth = assert.rejects(other.control.waitHeld(holdId, 13), /ended with 12 of 13/);
  await other.close();
  await thirteenth;
  assert.deepEqual((await outcomes).map(({ status }) => status), Array.from({ length: 15 }, () => 'rejected'));
  await assert.rejects(other.control.run(saves), /closed/);
});

test('an import says which row was refused', async () => {
  await assert.rejects(
    willow.control.import([{ type: 'customer', values: { companyname: 'Good Row' } }, { type: 'customer', values: { companyname: '' } }]),
    /Row 2: Please enter value\(s\) for: Company Name/,
  );
});

test('what a script throws without catching it is in its log', async () => {
  await ben.get(suitelet('boom'));
  const entry = willow.control.logs().at(-1);
  assert.equal(entry?.script, 'customscript_acme_page');
  assert.match(entry?.details ?? '', /kettle[\s\S]*page\.js/);
});

test('headers that an account may send are on its pages', async () => {
  assert.equal((await ben.get('/app/center/card.nl?sc=-29')).headers['cross-origin-opener-policy'], 'same-origin');
  assert.equal((await ben.get(suitelet('who'))).headers['cross-origin-opener-policy'], 'same-origin');
});

test('the end of all sessions is felt at the next request', async () => {
  willow.control.endSessions();
  assert.equal((await ben.get(suitelet('who'))).status, 302);
  assert.equal((await ben.rest({ text: true })).status, 401);
});

test('files are put into the File Cabinet while the account runs, and scripts are run as they are then', async () => {
  const path = '/SuiteScripts/acme/greeting.js';
  const ask = (): Promise<unknown> => willow.control.run(`define(['N/file'], (file) => ({ run: () => [file.load('${path}').id, file.load('${path}').getContents()] }))`);
  const [id, before] = (await ask()) as [number, string];
  const answer = await verb(visitor(willow), 'upload', { files: [{ path, content: before.replace("', '", "' again, '") }] });
  assert.equal(answer.status, 200);
  assert.deepEqual(await ask(), [id, before.replace("', '", "' again, '")]);
  ben = await signedIn(willow, 'ben@willow.example', 'customrole_desk');
  assert.match((await ben.get(suitelet('who'))).body, /Hello again, Ben Okoro/);
  await willow.control.upload([{ path, content: before }]);
});
