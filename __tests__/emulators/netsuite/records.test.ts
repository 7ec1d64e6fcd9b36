import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Emulator } from '../../../emulators/netsuite/emulator.ts';
import { openWillow } from './willow.ts';

let willow: Emulator;
let customer = 0;
let contact = 0;

before(async () => {
  willow = await openWillow();
  const rows = await willow.control.import([
    { type: 'customer', externalId: 'crm-17', values: { companyname: 'Hazel & Finch', phone: '650.555.0142', isinactive: 'F' } },
    { type: 'contact', values: { firstname: 'Noor', lastname: 'Haddad', mobilephone: '+1 650 555 0143' } },
  ]);
  customer = rows[0]?.id ?? 0;
  contact = rows[1]?.id ?? 0;
});
after(() => willow.close());

/** Runs the body of a script as Ben at the front desk, with record, query, search and more at hand. */
async function script<T = unknown>(body: string, as: { email?: string; role?: string } = { email: 'ben@willow.example', role: 'customrole_desk' }): Promise<T> {
  const modules = ['record', 'query', 'search', 'runtime', 'url', 'cache', 'format', 'https', 'crypto', 'encode', 'xml', 'error'];
  return await willow.control.run(`define([${modules.map((name) => `'N/${name}'`).join(', ')}, 'N/crypto/random', 'N/file', 'N/task', 'N/log'], (${modules.join(', ')}, random, file, task, log) => ({ run() { ${body} } }))`, { as, executionContext: 'SUITELET' }) as T;
}

const failing = (code: string) => (error: Error): boolean => {
  assert.equal(error.name, code, error.message);
  return true;
};

test('a phone call gets its defaults, and its organizer is who made it', async () => {
  const call = await script(`
    const call = record.create({ type: record.Type.PHONE_CALL });
    call.setValue({ fieldId: 'title', value: 'Outbound call' }).setValue({ fieldId: 'company', value: ${customer} }).setValue('status', 'COMPLETE');
    call.setValue('custevent_acme_started', new Date('2026-11-23T17:05:06Z'));
    const saved = record.load({ type: 'phonecall', id: call.save() });
    return { organizer: saved.getText('assigned'), priority: saved.getValue('priority'), company: saved.getValue('company'), name: saved.getText({ fieldId: 'company' }), timed: saved.getValue('timedevent'),
      done: saved.getValue('completeddate') instanceof Date, started: saved.getValue('custevent_acme_started').toISOString(), shown: saved.getText('custevent_acme_started'), transaction: saved.getValue('message') };`);
  assert.deepEqual(call, { organizer: 'Ben Okoro', priority: 'MEDIUM', company: String(customer), name: 'Hazel & Finch', timed: false, done: true, started: '2026-11-23T17:05:06.000Z', shown: '11/23/2026 12:05:06 pm', transaction: '' });
});

test('what a phone call cannot be is refused with a clear code, and nothing is written', async () => {
  const before = await script('return query.runSuiteQL("SELECT COUNT(*) AS n FROM phonecall").asMappedResults()[0].n');
  const make = (set: string): Promise<unknown> => script(`const call = record.create({ type: 'phonecall' }); call.setValue('title', 'A call'); ${set} return call.save();`);
  await assert.rejects(make("call.setValue('title', '');"), failing('USER_ERROR'));
  await assert.rejects(make("call.setValue('title', 'x'.repeat(257));"), failing('EXCEEDED_MAX_FIELD_LENGTH'));
  await assert.rejects(make("call.setValue('message', 'é'.repeat(2001));"), failing('EXCEEDED_MAX_FIELD_LENGTH'));
  await assert.rejects(make("call.setValue('company', 99999);"), failing('INVALID_KEY_OR_REF'));
  await assert.rejects(make(`call.setValue('company', ${contact});`), failing('INVALID_KEY_OR_REF'));
  await assert.rejects(make("call.setValue('status', 'GONE');"), failing('INVALID_KEY_OR_REF'));
  await assert.rejects(make("call.setValue('startdate', '11/23/2026');"), failing('INVALID_FLD_VALUE'));
  await assert.rejects(make("call.setValue('timedevent', true);"), failing('USER_ERROR'));
  await assert.rejects(make("call.setValue('colour', 'red');"), failing('NotEmulated'));
  await assert.rejects(script('record.load({ type: "phonecall" })'), failing('SSS_MISSING_REQD_ARGUMENT'));
  await assert.rejects(script('record.load({ type: "phonecall", id: 1 })'), failing('RCRD_DSNT_EXIST'));
  await assert.rejects(script('record.load({ type: "spaceship", id: 1 })'), failing('INVALID_RCRD_TYPE'));
  assert.equal(await script('return query.runSuiteQL("SELECT COUNT(*) AS n FROM phonecall").asMappedResults()[0].n'), before);
});

