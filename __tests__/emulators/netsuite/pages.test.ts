import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Emulator } from '../../../emulators/netsuite/emulator.ts';
import { openWillow, signedIn, suitelet, visitor } from './willow.ts';
import type { Visitor } from './willow.ts';

let willow: Emulator;
let ada: Visitor;
let acme = 0;

before(async () => {
  willow = await openWillow();
  ada = await signedIn(willow, 'ada@willow.example');
  const [customer] = await willow.control.import([{ type: 'customer', values: { companyname: 'Acme <script>alert(1)</script> Ltd', phone: '(650) 555-0100', comments: 'likes tea' } }]);
  acme = customer?.id ?? 0;
});
after(() => willow.close());

test('somebody without a session is sent to the sign-in page and back to where they wanted to go', async () => {
  const stranger = visitor(willow);
  const sent = await stranger.get(`/app/common/entity/custjob.nl?id=${acme}`);
  assert.equal(sent.status, 302);
  assert.equal(sent.headers['location'], `/pages/customerlogin.jsp?returnTo=${encodeURIComponent(`/app/common/entity/custjob.nl?id=${acme}`)}`);
  const done = await stranger.submit(String(sent.headers['location']), '/app/login/secure/enterpriselogin.nl', { email: 'ada@willow.example', password: 'correct horse' });
  assert.equal(done.headers['location'], `/app/common/entity/custjob.nl?id=${acme}`);
  assert.match(String(done.headers['set-cookie']), /HttpOnly; SameSite=Lax/);
});

test('a wrong password is said so, and signs nobody in', async () => {
  const stranger = visitor(willow);
  const answer = await stranger.submit('/pages/customerlogin.jsp', '/app/login/secure/enterpriselogin.nl', { email: 'ada@willow.example', password: 'wrong' });
  assert.match(answer.body, /invalid email address or password/);
  assert.equal((await stranger.get('/app/center/card.nl?sc=-29')).status, 302);
});

test('a return address outside the account is not followed', async () => {
  const stranger = visitor(willow);
  const answer = await stranger.submit('/pages/customerlogin.jsp?returnTo=//evil.example/', '/app/login/secure/enterpriselogin.nl', { email: 'ada@willow.example', password: 'correct horse' });
  assert.equal(answer.headers['location'], '/app/center/card.nl?sc=-29');
});

test('who has several roles chooses one, and a change of role ends the session of the old one', async () => {
  const ben = visitor(willow);
  const first = await ben.submit('/pages/customerlogin.jsp', '/app/login/secure/enterpriselogin.nl', { email: 'ben@willow.example', password: 'battery staple' });
  assert.match(String(first.headers['location']), /changerole/);
  assert.match((await ben.get('/app/login/secure/changerole.nl')).body, /Own Customers/);
  const old = String(first.headers['set-cookie']).split(';')[0] ?? '';
  await ben.submit('/app/login/secure/changerole.nl', '/app/login/secure/changerole.nl', { role: 'customrole_own' });
  assert.match((await ben.get(suitelet('who'))).body, /customrole_own/);
  const left = await visitor(willow).ask('GET', suitelet('who'), { headers: { cookie: old } });
  assert.equal(left.status, 302);
});

test('a customer page has its fields, its activities, and a hostile name as text', async () => {
  const [call] = await willow.control.import([{ type: 'phonecall', values: { title: 'Inbound call', status: 'COMPLETE', company: acme } }], { as: { email: 'ada@willow.example' } });
  const page = await ada.get(`/app/common/entity/custjob.nl?id=${acme}`);
  assert.equal(page.status, 200);
  assert.match(page.body, /data-walkthrough="Field:phone"/);
  assert.match(page.body, /\(650\) 555-0100/);
  assert.doesNotMatch(page.body, /<script>alert/);
  assert.match(page.body, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
  assert.match(page.body, new RegExp(`data-sublist="activities"[\\s\\S]*call\\.nl\\?id=${call?.id}[\\s\\S]*Inbound call`));
  assert.match(page.body, /id="acme-mark">role customrole_acme_service</);
});

test('buttons and modules that a user event adds are in the page, and the module is served from the File Cabinet', async () => {
  const [call] = await willow.control.import([{ type: 'phonecall', values: { title: 'With a button' } }], { as: { email: 'ada@willow.example' } });
  const page = await ada.get(`/app/crm/calendar/call.nl?id=${call?.id}`);
  assert.match(page.body, /data-function="openAcme"/);
  const url = /"url":"(\/core\/media\/media\.nl[^"]*_xt=\.js)"/.exec(page.body)?.[1]?.replace(/\\u0026/g, '&') ?? '';
  const script = await ada.get(url);
  assert.match(String(script.headers['content-type']), /^application\/javascript/);
  assert.match(script.body, /openAcme/);
  assert.equal((await visitor(willow).get(url)).status, 302);
  assert.equal((await ada.get(url.replace(/h=\w/, 'h=!'))).status, 404);
});

