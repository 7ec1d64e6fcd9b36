import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Emulator } from '../../../emulators/netsuite/emulator.ts';
import { account } from './account.ts';
import { openWillow, signedIn } from './willow.ts';

let willow: Emulator;
const group = { ...account, features: { JOBS: true, SUBSIDIARIES: true }, subsidiaries: [{ name: 'Willow & Sons Inc.', country: 'US' }, { name: 'Willow & Sons Ltd', country: 'GB' }], entityFields: [{ id: 'custentity_pager', label: 'Pager', type: 'PHONE', appliesTo: ['customer', 'job'] }] };

before(async () => {
  willow = await openWillow({ account: group });
});
after(() => willow.close());

type Values = Record<string, string | number | boolean>;
const made = async (type: string, values: Values): Promise<number> => Number((await willow.control.import([{ type, values }]))[0]?.id);
const run = (body: string, email = 'ada@willow.example') => willow.control.run(`define(['N/record', 'N/query', 'N/search', 'N/runtime'], (record, query, search, runtime) => ({ run() { ${body} } }))`, { as: { email } });

test('in OneWorld everybody belongs to a company of the group, and a search tells its country and that of the address', async () => {
  await assert.rejects(made('customer', { companyname: 'Nowhere Ltd' }), /Please enter value\(s\) for: Subsidiary/);
  const id = await made('customer', { companyname: 'Thames Rowing', subsidiary: 2, country: 'GB' });
  assert.deepEqual(await run(`return search.lookupFields({ type: 'customer', id: ${id}, columns: ['country', 'subsidiary'] });`), { country: [{ value: 'GB', text: 'United Kingdom' }], subsidiary: [{ value: '2', text: 'Willow & Sons Ltd' }] });
  assert.deepEqual(await run("return query.runSuiteQL({ query: 'SELECT country FROM subsidiary WHERE id = 2' }).asMappedResults();"), [{ country: 'GB' }]);
  await assert.rejects(run("query.runSuiteQL({ query: 'SELECT country FROM subsidiary' });", 'ben@willow.example'), /'subsidiary' was not found/);
});

test('a project belongs to a customer, takes fields of the account’s own, opens on its page, and is the company of a phone call', async () => {
  const owner = await made('customer', { companyname: 'Otter Mills', subsidiary: 1 });
  const project = await made('job', { companyname: 'Loading dock', parent: owner, subsidiary: 1, custentity_pager: '802-555-0111' });
  assert.deepEqual(await run(`return query.runSuiteQL({ query: 'SELECT customer, entitytitle, custentity_pager FROM job WHERE id = ?', params: [${project}] }).asMappedResults();`), [{ customer: owner, entitytitle: 'Loading dock', custentity_pager: '802-555-0111' }]);
  assert.equal(await run(`return record.create({ type: 'job' }).getField({ fieldId: 'custentity_pager' }).type;`), 'phone');
  const call = await made('phonecall', { title: 'About the dock', company: project, assigned: Number(await run("return query.runSuiteQL({ query: 'SELECT id FROM employee' }).asMappedResults()[0].id;")), startdate: '2026-11-23' });
  assert.equal(await run(`return record.load({ type: 'phonecall', id: ${call} }).getText({ fieldId: 'company' });`), 'Loading dock');
  const ada = await signedIn(willow, 'ada@willow.example');
  assert.match((await ada.get(`/app/common/entity/custjob.nl?id=${project}`)).body, /Loading dock/);
});

test('a merge moves what referred to the duplicate, and tells no script', async () => {
  const kept = await made('customer', { companyname: 'Birch & Sons', subsidiary: 1 });
  const double = await made('customer', { companyname: 'Birch and Sons', subsidiary: 1 });
  const contact = await made('contact', { firstname: 'Ida', lastname: 'Berg', company: double, subsidiary: 1 });
  willow.control.clearJournal();
  await willow.control.merge('customer', double, kept);
  assert.deepEqual(willow.control.executions(), []);
  assert.equal(await run(`return record.load({ type: 'contact', id: ${contact} }).getValue({ fieldId: 'company' });`), String(kept));
  await assert.rejects(run(`record.load({ type: 'customer', id: ${double} });`), /does not exist/);
});

test('an account without the features knows neither projects nor subsidiaries', async () => {
  const plain = await openWillow();
  try {
    await assert.rejects(plain.control.import([{ type: 'job', values: { companyname: 'Loading dock' } }]), /record type \[job\] is invalid/);
    await assert.rejects(openWillow({ account: { ...account, subsidiaries: group.subsidiaries } }), /feature SUBSIDIARIES is off/);
    await assert.rejects(openWillow({ account: { ...account, entityFields: [{ id: 'pager', label: 'Pager', type: 'PHONE', appliesTo: ['customer'] }] } }), /no entity can have/);
  } finally {
    await plain.close();
  }
});
