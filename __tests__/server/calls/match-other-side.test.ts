import log = require('N/log');
import error = require('N/error');
import query = require('N/query');
import record = require('N/record');
import type { CallLog } from '../../../src/wire/calls/log.ts';
import { matchOtherSide } from '../../../src/server/calls/match-other-side.ts';
import { logCall } from '../../../src/server/calls/log-call.ts';
import { createAccount, netSuiteError, type Account, type FakeRecord } from '../account.ts';
import format = require('N/format');

const call: CallLog = {
  telephonySessionId: 's-77', extensionId: '101001', direction: 'Inbound', outcome: 'Missed', reason: null, from: { number: '+16505550100', name: 'ACME' }, to: { number: '+16505550199', name: null },
  startedAt: '2026-11-23T09:15:00.000Z', talkSeconds: null, ringSeconds: 21, queue: null, notes: null, disposition: null, recordingUrl: null, voicemailUrl: null, quality: null, person: null, organizer: null,
};
const acme = { kind: 'customer', id: 12, companyname: 'Acme <script>Ltd', firstname: null, lastname: null, entitytitle: 'CUST12 Acme', modified: '2026-01-01', housetype: null, houseid: null, housetitle: null, housename: null, number_: '+16505550100', typed: '(650) 555-0100', extension: null, rank_: 1 };
const ann = { ...acme, kind: 'contact', id: 31, companyname: null, firstname: 'Ann', lastname: 'Harper', housetype: 'customer', houseid: 12, housename: 'Acme Ltd' };
const colleague = { ...acme, kind: 'employee', id: 7, companyname: null, firstname: 'Jo', lastname: 'Lim' };

let account: Account;
let asked: { query: string; params: unknown[] }[];
let found: Record<string, unknown>[] | Error;

/** A phone call as the user event sees it. */
const submitted = (values: Record<string, string>): FakeRecord => {
  const phoneCall = record.create({ type: record.Type.PHONE_CALL }) as unknown as FakeRecord;
  for (const [fieldId, value] of Object.entries(values)) phoneCall.setValue({ fieldId, value });
  return phoneCall;
};
const match = (phoneCall: FakeRecord, creating = true): void => matchOtherSide(phoneCall as never, creating);
const values = (phoneCall: FakeRecord, ...fields: string[]) => fields.map((fieldId) => phoneCall.getValue({ fieldId }));

beforeEach(() => {
  account = createAccount(101);
  asked = [];
  found = [];
  jest.spyOn(format, 'format').mockReturnValue('');
  jest.spyOn(log, 'error').mockImplementation(() => undefined);
  jest.spyOn(error, 'create').mockImplementation((options) => netSuiteError(options.name) as never);
  jest.spyOn(query, 'runSuiteQL').mockImplementation(((options: { query: string; params: unknown[] }) => {
    asked.push(options);
    if (found instanceof Error) throw found;
    return { asMappedResults: () => found };
  }) as never);
  account.beforeSubmit = (phoneCall, creating) => match(phoneCall, creating);
});
afterEach(() => jest.restoreAllMocks());

const logged = (changes: Partial<CallLog> = {}) => {
  const result = logCall({ ...call, ...changes }, { id: 101, mayEditSettings: () => false });
  return { result, values: account.calls()[0]?.values };
};

/** Who said who it was: a person's word must outrank the index when reports are merged. */
const sourceOf = (values: Record<string, unknown> | undefined): unknown => (JSON.parse(String(values?.['custevent_rcns_written'])) as { facts: { otherSide: { source: string } } }).facts.otherSide.source;

