import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Emulator } from '../../../emulators/netsuite/emulator.ts';
import { openWillow } from './willow.ts';

let willow: Emulator;
const heard: { path: string; authorization: string; body: string }[] = [];
const partner = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    heard.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '', body: Buffer.concat(parts).toString() });
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"ok":true}');
  });
});

before(async () => {
  await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve));
  willow = await openWillow({ hostMap: { 'partner.localhost': '127.0.0.1' } });
});
after(async () => {
  await willow.close();
  partner.close();
});

const partnerUrl = (): string => `http://partner.localhost:${(partner.address() as AddressInfo).port}`;

test('a map/reduce script runs its stages, notes the pair that fails, and goes on with the others', async () => {
  const status = await willow.control.runTask({ scriptId: 'customscript_acme_count_mr', params: { custscript_acme_words: 'tea milk tea broken sugar tea' } });
  assert.equal(status.status, 'COMPLETE');
  assert.deepEqual(status.errors.map(({ stage, key }) => [stage, key]), [['MAP', '3']]);
  const notes = await willow.control.run(`define(['N/query'], (query) => ({ run: () => query.runSuiteQL('SELECT custrecord_acme_text AS word, custrecord_acme_number AS n FROM customrecord_acme_note ORDER BY 1').asMappedResults() }))`);
  assert.deepEqual(notes, [{ word: 'milk', n: 1 }, { word: 'sugar', n: 1 }, { word: 'tea', n: 3 }]);
  assert.match(willow.control.logs().find(({ title }) => title === 'counted')?.details ?? '', /"errors":1/);
});

test('a script starts a task, and a second start of the same deployment is refused while it runs', async () => {
  const hold = willow.control.hold({ at: 'N/record.create', script: 'customscript_acme_count_mr' });
  const source = `define(['N/task'], (task) => ({ run: () => task.create({ taskType: task.TaskType.MAP_REDUCE, scriptId: 'customscript_acme_count_mr', deploymentId: 'customdeploy_acme_count_mr' }).submit() }))`;
  const taskId = await willow.control.run(source);
  await willow.control.waitHeld(hold, 1);
  await assert.rejects(willow.control.run(source), (error: Error) => error.name === 'MAP_REDUCE_ALREADY_RUNNING');
  assert.equal(await willow.control.run(`define(['N/task'], (task) => ({ run: () => task.checkStatus({ taskId: '${String(taskId)}' }).status }))`), 'PROCESSING');
  willow.control.release(hold);
});

test('a script asks how far a task is, at ten units a question, and not in vain for what is not emulated', async () => {
  await willow.control.tasksEnded();
  const words = Array.from({ length: 8 }, (_, index) => `word${index}`).join(' ');
  const ask = async (taskId: unknown, body: string) => await willow.control.run(`define(['N/task', 'N/runtime'], (task, runtime) => ({ run() { const status = task.checkStatus({ taskId: '${String(taskId)}' }); ${body} } }))`);
  const counts = 'return [status.stage, status.getPercentageCompleted(), status.getTotalMapCount(), status.getPendingMapCount(), status.getTotalReduceCount(), status.getPendingReduceCount(), runtime.getCurrentScript().getRemainingUsage()];';
  const hold = willow.control.hold({ at: 'N/record.create', script: 'customscript_acme_count_mr' });
  const taskId = await willow.control.run(`define(['N/task'], (task) => ({ run: () => task.create({ taskType: task.TaskType.MAP_REDUCE, scriptId: 'customscript_acme_count_mr', deploymentId: 'customdeploy_acme_count_mr', params: { custscript_acme_words: '${words}' } }).submit() }))`);
  await willow.control.waitHeld(hold, 1);
  const [stage, percent, total, pending, keys, left, usage] = (await ask(taskId, counts)) as [string, number, number, number, number, number, number];
  assert.deepEqual([stage, percent, total, pending, keys, left], ['REDUCE', 0, 8, 0, 8, 8]);
  assert.equal(((await ask(taskId, 'return runtime.getCurrentScript().getRemainingUsage();')) as number) - usage, 50);
  willow.control.release(hold);
  await willow.control.tasksEnded();
  assert.deepEqual(((await ask(taskId, counts)) as unknown[]).slice(0, 6), [null, 100, 8, 0, 8, 0]);
  await assert.rejects(ask(taskId, 'return status.getPendingMapSize();'), /getPendingMapSize is not emulated/);
});

