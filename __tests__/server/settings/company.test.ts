import log = require('N/log');
import query = require('N/query');
import record = require('N/record');
import runtime = require('N/runtime');
import search = require('N/search');
import url = require('N/url');
import { logEverything } from '../../../src/core/calls/wants-logging.ts';
import { companyForMembers, readCompany, saveCompany } from '../../../src/server/settings/company.ts';
import { loadSettings } from '../../../src/server/settings/settings-record.ts';
import { saveWhatToLog } from '../../../src/server/settings/what-to-log.ts';
import { saveSync } from '../../../src/server/sync/sync-orders.ts';
import { saveSyncSettings, syncSettingsOf } from '../../../src/server/sync/sync-settings.ts';
import { isRedirectUri, serverOrigin } from '../../../src/server/settings/server-origin.ts';
import { createAccount, netSuiteError, type Account } from '../account.ts';

const origin = 'https://tstdrv1234567.app.netsuite.com';
const path = '/app/site/hosting/scriptlet.nl?script=14&deploy=1';
const own = origin + path;
const logging = { whatToLog: logEverything, dispositions: ['Reached', 'Call back'], pictures: 'links' as const };
let account: Account;
const sync = { on: true, secrets: { clientId: 'custsecret_id', clientSecret: 'custsecret_secret', jwt: 'custsecret_jwt' }, since: null, texts: false };

const settings = (more: Partial<Record<'clientId' | 'server' | 'redirectUri', string>> = {}) => ({ settings: { clientId: 'AbC-123_x', server: 'https://platform.ringcentral.com', redirectUri: '', ...more } });

beforeEach(() => {
  account = createAccount(101);
  account.admin = true;
  jest.spyOn(log, 'error').mockImplementation(() => undefined);
  jest.spyOn(url, 'resolveScript').mockReturnValue(path);
  jest.spyOn(search, 'create').mockImplementation((({ type }: { type: string }) => ({ run: () => ({ getRange: ({ start, end }: { start: number; end: number }) => account.rows.filter((row) => row.type === type).slice(start, end) }) })) as never);
});
afterEach(() => jest.restoreAllMocks());

