import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { DemoError, startDemo, type Demo, type DemoOptions } from '../../../emulators/demo/demo.ts';
import { salesRep } from '../../../emulators/demo/people.ts';
import { syncApp, syncCredential } from '../../../emulators/demo/sync-app.ts';
import { askNetSuite } from '../../../emulators/demo/questions.ts';
import { build } from '../../../scripts/build.ts';
import { bundleFolder } from '../../../scripts/entries.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'demo-'));
const options = (name: string): DemoOptions => ({ projectFolder: process.cwd(), dataFolder: path.join(folder, name), netsuitePort: 0, ringcentralPort: 0, companyCard: 'filled-in' });
let demo: Demo;

before(async () => {
  if (!existsSync(path.resolve(bundleFolder, 'app.js'))) await build();
  demo = await startDemo(options('company'));
});
after(async () => {
  await demo.close();
  rmSync(folder, { recursive: true, force: true });
});

const count = async (sql: string): Promise<number> => Number((await askNetSuite(demo.netsuite, sql))[0]?.['count']);

test('the demo company has customers, leads, contacts, vendors and employees enough to look real', async () => {
  assert.ok((await count("SELECT COUNT(*) AS count FROM customer WHERE searchstage = 'Customer'")) >= 60);
  assert.ok((await count("SELECT COUNT(*) AS count FROM customer WHERE searchstage = 'Lead'")) >= 10);
  for (const type of ['contact', 'vendor', 'employee']) assert.ok((await count(`SELECT COUNT(*) AS count FROM ${type}`)) >= 10, type);
});

test('its map/reduce has filled the phone index', async () => {
  const keys = await askNetSuite(demo.netsuite, 'SELECT custrecord_rcns_ix_number AS number FROM customrecord_rcns_phone_index WHERE custrecord_rcns_ix_number = ?', ['+16505550100']);
  assert.equal(keys.length, 1);
});

test('its call sync may read the whole company’s call log', async () => {
  const { port } = demo.ringcentral;
  const basic = Buffer.from(`${syncApp.clientId}:${syncApp.kind === 'confidential' ? syncApp.clientSecret : ''}`).toString('base64');
  const signedIn = await fetch(`http://127.0.0.1:${port}/restapi/oauth/token`, {
    method: 'POST', headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: syncCredential.jwt }),
  });
  const { access_token: token } = await signedIn.json() as { access_token: string };
  const log = await fetch(`http://127.0.0.1:${port}/restapi/v1.0/account/~/call-log`, { headers: { authorization: `Bearer ${token}` } });
  assert.equal(log.status, 200);
});

test('data lasts over a restart', async () => {
  await demo.netsuite.control.import([{ type: 'customer', values: { companyname: 'Quill & Quire Press', isperson: false, phone: '416 555 0166' } }]);
  const rep = demo.employeeId(salesRep.email);
  await demo.close();
  demo = await startDemo(options('company'));
  assert.equal(await count("SELECT COUNT(*) AS count FROM customer WHERE companyname = 'Quill & Quire Press'"), 1);
  assert.equal(demo.employeeId(salesRep.email), rep);
});

test('a seeding that was interrupted is not taken for a company', async () => {
  mkdirSync(path.join(folder, 'interrupted.making'));
  writeFileSync(path.join(folder, 'interrupted.making', 'netsuite.sqlite'), 'half a file');
  const other = await startDemo(options('interrupted'));
  await other.close();
  assert.equal(existsSync(path.join(folder, 'interrupted.making')), false);
});

test('a data file that is none is one sentence with its remedy', async () => {
  mkdirSync(path.join(folder, 'broken'));
  writeFileSync(path.join(folder, 'broken', 'netsuite.sqlite'), 'this is no database, whatever its name says');
  await assert.rejects(startDemo(options('broken')), (failure: unknown) => failure instanceof DemoError && /npm run reset/.test(failure.message));
});

test('a port that is taken is one sentence naming the setting', async () => {
  await assert.rejects(startDemo({ ...options('company'), netsuitePort: demo.netsuite.port }), (failure: unknown) => failure instanceof DemoError && /already in use.*NETSUITE_PORT/s.test(failure.message));
});