describe('a call of ours', () => {
  test('is linked to the customer whose number it is, and its title says the name', () => {
    found = [acme];
    const { values } = logged();
    expect(values).toMatchObject({ company: 12, title: 'Inbound call · Acme <script>Ltd · missed' });
    expect(asked).toHaveLength(1);
    expect(sourceOf(values)).toBe('matched');
  });

  test('is linked to contact and company alike', () => {
    found = [acme, ann];
    expect(logged().values).toMatchObject({ company: 12, contact: 31, title: 'Inbound call · Ann Harper · missed' });
  });

  test('with a colleague names them in a field of their own', () => {
    found = [colleague];
    const { values } = logged();
    expect(values).toMatchObject({ custevent_rcns_employee: 7 });
    expect(values).not.toHaveProperty('company');
  });

  test('stays unlinked when two companies have the number', () => {
    found = [acme, { ...acme, id: 40, companyname: 'Rival Inc' }];
    const { values } = logged();
    expect(values).toMatchObject({ title: 'Inbound call · ACME · missed' });
    expect(values).not.toHaveProperty('company');
  });

  test('is linked to the person the window named, before everybody with the number', () => {
    found = [{ ...acme, id: 40, companyname: 'Rival Inc' }, { ...acme, number_: null, rank_: 0 }];
    const { values } = logged({ person: { type: 'customer', id: 12 } });
    expect(values).toMatchObject({ company: 12 });
    expect(sourceOf(values)).toBe('live');
  });

  test('naming somebody the user may not see is logged without them', () => {
    found = [];
    const { result, values } = logged({ person: { type: 'customer', id: 66 } });
    expect(result.status).toBe('created');
    expect(values).not.toHaveProperty('company');
  });

  test('costs one query also when the caller withheld the number, to learn whether it was deleted', () => {
    logged({ from: { number: '', name: null } });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.params).toEqual(['rcns:s-77:101001']);
  });

  test('whose record was deleted is refused', () => {
    found = [{ kind: 'deleted', id: 1 }];
    const phoneCall = submitted({ phone: '+16505550100', custevent_rcns_session: 's-77', custevent_rcns_extension: '101001', custevent_rcns_written: '{"v":1,"facts":{},"hashes":{}}' });
    expect(() => match(phoneCall)).toThrow(expect.objectContaining({ name: 'RCNS_CALL_WAS_DELETED' }));
  });

  test('is saved unlinked when the role may not ask', () => {
    found = netSuiteError('INSUFFICIENT_PERMISSION');
    expect(logged().result.status).toBe('created');
  });

  test('whose link a person took away is not linked again', () => {
    found = [acme];
    logged();
    const phoneCall = submitted({ ...(account.calls()[0]?.values as Record<string, string>), company: '' });
    match(phoneCall, false);
    expect(values(phoneCall, 'company')).toEqual(['']);
  });
});

describe("a person's own phone call", () => {
  test('is linked by its number, and nothing else of it is touched', () => {
    found = [ann];
    const phoneCall = submitted({ title: 'Chat with Ann', phone: '(650) 555-0100' });
    match(phoneCall);
    expect(values(phoneCall, 'company', 'contact', 'title', 'custevent_rcns_written')).toEqual([12, 31, 'Chat with Ann', '']);
  });

  test.each([
    ['with a company chosen', { title: 'Chat', phone: '(650) 555-0100', company: '40' }],
    ['with a contact chosen', { title: 'Chat', phone: '(650) 555-0100', contact: '31' }],
    ['with a colleague chosen', { title: 'Chat', phone: '(650) 555-0100', custevent_rcns_employee: '7' }],
    ['without a number', { title: 'Chat' }],
    ['with a number of forty digits', { title: 'Chat', phone: '1234567890'.repeat(4) }],
  ])('%s costs nothing', (_what, fields) => {
    match(submitted(fields));
    expect(asked).toEqual([]);
  });

  test('is left alone when it is edited later', () => {
    match(submitted({ title: 'Chat', phone: '(650) 555-0100' }), false);
    expect(asked).toEqual([]);
  });
});

test('whatever breaks inside, a person’s phone call is saved', () => {
  found = [acme];
  const phoneCall = submitted({ title: 'Chat', phone: '(650) 555-0100' });
  jest.spyOn(phoneCall, 'setValue').mockImplementation(() => { throw netSuiteError('INVALID_FLD_VALUE'); });
  match(phoneCall);
  expect(log.error).toHaveBeenCalledWith({ title: 'A phone call stays unlinked', details: 'INVALID_FLD_VALUE' });
});

test('the query takes numbers as parameters, never as text', () => {
  logged({ from: { number: "+16505550100' OR '1'='1", name: null } });
  expect(asked.map((each) => each.query).join()).not.toContain("OR '1'");
});