test('a customer whom the role may not see cannot be put on a phone call', async () => {
  await assert.rejects(
    script(`const call = record.create({ type: 'phonecall' }); call.setValue('title', 'A call'); call.setValue('company', ${customer}); call.save();`, { email: 'ben@willow.example', role: 'customrole_own' }),
    failing('INVALID_KEY_OR_REF'),
  );
});

test('saving over what somebody else saved since is refused', async () => {
  await assert.rejects(
    script(`const mine = record.load({ type: 'customer', id: ${customer} }); record.submitFields({ type: 'customer', id: ${customer}, values: { comments: 'theirs' } }); mine.setValue('comments', 'mine'); mine.save();`),
    failing('RCRD_HAS_BEEN_CHANGED'),
  );
  assert.equal(await script(`return search.lookupFields({ type: 'customer', id: ${customer}, columns: ['comments'] }).comments`), 'theirs');
});

test('roles decide what may be read, made and deleted', async () => {
  const guest = { email: 'gil@willow.example' };
  await assert.rejects(script(`record.load({ type: 'customer', id: ${customer} })`, guest), failing('INSUFFICIENT_PERMISSION'));
  await assert.rejects(script('query.runSuiteQL("SELECT id FROM customer")', guest), failing('INSUFFICIENT_PERMISSION'));
  await assert.rejects(script("record.create({ type: 'customrecord_acme_note' })"), failing('INSUFFICIENT_PERMISSION'));
  await assert.rejects(script('query.runSuiteQL("SELECT id FROM vendor")'), failing('SSS_SEARCH_ERROR_OCCURRED'));
  await assert.rejects(script(`record.delete({ type: 'customer', id: ${customer} })`), failing('INSUFFICIENT_PERMISSION'));
  assert.deepEqual(await script('const user = runtime.getCurrentUser(); return [user.roleId, user.getPermission({ name: "LIST_CALL" }), user.getPermission("LIST_VENDOR")]'), ['customrole_desk', 4, 0]);
});

test('lead, prospect and customer are one table with three types', async () => {
  const [lead] = await willow.control.import([{ type: 'lead', values: { companyname: 'Lumen Works' } }]);
  assert.deepEqual(await script(`return [record.load({ type: 'customer', id: ${lead?.id} }).type, query.runSuiteQL({ query: 'SELECT searchstage FROM customer WHERE id = ?', params: [${lead?.id}] }).asMappedResults()[0].searchstage]`), ['lead', 'Lead']);
});

test('SuiteQL joins, pages, formats and names what it cannot do', async () => {
  await script(`for (const n of [1, 2, 3, 4, 5, 6, 7]) { const call = record.create({ type: 'phonecall' }); call.setValue('title', 'Paged ' + n); call.setValue('company', ${customer}); call.setValue('startdate', new Date(2026, 10, n)); call.save(); }`);
  const rows = await script<{ id: number }[]>(`return query.runSuiteQL({ query: "SELECT p.ID, p.title AS Subject, BUILTIN.DF(p.company) AS who, BUILTIN.DF(p.status) status, TO_CHAR(p.startdate, 'YYYY-MM-DD') AS day, p.startdate, NVL(p.message, 'none') AS m, c.isinactive FROM phonecall p INNER JOIN customer c ON c.id = p.company WHERE p.title LIKE 'Paged%' AND p.startdate >= TO_DATE(?, 'YYYY-MM-DD') ORDER BY p.startdate DESC FETCH FIRST 2 ROWS ONLY", params: ['2026-11-03'] }).asMappedResults()`);
  assert.deepEqual(rows.map((row) => ({ ...row, id: typeof row.id })), [
    { id: 'number', subject: 'Paged 7', who: 'Hazel & Finch', status: 'Scheduled', day: '2026-11-07', startdate: '11/7/2026', m: 'none', isinactive: 'F' },
    { id: 'number', subject: 'Paged 6', who: 'Hazel & Finch', status: 'Scheduled', day: '2026-11-06', startdate: '11/6/2026', m: 'none', isinactive: 'F' },
  ]);
  assert.deepEqual(await script(`const paged = query.runSuiteQLPaged({ query: "SELECT title FROM phonecall WHERE title LIKE 'Paged%' ORDER BY title", pageSize: 5 }); const seen = []; for (const range of paged.pageRanges) seen.push(...paged.fetch({ index: range.index }).data.asMappedResults().map((row) => row.title)); return [paged.count, seen.length, seen[6]]`), [7, 7, 'Paged 7']);
  assert.deepEqual(await script(`return query.runSuiteQL("SELECT id FROM phonecall WHERE title LIKE 'Paged%' AND ROWNUM <= 3").asMappedResults().length`), 3);
  assert.deepEqual(await script(`return query.runSuiteQL({ query: "SELECT id, REGEXP_REPLACE(phone, '[^0-9]', '') AS digits FROM customer WHERE REGEXP_REPLACE(phone, '[^0-9]', '') = ?", params: ['6505550142'] }).asMappedResults()`), [{ id: customer, digits: '6505550142' }]);
  await assert.rejects(script('query.runSuiteQL("SELECT WIDTH_BUCKET(id, 1, 2, 3) FROM phonecall")'), /SuiteQL: the function WIDTH_BUCKET is not emulated/);
  await assert.rejects(script('query.runSuiteQL("DELETE FROM phonecall")'), failing('NotEmulated'));
  await assert.rejects(script('query.runSuiteQL("SELECT nothing FROM phonecall")'), failing('SSS_SEARCH_ERROR_OCCURRED'));
  await assert.rejects(script('query.runSuiteQL("SELECT salt FROM login")'), failing('SSS_SEARCH_ERROR_OCCURRED'));
  await assert.rejects(script(`query.runSuiteQL('SELECT * FROM "login"')`), failing('NotEmulated'));
  await assert.rejects(script('query.runSuiteQL("SELECT id FROM phonecall WHERE id IN login")'), failing('NotEmulated'));
  await assert.rejects(script('query.runSuiteQL("SELECT salt FROM main.login")'), failing('SSS_SEARCH_ERROR_OCCURRED'));
});

