import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Emulator } from '../../../emulators/netsuite/emulator.ts';
import { openWillow, signedIn } from './willow.ts';
import type { Visitor } from './willow.ts';

let willow: Emulator;
let ben: Visitor;

before(async () => {
  willow = await openWillow();
  ben = await signedIn(willow, 'ben@willow.example', 'customrole_desk');
});
after(() => willow.close());

async function count(title: string): Promise<number> {
  return Number(await willow.control.run(`define(['N/query'], (query) => ({ run: () => query.runSuiteQL({ query: 'SELECT COUNT(*) AS n FROM phonecall WHERE title = ?', params: [${JSON.stringify(title)}] }).asMappedResults()[0].n }))`));
}

test('a script that looks first and then writes makes two records when two of it meet', async () => {
  const hold = willow.control.hold({ at: 'N/record.create', recordType: 'phonecall' });
  const both = [ben.rest({ checkThenCreate: 'Call with Mrs. Lindqvist' }), ben.rest({ checkThenCreate: 'Call with Mrs. Lindqvist' })];
  await willow.control.waitHeld(hold, 2);
  willow.control.release(hold);
  const answers = await Promise.all(both);
  assert.deepEqual(answers.map(({ json }) => json.created), [true, true]);
  assert.equal(await count('Call with Mrs. Lindqvist'), 2);
});

test('with an external id only one of the two is made, and the other one is told', async () => {
  const values = { create: { title: 'Call with Mr. Adeyemi', externalid: 'session-1:102' } };
  const hold = willow.control.hold({ at: 'record.save', recordType: 'phonecall' });
  const both = [ben.rest(values), ben.rest(values)];
  await willow.control.waitHeld(hold, 2);
  willow.control.release(hold);
  const answers = await Promise.all(both);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 400]);
  assert.equal(answers.find(({ status }) => status === 400)?.json.error.code, 'DUP_RCRD');
  assert.equal(await count('Call with Mr. Adeyemi'), 1);
});

test('the units of a RESTlet and of the user event it causes are each in the journal', async () => {
  willow.control.clearJournal();
  const { json } = await ben.rest({ create: { title: 'Costly' } });
  assert.equal(json.left, 4985);
  const ran = willow.control.executions();
  const restlet = ran.find((each) => each.script === 'customscript_acme_door');
  assert.equal(restlet?.units, 15);
  const caused = ran.filter((each) => each.parent === restlet?.id);
  assert.deepEqual(caused.map((each) => [each.entryPoint, each.units]).sort(), [['afterSubmit', 0], ['beforeSubmit', 10]]);
});

test('a script that has used its units is stopped', async () => {
  const { status, json } = await ben.rest({ units: 501 });
  assert.equal(status, 400);
  assert.equal(json.error.code, 'SSS_USAGE_LIMIT_EXCEEDED');
});

test('the sixth RESTlet at the same moment is refused at once', async () => {
  const hold = willow.control.hold({ at: 'N/record.create' });
  const five = Array.from({ length: 5 }, (_, index) => ben.rest({ create: { title: `Busy ${index}` } }));
  await willow.control.waitHeld(hold, 5);
  const sixth = await ben.rest({ create: { title: 'Busy 6' } });
  assert.equal(sixth.status, 400);
  assert.equal(sixth.json.error.code, 'SSS_REQUEST_LIMIT_EXCEEDED');
  willow.control.release(hold);
  assert.deepEqual((await Promise.all(five)).map(({ status }) => status), [200, 200, 200, 200, 200]);
});

test('what beforeSubmit throws blocks the save, what afterSubmit throws leaves the record there', async () => {
  const blocked = await ben.rest({ create: { title: 'Forbidden fruit' } });
  assert.match(blocked.json.error.message, /This title is forbidden/);
  assert.equal(await count('Forbidden fruit'), 0);
  const late = await ben.rest({ create: { title: 'Too late' } });
  assert.match(late.json.error.message, /Too late to complain/);
  assert.equal(await count('Too late'), 1);
});

