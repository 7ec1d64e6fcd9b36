import cache = require('N/cache');
import random = require('N/crypto/random');
import file = require('N/file');
import log = require('N/log');
import query = require('N/query');
import record = require('N/record');
import runtime = require('N/runtime');
import search = require('N/search');
import serverWidget = require('N/ui/serverWidget');
import url = require('N/url');
import * as v from 'valibot';
import * as app from '../../../src/server/entries/app.suitelet.ts';
import * as companion from '../../../src/server/entries/companion.user-event.ts';
import * as home from '../../../src/server/entries/home.portlet.ts';
import * as redirect from '../../../src/server/entries/redirect.suitelet.ts';
import { Boot } from '../../../src/wire/session/boot.ts';
import { createAccount, netSuiteError } from '../account.ts';

let headers: Record<string, string>;
let page: string;
let parameters: Record<string, string>;
/** A permission that the role has not. */
let lacking: string;

const response = { setHeader: ({ name, value }: { name: string; value: string }) => { headers[name] = value; }, write: ({ output }: { output: string }) => { page += output; } };
const open = (asset?: string): void => app.onRequest({ request: { parameters: asset ? { asset } : {} }, response } as never);
const bootOf = (html: string): Boot => v.parse(Boot, JSON.parse(/<script type="application\/json" id="rcns-boot"[^>]*>(.*?)<\/script>/s.exec(html)?.[1] ?? ''));