describe('the company card', () => {
  test('is empty at first, and Members hear that nothing is set up', () => {
    expect(readCompany(origin)).toMatchObject({ settings: { clientId: '', server: '', redirectUri: '' }, ownRedirectUri: own, servers: [{ origin: 'https://platform.ringcentral.com' }, { origin: 'https://platform.devtest.ringcentral.com' }] });
    expect(companyForMembers(origin)).toEqual({ setUp: false, clientId: null, server: null, testServer: false, redirectUri: own, logging, hasCallCard: false });
  });

  test('once saved tells Members where to connect', () => {
    saveCompany(settings(), origin);
    expect(companyForMembers(origin)).toEqual({ setUp: true, clientId: 'AbC-123_x', server: 'https://platform.ringcentral.com', testServer: false, redirectUri: own, logging, hasCallCard: false });
  });

  test('tells Members where to connect also in an account that does not let its list of dispositions be asked for', () => {
    saveCompany(settings(), origin);
    jest.spyOn(query, 'runSuiteQL').mockImplementation(() => { throw netSuiteError('SSS_SEARCH_ERROR_OCCURRED'); });
    expect(companyForMembers(origin)).toMatchObject({ setUp: true, clientId: 'AbC-123_x', logging: { dispositions: [] } });
    expect(log.error).toHaveBeenCalledWith({ title: 'Dispositions are not offered', details: 'SSS_SEARCH_ERROR_OCCURRED' });
  });

  test('saved twice stays one row', () => {
    saveCompany(settings(), origin);
    saveCompany(settings({ clientId: 'Other' }), origin);
    expect(account.rows).toHaveLength(1);
    expect(companyForMembers(origin).clientId).toBe('Other');
  });

  test('saved by two at once for the first time is one row, and the slower one is told', () => {
    const { meanwhile } = account;
    account.meanwhile = () => {
      account.meanwhile = meanwhile;
      saveCompany(settings({ clientId: 'Faster' }), origin);
    };
    expect(() => saveCompany(settings(), origin)).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
    expect([account.rows.length, companyForMembers(origin).clientId]).toEqual([1, 'Faster']);
  });

  test('typed into the record past the card sends nobody to a strange address', () => {
    saveCompany(settings(), origin);
    account.row(1).values['custrecord_rcns_set_redirect_uri'] = 'javascript:alert(1)';
    expect(companyForMembers(origin).redirectUri).toBe(own);
  });

  test('made in production is not used in its sandbox', () => {
    saveCompany(settings(), origin);
    Object.assign(runtime, { accountId: 'TSTDRV1234567_SB1' });
    expect(companyForMembers(origin).setUp).toBe(false);
  });

  test('made in production stays production\'s while something else is saved in the sandbox, and call sync cannot be switched on there', () => {
    saveCompany(settings(), origin);
    saveSyncSettings(sync);
    Object.assign(runtime, { accountId: 'TSTDRV1234567_SB1' });
    saveWhatToLog({ ...logEverything, internal: false });
    expect([companyForMembers(origin).setUp, readCompany(origin).otherAccount, syncSettingsOf(loadSettings()).on]).toEqual([false, true, false]);
    expect(() => saveSync(sync, Date.now())).toThrow(expect.objectContaining({ code: 'NOT_SET_UP', detail: 'OTHER_ACCOUNT' }));
  });

  test('saved in the sandbox is the sandbox\'s, with call sync off until somebody switches it on there', () => {
    saveCompany(settings(), origin);
    saveSyncSettings(sync);
    expect(syncSettingsOf(loadSettings()).on).toBe(true);
    Object.assign(runtime, { accountId: 'TSTDRV1234567_SB1' });
    saveCompany(settings(), origin);
    expect([companyForMembers(origin).setUp, readCompany(origin).otherAccount, syncSettingsOf(loadSettings()).on]).toEqual([true, false, false]);
    saveSyncSettings(sync);
    expect(syncSettingsOf(loadSettings()).on).toBe(true);
  });

  test('with a loopback server says that it is a test', () => {
    saveCompany(settings({ server: 'http://ringcentral.localhost:8090/' }), origin);
    expect(companyForMembers(origin)).toMatchObject({ setUp: true, server: 'http://ringcentral.localhost:8090', testServer: true });
  });

  test.each([['settings.server', { server: 'https://platform.ringcentral.com.evil.example' }], ['settings.redirectUri', { redirectUri: 'http://intranet/back' }]])('refuses a wrong %s and keeps the old card', (detail, wrong) => {
    saveCompany(settings(), origin);
    expect(() => saveCompany(settings(wrong), origin)).toThrow(expect.objectContaining({ code: 'BAD_SETTING', detail }));
    expect(companyForMembers(origin).server).toBe('https://platform.ringcentral.com');
  });

  test('is saved by nobody whom NetSuite does not let', () => {
    account.admin = false;
    expect(() => saveCompany(settings(), origin)).toThrow(expect.objectContaining({ name: 'INSUFFICIENT_PERMISSION' }));
    jest.spyOn(record, 'load').mockImplementation(() => { throw netSuiteError('INSUFFICIENT_PERMISSION'); });
    account.add('customrecord_rcns_settings', {});
    expect(() => readCompany(origin)).toThrow();
  });
});

describe('a server setting', () => {
  test.each(['https://platform.ringcentral.com', ' HTTPS://platform.ringcentral.com/ ', 'https://platform.devtest.ringcentral.com'])("%s is RingCentral's own", (text) => expect(serverOrigin(text)?.kind).toBe('ringcentral'));
  test.each(['http://localhost:8090', 'http://127.0.0.1:1', 'https://ringcentral.localhost:8090', 'http://a.b.localhost'])('%s is this computer', (text) => expect(serverOrigin(text)?.kind).toBe('test'));
  test.each([
    '', 'platform.ringcentral.com', 'http://platform.ringcentral.com', 'https://platform.ringcentral.com:444', 'https://platform.ringcentral.com@evil.example', 'https://evil.example/#.localhost', 'http://localhost.evil.example',
    'http://127.0.0.1.evil.example', 'http://localhost:99999', 'http://evil.example?localhost', 'javascript:alert(1)', 'http://192.168.0.1', 'http://[::1]:80', 'http://-.localhost',
  ])('%s is refused', (text) => expect(serverOrigin(text)).toBeNull());
});

describe('a redirect URI', () => {
  test.each(['https://example.com/forward.html', own, 'http://netsuite.localhost:8080/app/site/hosting/scriptlet.nl?script=1&deploy=1'])('%s may be registered', (text) => expect(isRedirectUri(text)).toBe(true));
  test.each(['http://example.com/', 'https://user@example.com/', 'https://example.com/#x', 'https://example.com/"><script>', 'ftp://example.com', 'https://exa mple.com', 'https://example.com\\@evil'])('%s may not', (text) => expect(isRedirectUri(text)).toBe(false));
});
