import search = require('N/search');
import { forAdmins } from '../../../src/server/session/for-admins.ts';
import { loggingActions } from '../../../src/server/settings/logging.ts';
import { whatToLog } from '../../../src/server/settings/what-to-log.ts';
import type { Disposition, LoggingCard } from '../../../src/wire/settings/logging.ts';
import { createAccount, type Account } from '../account.ts';

let account: Account;
const act = (action: string, body: object = {}): LoggingCard => forAdmins(loggingActions)[action]?.run({ ...body }, 'https://tstdrv1234567.app.netsuite.com') as LoggingCard;
const readLogging = (): LoggingCard => act('read-logging');
const saveLogging = (body: Pick<LoggingCard, 'whatToLog'>): LoggingCard => act('save-what-to-log', body);
const saveChoices = (body: { dispositions: Disposition[] }): LoggingCard => act('save-dispositions', body);
const settingsType = 'customrecord_rcns_settings';

beforeEach(() => {
  account = createAccount(101);
  account.admin = true;
  jest.spyOn(search, 'create').mockImplementation((({ type }: { type: string }) => ({ run: () => ({ getRange: ({ start, end }: { start: number; end: number }) => account.rows.filter((row) => row.type === type).slice(start, end) }) })) as never);
});
afterEach(() => jest.restoreAllMocks());

describe('what to log', () => {
  test('is everything in a company that was set up before there was a choice', () => {
    account.add(settingsType, { custrecord_rcns_set_client_id: 'AbC' });
    expect(whatToLog()).toEqual({ inbound: true, outbound: true, internal: true, minimumSeconds: 0 });
  });

  test('is what an administrator saved', () => {
    const wanted = { inbound: true, outbound: false, internal: false, minimumSeconds: 20 };
    expect(saveLogging({ whatToLog: wanted }).whatToLog).toEqual(wanted);
    expect(whatToLog()).toEqual(wanted);
  });

  test.each(['', 'soon', '-5', '2.5'])('takes %p seconds, typed into the record itself, for no minimum', (text) => {
    account.add(settingsType, { custrecord_rcns_set_min_s: text });
    expect(whatToLog().minimumSeconds).toBe(0);
  });

  test('is neither read nor saved by a Member', () => {
    account.admin = false;
    const refused = expect.objectContaining({ code: 'FORBIDDEN' });
    expect(() => readLogging()).toThrow(refused);
    expect(() => saveLogging({ whatToLog: { inbound: false, outbound: false, internal: false, minimumSeconds: 0 } })).toThrow(refused);
    expect(() => saveChoices({ dispositions: [{ id: null, name: 'Sold', offered: true }] })).toThrow(refused);
    expect(account.rows).toEqual([]);
  });
});

describe('dispositions', () => {
  test('are the values of the account’s list, those not offered any more among them', () => {
    expect(readLogging().dispositions).toEqual([{ id: 1, name: 'Reached', offered: true }, { id: 2, name: 'Call back', offered: true }, { id: 3, name: 'Not interested', offered: false }]);
  });

  test('are added to the list', () => {
    saveChoices({ dispositions: [{ id: null, name: 'Demo booked', offered: true }] });
    expect(account.rows.map(({ type, values }) => [type, values])).toEqual([['customlist_rcns_disposition', { name: 'Demo booked', isinactive: false }]]);
  });

  test('are kept without characters that nobody sees, since a log that names one comes without them', () => {
    saveChoices({ dispositions: [{ id: null, name: 'Demo\u0000 booked\u0085 ', offered: true }] });
    expect(account.rows.map(({ values }) => values['name'])).toEqual(['Demo booked']);
  });

  test.each([['another in other letters', [{ id: null, name: 'REACHED', offered: true }]], ['itself twice', [{ id: null, name: 'Sold', offered: true }, { id: null, name: 'sold', offered: true }]]])('are not called like %s', (_what, dispositions) => {
    expect(() => saveChoices({ dispositions })).toThrow(expect.objectContaining({ code: 'BAD_SETTING' }));
    expect(account.rows).toEqual([]);
  });

  test('that went meanwhile are not written over', () => {
    expect(() => saveChoices({ dispositions: [{ id: 77, name: 'Gone', offered: true }] })).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
  });
});