beforeEach(() => {
  headers = {};
  page = '';
  parameters = {};
  lacking = '';
  createAccount(101);
  jest.spyOn(runtime, 'getCurrentUser').mockReturnValue({ id: 101, name: '</script><script>alert(1)</script>', getPermission: ({ name }: { name: string }) => (name === lacking ? 0 : 4) } as never);
  jest.spyOn(runtime, 'getCurrentScript').mockReturnValue({ getParameter: ({ name }: { name: string }) => parameters[name] ?? null } as never);
  Object.assign(runtime, { Permission: { NONE: 0 }, executionContext: 'USERINTERFACE', ContextType: { USER_INTERFACE: 'USERINTERFACE' } });
  Object.assign(serverWidget, { FieldType: { INLINEHTML: 'inlinehtml' } });
  Object.assign(cache, { Scope: { PRIVATE: 'PRIVATE' } });
  jest.spyOn(random, 'generateUUID').mockReturnValue('1f0c2b3a-0000-4000-8000-000000000001');
  jest.spyOn(url, 'resolveScript').mockImplementation((({ scriptId }: { scriptId: string }) => `/app/site/hosting/scriptlet.nl?script=${scriptId}&deploy=1`) as never);
  jest.spyOn(cache, 'getCache').mockReturnValue({ get: ({ loader }: { loader: () => string }) => loader() } as never);
  jest.spyOn(file, 'load').mockImplementation((({ id }: { id: string }) => ({ url: `/core/media/media.nl?id=${id.split('/').pop()}`, getContents: () => `<style></style>contents of ${id}` })) as never);
  jest.spyOn(log, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

describe('the phone app', () => {
  test('tells its script who is asking and where everything is', () => {
    open();
    const boot = bootOf(page);
    expect(boot).toMatchObject({ account: 'TSTDRV1234567', user: { id: 101, name: '</script><script>alert(1)</script>' }, version: 'test', record: null, timings: null });
    expect(boot.urls).toMatchObject({ line: '/core/media/media.nl?id=line.js&v=test', calls: expect.stringContaining('customscript_rcns_calls') });
  });

  test('runs only its own scripts, whatever a user is called', () => {
    open();
    expect(headers['Content-Security-Policy']).toContain("script-src 'self' 'nonce-1f0c2b3a000040008000000000000001'");
    expect(headers['Content-Security-Policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'same-origin', 'Permissions-Policy': expect.stringContaining('microphone=(self)') });
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page).not.toContain('alert(1)</script>');
  });

  test("serves the line's script itself where the File Cabinet cannot", () => {
    parameters = { custscript_rcns_line_from: 'SUITELET' };
    open();
    expect(bootOf(page).urls.line).toContain('customscript_rcns_app&deploy=1&asset=line');
    expect(bootOf(page).urls.orders).toContain('customscript_rcns_app&deploy=1&asset=orders');
    page = '';
    open('orders');
    expect(page).toBe('<style></style>contents of /SuiteScripts/rcns/dist/orders.js');
    page = '';
    open('line');
    expect([headers['Content-Type'], page]).toEqual(['text/javascript; charset=utf-8', '<style></style>contents of /SuiteScripts/rcns/dist/line.js']);
  });

  test('tells the phone to ask before leaving where the account wants that', () => {
    open();
    expect(bootOf(page).askBeforeLeaving).toBe(false);
    page = '';
    parameters = { custscript_rcns_ask_leaving: 'T' };
    open();
    expect(bootOf(page).askBeforeLeaving).toBe(true);
  });

  test('gives notifications a service worker of its own, unless the account wants none', () => {
    open();
    expect(bootOf(page).urls.notifications).toContain('customscript_rcns_app&deploy=1&asset=notifications&v=');
    page = '';
    open('notifications');
    expect([headers['Content-Type'], page]).toEqual(['text/javascript; charset=utf-8', '<style></style>contents of /SuiteScripts/rcns/dist/notifications.js']);
    page = '';
    parameters = { custscript_rcns_plain_notify: 'T' };
    open();
    expect(bootOf(page).urls.notifications).toBeNull();
  });

  const settingsWith = (server: string): void => {
    jest.spyOn(search, 'create').mockReturnValue({ run: () => ({ getRange: () => [{ id: '1' }] }) } as never);
    jest.spyOn(record, 'load').mockReturnValue({ getValue: () => server } as never);
  };

  test('says where the phone runs: in a worker, unless the account wants a window', () => {
    settingsWith('');
    open();
    expect(bootOf(page).lineIn).toBe('worker');
    page = '';
    parameters = { custscript_rcns_line_in: 'WINDOW' };
    open();
    expect(bootOf(page).lineIn).toBe('window');
    page = '';
    parameters = {};
    app.onRequest({ request: { parameters: { line: 'window' } }, response } as never);
    expect(bootOf(page).lineIn).toBe('window');
  });

  test('may reach out to RingCentral only where it may run the phone itself', () => {
    const reaches = (): string => /connect-src ([^;]*)/.exec(headers['Content-Security-Policy'] ?? '')?.[1] ?? '';
    settingsWith('https://platform.ringcentral.com');
    open();
    expect(reaches()).toBe("'self'");
    parameters = { custscript_rcns_line_in: 'WINDOW' };
    open();
    expect(reaches()).toBe("'self' https://platform.ringcentral.com https://*.ringcentral.com wss://*.ringcentral.com wss://*.ringcentral.com:8083");
    settingsWith('http://ringcentral.localhost:8090');
    open();
    expect(reaches()).toBe("'self' http://ringcentral.localhost:8090 ws://ringcentral.localhost:*");
    settingsWith('https://example.com');
    open();
    expect(reaches()).toBe("'self'");
  });

  test('serves no other file', () => {
    open('../../secrets.js');
    expect(file.load).not.toHaveBeenCalledWith({ id: expect.stringContaining('secrets') });
  });

  test('takes trial timings, and shrugs at broken ones', () => {
    parameters = { custscript_rcns_timings: '{"dialGiveUpMs":200}' };
    open();
    expect(bootOf(page).timings).toEqual({ dialGiveUpMs: 200 });
    page = '';
    parameters = { custscript_rcns_timings: '{"dialGiveUpMs":' };
    open();
    expect(bootOf(page).timings).toBeNull();
  });
});

describe('the dashboard', () => {
  const rows = [{ id: 41, title: 'Inbound call · </script><b>Acme</b> · missed', day: '11/23/2026' }];
  const shown = () => {
    const portlet = { title: '', html: '' };
    home.render({ portlet } as never);
    return portlet;
  };
  const callsOf = (html: string): unknown => JSON.parse(/id="rcns-recent-calls">(.*?)<\/script>/s.exec(html)?.[1] ?? '');

  test('carries the phone and the calls of whoever looks', () => {
    const run = jest.spyOn(query, 'runSuiteQL').mockReturnValue({ asMappedResults: () => rows } as never);
    parameters = { custscript_rcns_por_timings: '{"dialGiveUpMs":200}' };
    const { title, html } = shown();
    expect(title).toBe('RingCentral');
    expect(bootOf(html)).toMatchObject({ user: { id: 101 }, record: null, timings: { dialGiveUpMs: 200 } });
    expect(callsOf(html)).toEqual([{ record: 41, title: 'Inbound call · </script><b>Acme</b> · missed', day: '11/23/2026' }]);
    expect(html).toContain('<script defer src="/core/media/media.nl?id=portlet.js&amp;v=test">');
    expect(html).not.toMatch(/<b>|alert\(1\)<\/script>/);
    expect(run.mock.calls[0]?.[0]).toMatchObject({ params: [101] });
  });

  test.each(['LIST_CALL', 'REPO_ANALYTICS'])('has the phone where the role may not see phone calls for want of %s, and says so', (permission) => {
    lacking = permission;
    const { html } = shown();
    expect([callsOf(html), bootOf(html).user.id]).toEqual(['hidden', 101]);
  });

  test('has the phone where NetSuite lists no calls this time, and does not blame the role', () => {
    jest.spyOn(query, 'runSuiteQL').mockImplementation(() => { throw netSuiteError('SSS_SEARCH_ERROR_OCCURRED'); });
    const { html } = shown();
    expect([callsOf(html), bootOf(html).user.id]).toEqual(['failed', 101]);
  });

  test('opens also when we fail', () => {
    jest.spyOn(url, 'resolveScript').mockImplementation(() => { throw netSuiteError('UNEXPECTED_ERROR'); });
    expect(shown().html).toBe('<p>The phone could not start on this page. Reload it; if that does not help, tell your administrator.</p>');
  });
});

describe('a record page', () => {
  const form = () => {
    const fields: { id: string; defaultValue: string }[] = [];
    return { fields, clientScriptModulePath: '', addField: ({ id }: { id: string }) => { const field = { id, defaultValue: '' }; fields.push(field); return field; } };
  };
  const record = (type: string, values: Record<string, string>, id: number | null = 12) => ({
    type, id, getValue: ({ fieldId }: { fieldId: string }) => values[fieldId] ?? '', getFields: () => Object.keys(values),
    getField: ({ fieldId }: { fieldId: string }) => ({ type: fieldId.includes('line') ? 'phone' : 'text', label: 'Direct Line' }),
  });
  const load = (newRecord: unknown, type = 'view') => {
    const shown = form();
    companion.beforeLoad({ newRecord, form: shown, type, UserEventType: { VIEW: 'view', EDIT: 'edit', CREATE: 'create', PRINT: 'print' } } as never);
    return shown;
  };

  test('of a lead carries the companion and the numbers to click', () => {
    const shown = load(record('lead', { phone: '(650) 555-0100', fax: '650-555-0111', mobilephone: ' ', custentity_direct_line: '650.555.0112', custentity_size: '650' }));
    expect(shown.clientScriptModulePath).toBe('./companion.js');
    expect(bootOf(shown.fields[0]?.defaultValue ?? '').record).toEqual({ type: 'customer', id: 12, phones: [{ field: 'phone', label: 'Phone', value: '(650) 555-0100' }, { field: 'custentity_direct_line', label: 'Direct Line', value: '650.555.0112' }] });
  });

  test.each([['being created', 'create', 'USERINTERFACE', null], ['being printed', 'print', 'USERINTERFACE', 12], ['opened by a script', 'view', 'SUITELET', 12]])('%s is left alone', (_what, type, context, id) => {
    Object.assign(runtime, { executionContext: context });
    expect(load(record('customer', {}, id), type).fields).toEqual([]);
  });

  test('opens also when we fail', () => {
    jest.spyOn(url, 'resolveScript').mockImplementation(() => { throw netSuiteError('UNEXPECTED_ERROR'); });
    expect(load(record('customer', {})).fields).toEqual([]);
  });
});

test('the sign-in window hands its answer over, leaves no trace in its address and reads nothing of it', () => {
  redirect.onRequest({ request: { parameters: { code: '"><script>alert(1)</script>' } }, response } as never);
  expect(headers['Referrer-Policy']).toBe('no-referrer');
  expect(headers['Content-Security-Policy']).toContain("default-src 'none'");
  expect(page).toContain('rcns-sign-in:TSTDRV1234567');
  expect(page).not.toContain('alert(1)');
  expect(page).not.toContain('<form');
});