test('a search finds by its operators and looks fields up', async () => {
  const found = await script(`const names = []; search.create({ type: 'customer', filters: [['phone', 'contains', '555'], 'and', ['isinactive', 'is', 'F'], 'and', ['salesrep', 'anyof', '@NONE@']], columns: ['companyname', { name: 'datecreated', sort: 'DESC' }] }).run().each((row) => { names.push([row.id, row.getValue({ name: 'companyname' })]); return true; }); return names;`);
  assert.deepEqual(found, [[String(customer), 'Hazel & Finch']]);
  assert.deepEqual(await script(`return search.lookupFields({ type: 'customer', id: ${customer}, columns: ['externalid', 'isinactive', 'salesrep'] })`), { externalid: 'crm-17', isinactive: false, salesrep: [] });
});

test('small modules do as the platform does', async () => {
  assert.deepEqual(await script(`
    const box = cache.getCache({ name: 'box' });
    box.put({ key: 'a', value: { n: 1 }, ttl: 300 });
    const parsed = format.parse({ value: '11/23/2026', type: format.Type.DATE });
    return [box.get({ key: 'a' }), box.get({ key: 'b', loader: () => 'loaded' }), xml.escape('<a&b>'), encode.convert({ string: 'abc', inputEncoding: 'UTF_8', outputEncoding: 'BASE_64' }),
      parsed.getFullYear(), parsed.getMonth(), format.format({ value: new Date(Date.UTC(2026, 10, 23, 17, 5)), type: format.Type.DATETIMETZ, timezone: format.Timezone.EUROPE_BERLIN }),
      url.resolveScript({ scriptId: 'customscript_acme_page', deploymentId: 'customdeploy_acme_page', params: { a: 'b c' } }).replace(/script=\\d+/, 'script=n'),
      url.resolveRecord({ recordType: 'customer', recordId: 5 }), random.generateUUID().length, runtime.isFeatureInEffect({ feature: 'SUBSIDIARIES' })];`),
  ['{"n":1}', 'loaded', '&lt;a&amp;b&gt;', 'YWJj', 2026, 10, '11/23/2026 6:05:00 pm', '/app/site/hosting/scriptlet.nl?script=n&deploy=1&compid=TSTDRV7777777&a=b+c', '/app/common/entity/custjob.nl?id=5', 36, false]);
  await assert.rejects(script("cache.getCache({ name: 'box' }).put({ key: 'a', value: '1', ttl: 60 })"), failing('SSS_INVALID_TTL'));
  await assert.rejects(script("throw error.create({ name: 'MY_CODE', message: 'mine' })"), failing('MY_CODE'));
});

test('errors of the platform have a name and are caught by it', async () => {
  assert.equal(await script(`try { record.load({ type: 'customer', id: 424242 }); } catch (caught) { return caught.name + ' / ' + caught.message; }`), 'RCRD_DSNT_EXIST / That record does not exist.');
});

test('script logs are kept for the control API, by level', async () => {
  await script("log.error({ title: 'Sync', details: { failed: 2 } })");
  assert.deepEqual(willow.control.logs().find(({ title }) => title === 'Sync')?.details, '{"failed":2}');
});

test('another unknown host is never reached', async () => {
  await assert.rejects(script("https.get({ url: 'https://partner.example/' })"), failing('SSS_UNKNOWN_HOST'));
  await assert.rejects(script("https.get({ url: 'http://partner.example/' })"), failing('SSS_INVALID_URL'));
});