test('an account that does not serve scripts as JavaScript can be imitated', async () => {
  const plain = await openWillow({ behaviour: { fileCabinetScripts: false } });
  try {
    const who = await signedIn(plain, 'ada@willow.example');
    const url = await plain.control.run(`define(['N/file'], (file) => ({ run: () => file.load({ id: '/SuiteScripts/acme/greeting.js' }).url }))`) as string;
    assert.match(String((await who.get(url)).headers['content-type']), /^text\/plain/);
  } finally {
    await plain.close();
  }
});

test('a customer is edited in the form, and a form opened before somebody else saved is refused with what was typed', async () => {
  const path = `/app/common/entity/custjob.nl?id=${acme}`;
  const page = await ada.get(`${path}&e=T`);
  const token = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
  const version = /name="_version" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
  const post = (values: Record<string, string>) => ada.ask('POST', path, { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ _csrf: token, _version: version, ...values }).toString() });
  const saved = await post({ phone: '+44 20 7946 0018' });
  assert.equal(saved.headers['location'], path);
  assert.match((await ada.get(path)).body, /\+44 20 7946 0018/);
  const late = await post({ phone: '555 0199' });
  assert.equal(late.status, 200);
  assert.match(late.body, /Record has been changed/);
  assert.match(late.body, /value="555 0199"/);
  assert.equal((await post({ _csrf: 'forged', phone: '1' })).status, 403);
});

test('a phone call is made in the form, and a form without its subject comes back', async () => {
  const saved = await ada.submit('/app/crm/calendar/call.nl', '/app/crm/calendar/call.nl', { title: 'Ring back Mrs. Pell', company: String(acme), startdate: '11/23/2026', status: 'SCHEDULED', priority: 'HIGH' });
  assert.equal(saved.status, 302);
  const page = await ada.get(String(saved.headers['location']));
  assert.match(page.body, /Ring back Mrs\. Pell/);
  assert.match(page.body, /11\/23\/2026/);
  const refused = await ada.submit('/app/crm/calendar/call.nl', '/app/crm/calendar/call.nl', { title: '', startdate: '11/23/2026' });
  assert.match(refused.body, /Please enter value\(s\) for: Subject/);
});

test('lists show who is there and find by name', async () => {
  await willow.control.import([{ type: 'lead', values: { companyname: 'Lumen Works', phone: '030 123456' } }, { type: 'vendor', values: { companyname: 'Paper Mill' } }, { type: 'contact', values: { firstname: 'Ida', lastname: 'Holm', company: acme } }]);
  assert.match((await ada.get('/app/common/entity/custjoblist.nl?stage=Lead')).body, /Lumen Works/);
  assert.doesNotMatch((await ada.get('/app/common/entity/custjoblist.nl')).body, /Lumen Works/);
  assert.match((await ada.get('/app/common/entity/vendorlist.nl?search=paper')).body, /Paper Mill/);
  assert.match((await ada.get('/app/common/entity/contactlist.nl')).body, /Ida Holm/);
  assert.match((await ada.get('/app/common/entity/employeelist.nl')).body, /Gil Reyes/);
  assert.match((await ada.get('/app/crm/calendar/calllist.nl')).body, /Phone Calls/);
});

