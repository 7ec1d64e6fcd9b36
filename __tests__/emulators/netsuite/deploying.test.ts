import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createEmulator } from '../../../emulators/netsuite/emulator.ts';
import { account } from './account.ts';
import { fixture, openWillow, signedIn, suitelet, visitor } from './willow.ts';

const folder = mkdtempSync(join(tmpdir(), 'willow-deploying-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the project with something changed in it. */
function project(name: string, change: (path: string) => void): string {
  const path = join(folder, name);
  cpSync(fixture, path, { recursive: true });
  change(path);
  return path;
}

async function refusal(projectFolder: string): Promise<{ code: string; message: string }> {
  const error = await createEmulator({ projectFolder, dataFile: join(folder, 'refused.sqlite'), port: 0, account }).then(() => null, (thrown: Error & { code: string }) => thrown);
  assert.ok(error, 'it must not start');
  return { code: error.code, message: error.message };
}

test('a project that cannot be deployed is refused with one sentence', async () => {
  assert.deepEqual(await refusal(project('no-manifest', (path) => rmSync(join(path, 'manifest.xml')))), { code: 'MANIFEST_MISSING', message: 'There is no manifest.xml in the project folder.' });
  assert.equal((await refusal(project('broken-manifest', (path) => writeFileSync(join(path, 'manifest.xml'), '<manifest>')))).code, 'MANIFEST_BROKEN');
  assert.equal((await refusal(project('feature', (path) => writeFileSync(join(path, 'manifest.xml'), readFileSync(join(path, 'manifest.xml'), 'utf8').replace('CUSTOMRECORDS', 'SUBSIDIARIES'))))).code, 'MANIFEST_BROKEN');
  const missing = await refusal(project('no-script', (path) => rmSync(join(path, 'FileCabinet/SuiteScripts/acme/page.js'))));
  assert.equal(missing.code, 'SCRIPT_FILE_MISSING');
  assert.match(missing.message, /customscript_acme_page needs \/SuiteScripts\/acme\/page\.js/);
  assert.equal((await refusal(project('workflow', (path) => writeFileSync(join(path, 'Objects/customworkflow_x.xml'), '<workflow scriptid="customworkflow_x"/>')))).code, 'OBJECT_TYPE_UNKNOWN');
  assert.equal((await refusal(project('role', (path) => rmSync(join(path, 'Objects/customrole_acme_service.xml'))))).code, 'REFERENCE_UNKNOWN');
  assert.equal((await refusal(project('list', (path) => rmSync(join(path, 'Objects/customlist_acme_mood.xml'))))).code, 'REFERENCE_UNKNOWN');
});

test('a script whose header is not its first comment does not run', async () => {
  const wrong = project('header', (path) => {
    const file = join(path, 'FileCabinet/SuiteScripts/acme/page.js');
    writeFileSync(file, `'use strict';\n${readFileSync(file, 'utf8')}`);
  });
  const willow = await openWillow({ projectFolder: wrong });
  try {
    const ada = await signedIn(willow, 'ada@willow.example');
    assert.match((await ada.get(suitelet('who'))).body, /SSS_INVALID_API_VERSION/);
  } finally {
    await willow.close();
  }
});

test('a value added to a custom list in the account gets an id of its own, and is still there after the next deployment', async () => {
  const dataFile = join(folder, 'list.sqlite');
  const values = `define(['N/query'], (query) => ({ run: () => query.runSuiteQL({ query: 'SELECT id, name FROM customlist_acme_mood ORDER BY id' }).asMappedResults().map((row) => row.id + ' ' + row.name) }))`;
  const first = await openWillow({ dataFile });
  await first.control.run(`define(['N/record'], (record) => ({ run: () => { const value = record.create({ type: 'customlist_acme_mood' }); value.setValue({ fieldId: 'name', value: 'Curious' }); return value.save(); } }))`);
  await first.close();
  const longer = project('longer-list', (path) => {
    const file = join(path, 'Objects/customlist_acme_mood.xml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('</customvalues>', '<customvalue scriptid="val_late"><value>Late</value></customvalue></customvalues>'));
  });
  const second = await openWillow({ dataFile, projectFolder: longer });
  try {
    assert.deepEqual(await second.control.run(values), ['1 Good', '2 Bad', '3 Curious', '4 Late']);
  } finally {
    await second.close();
  }
});

test('records, ids and sessions last over a restart, and a copy of the one file is the whole account', async () => {
  const dataFile = join(folder, 'lasting.sqlite');
  const first = await openWillow({ dataFile });
  const ada = await signedIn(first, 'ada@willow.example');
  const [made] = await first.control.import([{ type: 'customer', values: { companyname: 'Stone & Reed' } }]);
  const page = await ada.get(suitelet('session'));
  assert.equal(JSON.parse(page.body).before, null);
  const ids = await first.control.run(`define(['N/url', 'N/file'], (url, file) => ({ run: () => [url.resolveScript({ scriptId: 'customscript_acme_page', deploymentId: 'customdeploy_acme_page' }), file.load('/SuiteScripts/acme/greeting.js').id] }))`);
  await first.close();

  const copy = join(folder, 'copy.sqlite');
  cpSync(dataFile, copy);
  const second = await openWillow({ dataFile: copy });
  try {
    assert.deepEqual(await second.control.run(`define(['N/url', 'N/file'], (url, file) => ({ run: () => [url.resolveScript({ scriptId: 'customscript_acme_page', deploymentId: 'customdeploy_acme_page' }), file.load('/SuiteScripts/acme/greeting.js').id] }))`), ids);
    assert.equal(await second.control.run(`define(['N/record'], (record) => ({ run: () => record.load({ type: 'customer', id: ${made?.id} }).getValue('companyname') }))`), 'Stone & Reed');
    const back = visitor(second);
    const again = await ada.ask('GET', '/x', { host: 'gone' }).catch(() => null);
    assert.equal(again, null);
    assert.equal((await back.get(suitelet('session'))).status, 302);
  } finally {
    await second.close();
  }
});

test('a session survives a restart on the same port', async () => {
  const dataFile = join(folder, 'session.sqlite');
  const first = await openWillow({ dataFile });
  const ada = await signedIn(first, 'ada@willow.example');
  assert.equal((await ada.get(suitelet('who'))).status, 200);
  await first.close();
  const second = await openWillow({ dataFile, port: first.port });
  try {
    assert.equal((await ada.get(suitelet('who'))).status, 200);
    second.control.endSessions();
    assert.equal((await ada.get(suitelet('who'))).status, 302);
  } finally {
    await second.close();
  }
});

test('a port in use is said in one sentence', async () => {
  const willow = await openWillow();
  try {
    await assert.rejects(openWillow({ port: willow.port }), (error: Error & { code: string }) => error.code === 'PORT_IN_USE' && /already in use/.test(error.message));
  } finally {
    await willow.close();
  }
});