test('a save made inside a user event runs no user events', async () => {
  assert.equal((await ben.rest({ create: { title: 'Chain' } })).status, 200);
  assert.equal(await count('Forbidden, but made inside a user event'), 1);
});

test('beforeSubmit may fill fields, and runs under the caller of a RESTlet', async () => {
  const { json } = await ben.rest({ create: { title: 'Fill me' } });
  const message = await willow.control.run(`define(['N/search'], (search) => ({ run: () => search.lookupFields({ type: 'phonecall', id: ${json.id}, columns: 'message' }).message }))`);
  assert.equal(message, 'filled by customrole_desk in RESTLET');
});

test('with submitFields a user event sees only what was changed', async () => {
  const { json } = await ben.rest({ create: { title: 'Quiet' } });
  await assert.rejects(
    willow.control.run(`define(['N/record'], (record) => ({ run: () => record.submitFields({ type: 'phonecall', id: ${json.id}, values: { message: 'tell me' } }) }))`),
    /xedit holds message/,
  );
});

test('an execution over its time is killed, and what it saved stays', async () => {
  const hasty = await openWillow({ behaviour: { timeLimitMs: 1500 } });
  try {
    const run = hasty.control.run(`define(['N/record'], (record) => ({ run: () => { const call = record.create({ type: 'phonecall' }); call.setValue('title', 'Saved before the end'); call.save(); for (;;); } }))`, { as: { email: 'ada@willow.example' } });
    await assert.rejects(run, (error: Error) => error.name === 'SSS_TIME_LIMIT_EXCEEDED');
    assert.equal(hasty.control.executions().at(-1)?.errorCode, 'SSS_TIME_LIMIT_EXCEEDED');
    const left = await hasty.control.run(`define(['N/query'], (query) => ({ run: () => query.runSuiteQL("SELECT title FROM phonecall").asMappedResults() }))`);
    assert.deepEqual(left, [{ title: 'Saved before the end' }]);
  } finally {
    await hasty.close();
  }
});

test('an execution killed inside a save leaves nothing of it, and nobody waits for it afterwards', async () => {
  const hasty = await openWillow({ behaviour: { timeLimitMs: 1500 } });
  try {
    const desk = await signedIn(hasty, 'ben@willow.example', 'customrole_desk');
    const killed = await desk.rest({ create: { title: 'Endless' } });
    assert.equal(killed.json.error.code, 'SSS_TIME_LIMIT_EXCEEDED');
    assert.equal((await desk.rest({ create: { title: 'Next, please' } })).status, 200);
    const left = await hasty.control.run(`define(['N/query'], (query) => ({ run: () => query.runSuiteQL("SELECT title FROM phonecall").asMappedResults() }))`);
    assert.deepEqual(left, [{ title: 'Next, please' }]);
  } finally {
    await hasty.close();
  }
});

test('a script has none of the browser and none of Node, and learns what is not emulated', async () => {
  const globals = await willow.control.run(`define([], () => ({ run: () => ['fetch','URL','URLSearchParams','TextEncoder','setTimeout','Buffer','process','require'].filter((name) => typeof globalThis[name] !== 'undefined' && name !== 'require') }))`);
  assert.deepEqual(globals, []);
  await assert.rejects(willow.control.run(`define(['N/record'], (record) => ({ run: () => record.transform({}) }))`), /N\/record: transform is not emulated/);
  await assert.rejects(willow.control.run(`define(['N/sftp'], () => ({ run: () => 1 }))`), /N\/sftp/);
  await assert.rejects(willow.control.run(`define(['N/runtime'], (runtime) => { runtime.getCurrentUser(); return { run: () => 1 }; })`), (error: Error) => error.name === 'SUITESCRIPT_API_UNAVAILABLE_IN_DEFINE');
});
