import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createViewer, type Viewer } from './open-page.ts';
import { customerForm, customerPage, field } from './models.ts';

let viewer: Viewer;
before(async () => { viewer = await createViewer(); });
after(async () => { await viewer.close(); });

/** Attaches a script whose body says what it found, in #said. */
const saying = (name: string, modules: string[], body: string) => viewer.attach(name, `define(${JSON.stringify(modules)}, function (a, b, c) {
  function say(what) { var said = document.createElement('output'); said.id = 'said'; said.textContent = JSON.stringify(what); document.body.append(said); }
  ${body}
});`);
const said = async (page: { locator(selector: string): { textContent(): Promise<string | null> } }): Promise<unknown> => JSON.parse((await page.locator('#said').textContent()) ?? '');

test('on a page in view mode the body of an attached module runs and pageInit does not', async () => {
  const script = viewer.attach('greeter', `define([], function () { document.body.dataset.body = 'ran'; return { pageInit: function () { document.body.dataset.init = 'ran'; } }; });`);
  const page = await viewer.open(customerPage({ clientModules: [script] }));
  await page.locator('body[data-body=ran]').waitFor();
  assert.equal(await page.locator('body').getAttribute('data-init'), null);
  assert.deepEqual(page.errors, []);
});

test('a script learns who looks at the page, and the addresses of scripts and records', async () => {
  const script = saying('who', ['N/runtime', 'N/url'], `say([a.accountId, a.getCurrentUser().roleId, a.isFeatureInEffect({ feature: 'CRM' }), a.isFeatureInEffect({ feature: 'SUBSIDIARIES' }),
    b.resolveScript({ scriptId: 'customscript_desk_sl', deploymentId: 'customdeploy_desk_sl', params: { q: 'a&b' } }),
    b.resolveScript({ scriptId: 'customscript_desk_rl', deploymentId: 2 }),
    b.resolveRecord({ recordType: 'customer', recordId: 1021, isEditMode: true }), b.resolveTaskLink({ id: 'LIST_CALL' }), b.resolveDomain({ hostType: b.HostType.APPLICATION })]);`);
  const page = await viewer.open(customerPage({ clientModules: [script] }));
  assert.deepEqual(await said(page), [
    'TSTDRV2104477', 'customrole_sales', true, false,
    '/app/site/hosting/scriptlet.nl?script=41&deploy=1&compid=TSTDRV2104477&q=a%26b',
    '/app/site/hosting/restlet.nl?script=42&deploy=2&compid=TSTDRV2104477',
    '/app/common/entity/custjob.nl?id=1021&e=T', '/app/crm/calendar/calllist.nl', new URL(viewer.server.origin).host,
  ]);
});

test('a script reads the record of the page in view mode', async () => {
  const script = saying('reader', ['N/currentRecord'], `var r = a.get(); say([r.type, r.id, r.getValue('phone'), r.getValue({ fieldId: 'salesrep' }), r.getText({ fieldId: 'salesrep' }), r.getValue('isinactive'), r.getValue('creditlimit'), r.getField({ fieldId: 'phone' }).label, r.getValue('unknown') === undefined]);`);
  const page = await viewer.open(customerPage({ clientModules: [script] }));
  assert.deepEqual(await said(page), ['customer', 1021, '+46 8 446 830 70', '7', 'Nora Lindqvist', false, 2500, 'Phone', true]);
});

test('a hostile value reaches the script as it is and does nothing on the way', async () => {
  const hostile = '</script><script>document.body.dataset.broken="yes"</script>\u2028';
  const script = saying('hostile', ['N/currentRecord'], `say(a.get().getValue('companyname'));`);
  const page = await viewer.open(customerPage({ fields: [field('companyname', 'Company Name', 'text', hostile)], clientModules: [script] }));
  assert.equal(await said(page), hostile);
  assert.equal(await page.locator('body').getAttribute('data-broken'), null);
});

test('a member that is not emulated says so by name, and asking for a promise or JSON of a module does no harm', async () => {
  const script = saying('beyond', ['N/url', 'N/currentRecord', 'N/runtime'], `var names = [];
    [function () { a.resolveEverything(); }, function () { b.get().getSublist({ sublistId: 'item' }); }, function () { c.getCurrentSession(); }].forEach(function (attempt) { try { attempt(); } catch (e) { names.push(e.name + ': ' + e.message); } });
    Promise.resolve(a).then(function (same) { say(names.concat([same === a, typeof JSON.stringify(b), a.__esModule === undefined])); });`);
  const page = await viewer.open(customerPage({ clientModules: [script] }));
  assert.deepEqual(await said(page), [
    'NotEmulated: N/url: resolveEverything is not emulated in the browser',
    'NotEmulated: N/currentRecord.CurrentRecord: getSublist is not emulated in the browser',
    'NotEmulated: N/runtime: getCurrentSession is not emulated in the browser',
    true, 'string', true,
  ]);
});

