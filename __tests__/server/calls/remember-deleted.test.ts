import log = require('N/log');
import { rememberDeleted } from '../../../src/server/calls/remember-deleted.ts';
import { createAccount, netSuiteError, type Account } from '../account.ts';

let account: Account;
const deleted = (values: Record<string, string>) => rememberDeleted({ getValue: ({ fieldId }: { fieldId: string }) => values[fieldId] ?? '' } as never);

beforeEach(() => {
  account = createAccount(101);
  jest.spyOn(log, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

describe('a phone call that a person deletes', () => {
  test('leaves its key when it was one of ours', () => {
    deleted({ custevent_rcns_session: 's-77', custevent_rcns_extension: '101001' });
    expect(account.rows.map(({ type, values }) => [type, values['custrecord_rcns_ts_key']])).toEqual([['customrecord_rcns_tombstone', 'rcns:s-77:101001']]);
  });

  test('leaves nothing when it was their own', () => {
    deleted({ title: 'Chat' });
    expect(account.rows).toEqual([]);
  });

  test('goes even when its key cannot be kept', () => {
    account.meanwhile = () => { throw netSuiteError('INSUFFICIENT_PERMISSION'); };
    expect(() => deleted({ custevent_rcns_session: 's-77', custevent_rcns_extension: '101001' })).not.toThrow();
  });
});
