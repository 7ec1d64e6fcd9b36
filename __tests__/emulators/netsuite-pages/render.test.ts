import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderPage, renderRoleChoice, renderSignIn } from '../../../emulators/netsuite/pages/render.ts';
import { customerForm, customerList, customerPage, dashboard, field, frame } from './models.ts';

const HOSTILE = `</script><script>alert('x')</script><img src=x onerror="alert(1)">`;

test('a field in view mode stands in the markup known from NetSuite', () => {
  const page = renderPage(customerPage());
  assert.ok(page.includes('<div class="uir-field-wrapper" data-field-type="phone" data-walkthrough="Field:phone" data-nsps-type="field"><span id="phone_fs_lbl_uir_label" class="uir-label"><span id="phone_fs_lbl">Phone</span></span><span class="uir-field inputreadonly" data-nsps-type="field_input">+46 8 446 830 70</span></div>'));
  assert.ok(page.includes('<a class="dottedlink" href="/app/common/entity/employee.nl?id=7">Nora Lindqvist</a>'));
});

test('a field in edit mode is an input named after it, inside the form main_form', () => {
  const page = renderPage(customerForm(), { csrf: 'token-of-nora', url: '/x' });
  assert.match(page, /<form name="main_form"[^>]* method="post" action="\/app\/common\/entity\/custjob\.nl\?id=1021"/);
  assert.match(page, /<span id="phone_fs"[^>]*><input type="tel" class="input" id="phone" name="phone" value="\+46 8 446 830 70"><\/span>/);
  assert.match(page, /name="_csrf" value="token-of-nora"/);
  assert.match(page, /name="_version" value="3"/);
});

test('an account that links phone numbers shows them as tel: links, in view mode only', () => {
  const linked = renderPage(customerPage(), { csrf: '', url: '/x', telLinks: true });
  assert.match(linked, /<a href="tel:\+46844683070">\+46 8 446 830 70<\/a>/);
  assert.doesNotMatch(renderPage(customerPage()), /tel:/);
  assert.doesNotMatch(renderPage(customerForm(), { csrf: '', url: '/x', telLinks: true }), /href="tel:/);
});

test('a hostile name stays text wherever it shows', () => {
  const columns = [{ id: 'name', label: HOSTILE }];
  const pages = [
    renderPage(customerPage({ title: HOSTILE, fields: [field('companyname', HOSTILE, 'text', HOSTILE, { help: HOSTILE })], messages: [{ level: 'error', title: HOSTILE, text: HOSTILE }], sublists: [{ id: 'activities', label: HOSTILE, subtab: 'activitiestab', columns, rows: [{ link: null, cells: { name: HOSTILE } }], emptyText: '' }] })),
    renderPage(customerForm({ title: HOSTILE, fields: ['text', 'textarea', 'select', 'multiselect', 'checkbox', 'inline'].map((type) => field(type, HOSTILE, type, HOSTILE, { options: [{ value: HOSTILE, text: HOSTILE }] })), buttons: [{ id: 'custpage_x', label: HOSTILE, functionName: HOSTILE }] })),
    renderPage({ ...customerList, title: HOSTILE, search: HOSTILE, columns, rows: [{ link: null, editLink: null, cells: { name: HOSTILE } }] }, { csrf: '', url: `/list?a=${HOSTILE}` }),
    renderPage({ kind: 'notice', frame: { ...frame, companyName: HOSTILE, user: { id: 1, name: HOSTILE, email: HOSTILE } }, code: HOSTILE, title: HOSTILE, text: HOSTILE }),
    renderSignIn({ companyName: HOSTILE, people: [{ name: HOSTILE, email: HOSTILE, hint: HOSTILE }], email: HOSTILE, error: HOSTILE, returnTo: HOSTILE, csrf: HOSTILE }),
    renderRoleChoice({ companyName: HOSTILE, userName: HOSTILE, roles: [{ id: HOSTILE, name: HOSTILE, current: true }], returnTo: HOSTILE, csrf: HOSTILE }),
  ];
  for (const page of pages) {
    assert.ok(page.includes('&lt;script&gt;alert'));
    assert.doesNotMatch(page, /<script>alert|<img src=x/);
  }
});

test('an address that runs script is shown, not linked', () => {
  const page = renderPage(customerPage({ fields: [field('url', 'Web Address', 'url', 'javascript:alert(1)'), field('site', 'Site', 'url', 'https://bjorkman.example')] }));
  assert.doesNotMatch(page, /href="javascript:/);
  assert.match(page, /href="https:\/\/bjorkman\.example"/);
});

test('INLINEHTML fields and portlets keep the HTML a script wrote', () => {
  const markup = '<div id="desk"><script>window.desk = "open & ready"</script></div>';
  assert.ok(renderPage(customerPage({ fields: [field('custpage_desk', '', 'inlinehtml', markup)] })).includes(markup));
  assert.ok(renderPage({ ...dashboard, portlets: [{ title: 'Desk', html: markup, scripted: true }] }).includes(markup));
});

test('the home dashboard leads to all that the menu holds, and never back to itself', () => {
  const page = renderPage({ ...dashboard, portlets: [] });
  const [, shortcuts = ''] = /aria-label="Shortcuts">(.*?)<\/section>/s.exec(page) ?? [];
  assert.match(shortcuts, /href="\/app\/crm\/calendar\/calllist\.nl">Phone Calls</);
  assert.doesNotMatch(shortcuts, />Home</);
});

test('a hidden field is a hidden input and has no label', () => {
  const page = renderPage(customerPage({ fields: [field('custevent_state', 'State', 'text', 'a "quoted" value', { displayType: 'hidden' })] }));
  assert.ok(page.includes('<input type="hidden" id="custevent_state" name="custevent_state" value="a &quot;quoted&quot; value">'));
  assert.doesNotMatch(page, /custevent_state_fs_lbl/);
});

test('a chosen value outside the offered ones is kept by the form', () => {
  const page = renderPage(customerForm({ fields: [field('salesrep', 'Sales Rep', 'select', '99', { text: 'Former Colleague', options: [{ value: '7', text: 'Nora Lindqvist' }] })] }));
  assert.match(page, /<option value="99" selected>Former Colleague<\/option>/);
});

test('the platform offers only what the role may do', () => {
  const page = renderPage(customerPage({ actions: { edit: null, save: null, cancel: null } }));
  assert.doesNotMatch(page, /id="edit"/);
  assert.doesNotMatch(renderPage({ ...customerList, newLink: null }), /id="new"/);
});

test('the pages of a list keep its search and its other parameters', () => {
  const page = renderPage(customerList, { csrf: '', url: '/app/common/entity/custjoblist.nl?searchtype=Cust&search=Bj%C3%B6rk&page=2' });
  assert.match(page, /rel="prev" href="\/app\/common\/entity\/custjoblist\.nl\?searchtype=Cust&amp;search=Bj%C3%B6rk&amp;page=1"/);
  assert.match(page, /<input type="hidden" name="searchtype" value="Cust">/);
  assert.match(page, /rel="next"/);
});