test('a module that is not emulated, or a script that breaks, is reported and leaves the page and its other scripts alone', async () => {
  const page = await viewer.open(customerPage({
    clientModules: [
      viewer.attach('searcher', `define(['N/search'], function () {});`),
      viewer.attach('breaks', `define([], function () { throw new Error('broken on purpose'); });`),
      viewer.attach('does-not-parse', 'define([], function () {'),
      viewer.attach('fine', `define([], function () { document.body.dataset.fine = 'yes'; });`),
    ],
  }));
  await page.locator('body[data-fine=yes]').waitFor();
  await page.getByRole('tab', { name: 'Marketing' }).click();
  await page.getByText('Rings before nine.').waitFor();
  const messages = page.errors.map((error) => error.message).join('\n');
  assert.match(messages, /N\/search: the module is not emulated/);
  assert.match(messages, /broken on purpose/);
  assert.equal(page.errors.length >= 3, true, messages);
});

test('a button calls the function exported by the attached module, with the arguments written beside its name', async () => {
  const script = viewer.attach('desk', `define([], function () { return { openDesk: function (floor, name) { document.body.dataset.desk = floor + ' ' + name; } }; });`);
  const page = await viewer.open(customerPage({ clientModules: [script], buttons: [{ id: 'custpage_desk', label: 'Front Desk', functionName: `openDesk(2, 'north')` }, { id: 'custpage_lost', label: 'Lost', functionName: 'nowhere' }] }));
  await page.getByRole('button', { name: 'Front Desk' }).click();
  await page.locator('body[data-desk="2 north"]').waitFor();
  const reported = page.waitForEvent('pageerror');
  await page.getByRole('button', { name: 'Lost' }).click();
  assert.match((await reported).message, /exports nowhere/);
});

test('a script asks the server with N/https, at once or by promise', async () => {
  viewer.server.put('/desk?floor=2', JSON.stringify({ waiting: 3 }), 'application/json');
  const script = saying('asker', ['N/https'], `var now = a.get({ url: '/desk?floor=2' });
    a.post.promise({ url: '/desk?floor=2', body: JSON.stringify({ hello: 1 }), headers: { 'Content-Type': 'application/json', 'X-Desk': 'yes' } }).then(function (later) {
      a.request.promise({ method: a.Method.GET, url: '/missing' }).then(function (missing) {
        var refused = ''; try { a.get({ url: 'http://elsewhere.example/' }); } catch (e) { refused = e.name; }
        say([now.code, JSON.parse(now.body).waiting, later.code, missing.code, refused, /json/.test(now.headers['content-type'])]); }); });`);
  const page = await viewer.open(customerPage({ clientModules: [script] }));
  assert.deepEqual(await said(page), [200, 3, 200, 404, 'SSS_INVALID_URL', true]);
  assert.equal(viewer.server.posted.at(-1)?.text, '{"hello":1}');
});