test('a role that may not see a record is told so on a page', async () => {
  const gil = await signedIn(willow, 'gil@willow.example');
  const page = await gil.get(`/app/common/entity/custjob.nl?id=${acme}`);
  assert.equal(page.status, 200);
  assert.match(page.body, /INSUFFICIENT_PERMISSION/);
  assert.doesNotMatch(page.body, /555-0100/);
});

test('a sales rep who sees only their own customers does not see others', async () => {
  const ben = await signedIn(willow, 'ben@willow.example', 'customrole_own');
  assert.match((await ben.get(`/app/common/entity/custjob.nl?id=${acme}`)).body, /That record does not exist/);
  assert.doesNotMatch((await ben.get('/app/common/entity/custjoblist.nl')).body, /Acme &lt;script/);
});

test('the home page has the portlets and a menu with our category', async () => {
  const home = await ada.get('/app/center/card.nl?sc=-29');
  assert.match(home.body, /News for Ada Marsh/);
  assert.match(home.body, /id="acme-news"/);
  assert.match(home.body, /Open Acme/);
});

test('a Suitelet answers, sets the headers it may, and shows what it throws on a page', async () => {
  const who = await ada.get(suitelet('who'));
  assert.match(String(who.headers['content-type']), /application\/json/);
  assert.equal(who.headers['x-frame-options'], 'DENY');
  assert.deepEqual(JSON.parse(who.body), { id: JSON.parse(who.body).id, role: 'administrator', greeting: 'Hello, Ada Marsh', days: 7 });
  const header = await ada.get(suitelet('header'));
  assert.equal(header.status, 200);
  assert.match(header.body, /SSS_INVALID_HEADER/);
  const boom = await ada.get(suitelet('boom'));
  assert.equal(boom.status, 200);
  assert.match(boom.body, /the &lt;b&gt;kettle&lt;\/b&gt; is cold/);
  assert.match((await ada.get(suitelet('unknown'))).body, /N\/record: transform is not emulated/);
  assert.match((await ada.get(suitelet('form'))).body, /custpage_name/);
});

test('a Suitelet keeps values in the session', async () => {
  const first = JSON.parse((await ada.get(suitelet('session'))).body);
  const second = JSON.parse((await ada.ask('POST', suitelet('session'), { headers: { 'content-type': 'application/json' }, body: '{"a":1}' })).body);
  assert.equal(first.before, null);
  assert.deepEqual(second, { before: '1', method: 'POST', body: '{"a":1}' });
});

test('an audience is checked, an elevated Suitelet runs as its own role, and an unknown one is named', async () => {
  const ben = await signedIn(willow, 'ben@willow.example', 'customrole_desk');
  assert.match((await ben.get(suitelet('who', 'customdeploy_acme_admins'))).body, /You do not have privileges to view this page/);
  assert.match((await ben.get(suitelet('note'))).body, /INSUFFICIENT_PERMISSION/);
  assert.match((await ben.get(suitelet('note', 'customdeploy_acme_elevated'))).body, /^\d+$/);
  assert.match((await ben.get('/app/site/hosting/scriptlet.nl?script=customscript_none&deploy=1')).body, /SSS_INVALID_SCRIPTLET_ID/);
});

test('RESTlets keep their rules of content types, methods and errors', async () => {
  const stranger = visitor(willow);
  const nobody = await stranger.rest({});
  assert.equal(nobody.status, 401);
  assert.equal(nobody.json.error.code, 'INVALID_LOGIN_ATTEMPT');
  assert.equal((await ada.rest('a=1', { type: 'application/x-www-form-urlencoded' })).status, 415);
  assert.equal((await ada.rest({}, { method: 'PUT' })).status, 405);
  assert.equal((await ada.rest('hello', { type: 'text/plain' })).body, 'You said hello');
  const broken = await ada.rest('{"a":');
  assert.equal(broken.status, 400);
  assert.match(broken.json.error.message, /SyntaxError/);
  const thrown = await ada.rest({});
  assert.deepEqual([thrown.status, thrown.json.error.code], [400, 'UNEXPECTED_ERROR']);
  const got = await ada.ask('GET', '/app/site/hosting/restlet.nl?script=customscript_acme_door&deploy=1&a=1');
  assert.deepEqual(JSON.parse(got.body), { parameters: { a: '1' }, plain: true });
});