test('a script calls the outside and waits for the answer, with a secret it never sees', async () => {
  const answer = await willow.control.run(`define(['N/https'], (https) => ({ run() {
    const secret = https.createSecureString({ input: 'id:{custsecret_acme}' });
    secret.convertEncoding({ fromEncoding: https.Encoding.UTF_8, toEncoding: https.Encoding.BASE_64 });
    const header = https.createSecureString({ input: 'Basic ' }).appendSecureString({ secureString: secret });
    const response = https.post({ url: '${partnerUrl()}/token', headers: { Authorization: header }, body: { grant_type: 'x' } });
    return [response.code, JSON.parse(response.body).ok, JSON.stringify(secret).includes('s3cr3t')];
  } }))`);
  assert.deepEqual(answer, [201, true, false]);
  assert.deepEqual(heard.at(-1), { path: '/token', authorization: `Basic ${Buffer.from('id:s3cr3t').toString('base64')}`, body: 'grant_type=x' });
});

test('a secret goes to its own domain only', async () => {
  const count = heard.length;
  await assert.rejects(
    willow.control.run(`define(['N/https'], (https) => ({ run: () => https.get({ url: '${partnerUrl().replace('partner.localhost', '127.0.0.1')}/', headers: { A: https.createSecureString({ input: '{custsecret_acme}' }) } }) }))`),
    (error: Error) => error.name === 'SSS_SECRET_NOT_ALLOWED' && !error.message.includes('s3cr3t'),
  );
  assert.equal(heard.length, count);
});

test('a script calls a RESTlet of the account, also when many do at once', async () => {
  const source = `define(['N/https'], (https) => ({ run: () => JSON.parse(https.requestRestlet({ scriptId: 'customscript_acme_door', deploymentId: 'customdeploy_acme_door', method: 'GET', urlParams: { a: '1' } }).body).parameters.a }))`;
  assert.deepEqual(await Promise.all(Array.from({ length: 14 }, () => willow.control.run(source))), Array.from({ length: 14 }, () => '1'));
});

test('invocations that are killed are tried again as often as the script asks, and what one saved before it died stays', async () => {
  willow.control.kill({ script: 'customscript_acme_count_mr', stage: 'MAP', every: 2, when: 'before', times: 1 });
  const status = await willow.control.runTask({ scriptId: 'customscript_acme_count_mr', params: { custscript_acme_words: 'oats rye' } });
  assert.deepEqual(status.errors.map(({ stage, key }) => [stage, key]), [['MAP', '1']], 'the script asks for no second try');
  willow.control.kill({ stage: 'REDUCE', every: 1, when: 'after', times: 1 });
  await willow.control.runTask({ scriptId: 'customscript_acme_count_mr', params: { custscript_acme_words: 'barley' } });
  willow.control.clearFaults();
  assert.deepEqual(await willow.control.run(`define(['N/query'], (query) => ({ run: () => query.runSuiteQL("SELECT COUNT(*) AS n FROM customrecord_acme_note WHERE custrecord_acme_text = 'barley'").asMappedResults() }))`), [{ n: 1 }]);
});

test('a scheduled deployment runs by its schedule, and no script may start it', async () => {
  const [status] = await willow.control.runScheduled('customscript_acme_nightly');
  assert.equal(status?.status, 'COMPLETE');
  await assert.rejects(
    willow.control.run(`define(['N/task'], (task) => ({ run: () => task.create({ taskType: task.TaskType.MAP_REDUCE, scriptId: 'customscript_acme_nightly', deploymentId: 'customdeploy_acme_nightly' }).submit() }))`),
    (error: Error) => error.name === 'FAILED_TO_SUBMIT_JOB_REQUEST_1',
  );
});