test('a script shows a message and asks with a dialog', async () => {
  const script = viewer.attach('asks', `define(['N/ui/message', 'N/ui/dialog'], function (message, dialog) {
    var banner = message.create({ type: message.Type.WARNING, title: 'Desk', message: 'The desk closes at <b>six</b>.' }); banner.show();
    dialog.confirm({ title: 'Close it now?', message: 'Two people are waiting.' }).then(function (yes) { if (yes) banner.hide(); document.body.dataset.answer = String(yes); });
  });`);
  const page = await viewer.open(customerPage({ clientModules: [script] }));
  await page.getByText('The desk closes at six.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  await page.locator('body[data-answer=true]').waitFor();
  assert.equal(await page.getByText('The desk closes at six.').count(), 0);
});

test('in edit mode a form runs pageInit, fieldChanged and validateField, and a script writes into it', async () => {
  const script = viewer.attach('editor', `define(['N/currentRecord'], function (currentRecord) { var log = []; function tell() { document.body.dataset.log = log.join('|'); } return {
    pageInit: function (context) { log.push('init ' + context.mode + ' ' + context.currentRecord.id); tell(); },
    validateField: function (context) { return context.fieldId !== 'email' || context.currentRecord.getValue('email').indexOf('@') > 0; },
    fieldChanged: function (context) { log.push(context.fieldId + '=' + context.currentRecord.getValue(context.fieldId)); if (context.fieldId === 'companyname') { context.currentRecord.setValue({ fieldId: 'isinactive', value: true }); currentRecord.get().setValue({ fieldId: 'salesrep', value: 8, ignoreFieldChange: true }); } tell(); } }; });`, { events: true });
  const page = await viewer.open(customerForm({ clientModules: [script] }));
  await page.locator('body[data-log="init edit 1021"]').waitFor();
  await page.getByLabel('Company Name').fill('Björkman AB');
  await page.getByLabel('Email').click();
  await page.locator('body[data-log="init edit 1021|companyname=Björkman AB|isinactive=true"]').waitFor();
  assert.equal(await page.getByLabel('Sales Rep').inputValue(), '8');
  await page.getByLabel('Email').fill('no mail');
  await page.getByLabel('Phone').click();
  await page.waitForFunction(`document.getElementById('email').value === 'office@bjorkman.example'`);
  assert.doesNotMatch((await page.locator('body').getAttribute('data-log')) ?? '', /email/);
});

test('a save goes out only when every saveRecord says true and no required field is empty', async () => {
  viewer.server.put('/app/common/entity/custjob.nl?id=1021', 'saved');
  const script = viewer.attach('keeper', `define([], function () { return { saveRecord: function (context) { document.body.dataset.asked = 'yes'; return context.currentRecord.getValue('phone') !== ''; } }; });`, { events: true });
  const page = await viewer.open(customerForm({ clientModules: [script] }));
  const before = viewer.server.posted.length;
  await page.getByLabel('Company Name').fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Please enter value(s) for: Company Name').waitFor();
  await page.getByLabel('Company Name').fill('Björkman AB');
  await page.getByLabel('Phone').fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('body[data-asked=yes]').waitFor();
  assert.equal(viewer.server.posted.length, before);
  await page.getByLabel('Phone').fill('08-446 830 70');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('saved').waitFor();
  const { body } = viewer.server.posted.at(-1) ?? assert.fail('nothing was posted');
  assert.deepEqual(
    ['companyname', 'phone', 'isinactive', '_csrf', '_id', '_type', '_version'].map((name) => body.getAll(name).at(-1)),
    ['Björkman AB', '08-446 830 70', 'F', 'token-of-nora', '1021', 'customer', '3'],
  );
});

test('a form written by a Suitelet is filled in, sent by its submit button and runs pageInit as a new one', async () => {
  viewer.server.put('/page?saved=1', 'thank you');
  const script = viewer.attach('desk-form', `define([], function () { return { pageInit: function (context) { document.body.dataset.mode = context.mode; } }; });`, { events: true });
  const page = await viewer.open(customerForm({
    mode: 'suitelet', title: 'Front Desk', record: null, actions: { edit: null, save: null, cancel: null }, groups: [], subtabs: [], sublists: [],
    fields: [
      field('custpage_floor', 'Floor', 'integer', '2'), field('custpage_open', 'Open', 'checkbox', 'F'),
      field('custpage_days', 'Days', 'multiselect', 'mon', { options: [{ value: 'mon', text: 'Monday' }, { value: 'tue', text: 'Tuesday' }] }),
      field('custpage_notes', 'Notes', 'textarea', ''), field('custpage_house', 'House', 'text', 'North', { displayType: 'inline' }),
    ],
    buttons: [{ id: 'submitter', label: 'Keep', functionName: '' }], clientModules: [script],
  }), { url: '/page?saved=1' });
  await page.locator('body[data-mode=create]').waitFor();
  await page.getByLabel('Open').check();
  await page.getByLabel('Days').selectOption(['mon', 'tue']);
  await page.getByLabel('Notes').fill('Ring twice');
  await page.getByRole('button', { name: 'Keep' }).click();
  await page.getByText('thank you').waitFor();
  const { body } = viewer.server.posted.at(-1) ?? assert.fail('nothing was posted');
  assert.deepEqual([body.get('custpage_floor'), body.getAll('custpage_open').at(-1), body.getAll('custpage_days').filter(Boolean), body.get('custpage_notes'), body.get('custpage_house')], ['2', 'T', ['mon', 'tue'], 'Ring twice', 'North']);
  assert.deepEqual(page.errors, []);
});