test('custom records have a list and pages of their own, for roles on their permission list', async () => {
  const made = Number((await ada.get(suitelet('note'))).body);
  const rectype = /rectype=(\d+)/.exec(String(await willow.control.run(`define(['N/url'], (url) => ({ run: () => url.resolveRecord({ recordType: 'customrecord_acme_note', recordId: ${made} }) }))`)))?.[1] ?? '';
  assert.match((await ada.get(`/app/common/custom/custrecordentrylist.nl?rectype=${rectype}`)).body, /Acme Note/);
  assert.match((await ada.get(`/app/common/custom/custrecordentry.nl?rectype=${rectype}&id=${made}`)).body, /from the page/);
  const ben = await signedIn(willow, 'ben@willow.example', 'customrole_desk');
  assert.match((await ben.get(`/app/common/custom/custrecordentry.nl?rectype=${rectype}&id=${made}`)).body, /INSUFFICIENT_PERMISSION/);
});

test('a record lists the custom records whose parent it is, and deleting it empties that reference or is refused, as the field says', async () => {
  const run = (body: string) => willow.control.run(`define(['N/record', 'N/query'], (record, query) => ({ run: () => { ${body} } }))`);
  const calls = [1, 2].map(() => run("return record.create({ type: 'phonecall' }).setValue({ fieldId: 'title', value: 'Tea delivery' }).setValue({ fieldId: 'assigned', value: query.runSuiteQL('SELECT MIN(id) AS id FROM employee').asMappedResults()[0].id }).save();"));
  const [parent, about] = (await Promise.all(calls)).map(Number);
  const note = Number(await run(`return record.create({ type: 'customrecord_acme_note' }).setValue({ fieldId: 'custrecord_acme_text', value: '<i>Oolong</i>' }).setValue({ fieldId: 'custrecord_acme_call', value: ${parent} }).setValue({ fieldId: 'custrecord_acme_about', value: ${about} }).save();`));
  const page = (await ada.get(`/app/crm/calendar/call.nl?id=${parent}`)).body;
  assert.match(page, /data-sublist="recmachcustrecord_acme_call"[\s\S]*&lt;i&gt;Oolong&lt;\/i&gt;/);
  assert.doesNotMatch((await ada.get(`/app/crm/calendar/call.nl?id=${about}`)).body, /Oolong/);
  const ben = await signedIn(willow, 'ben@willow.example', 'customrole_desk');
  assert.doesNotMatch((await ben.get(`/app/crm/calendar/call.nl?id=${parent}`)).body, /Oolong/);
  await assert.rejects(run(`record.delete({ type: 'phonecall', id: ${about} })`), /dependent records/);
  await run(`record.delete({ type: 'phonecall', id: ${parent} })`);
  assert.deepEqual(await run(`return query.runSuiteQL('SELECT custrecord_acme_call AS parent, custrecord_acme_about AS about FROM customrecord_acme_note WHERE id = ${note}').asMappedResults();`), [{ parent: null, about }]);
});

test('an idle session has ended, and what is too large is refused', async () => {
  const sleepy = await openWillow({ behaviour: { sessionIdleMs: -1 } });
  try {
    const late = await signedIn(sleepy, 'ada@willow.example');
    assert.equal((await late.get('/app/center/card.nl?sc=-29')).status, 302);
  } finally {
    await sleepy.close();
  }
  const large = await ada.ask('POST', suitelet('session'), { headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(10 * 1024 * 1024 + 1) });
  assert.equal(large.status, 413);
});

test('another host name is not served', async () => {
  assert.equal((await ada.ask('GET', '/app/center/card.nl', { host: 'evil.example' })).status, 421);
});

test('sign-out ends the session', async () => {
  const someone = await signedIn(willow, 'ada@willow.example');
  await someone.submit('/app/center/card.nl?sc=-29', '/app/login/secure/logout.nl', {});
  assert.equal((await someone.get('/app/center/card.nl?sc=-29')).status, 302);
});
