import query = require('N/query');
import { bindExtension } from '../../../src/server/ringcentral/bind-extension.ts';
import { createAccount, netSuiteError, type Account } from '../account.ts';

let account: Account;
const extension = { extensionId: '63401001', extensionNumber: '101' };
const owners = () => account.rows.map(({ values }) => values['custrecord_rcns_ext_employee']);

beforeEach(() => {
  account = createAccount(101);
  jest.spyOn(query, 'runSuiteQL').mockImplementation((() => ({ asMappedResults: () => account.rows.map(({ id, values }) => ({ id, employee: values['custrecord_rcns_ext_employee'], how: values['custrecord_rcns_ext_how'] ?? null })) })) as never);
});
afterEach(() => jest.restoreAllMocks());

describe('an extension', () => {
  test('belongs to the user who connects it first, and stays theirs', () => {
    expect(bindExtension(extension, 101)).toEqual({ bound: 'new' });
    expect(bindExtension(extension, 101)).toEqual({ bound: 'same' });
    expect(bindExtension(extension, 102)).toEqual({ bound: 'conflict' });
    expect(owners()).toEqual([101]);
  });

  test('of somebody who left the company is an admin’s to give away', () => {
    account.add('customrecord_rcns_extension', { custrecord_rcns_ext_employee: null });
    for (const user of [1, 101]) expect(bindExtension(extension, user)).toEqual({ bound: 'conflict' });
  });

  test('that auto-match gave to somebody is the user’s who signs in with it', () => {
    account.add('customrecord_rcns_extension', { custrecord_rcns_ext_employee: 102, custrecord_rcns_ext_how: 'email' });
    expect(bindExtension(extension, 101)).toEqual({ bound: 'new' });
    expect(bindExtension(extension, 101)).toEqual({ bound: 'same' });
    expect(bindExtension(extension, 102)).toEqual({ bound: 'conflict' });
  });

  test('that an admin gave to somebody stays theirs', () => {
    account.add('customrecord_rcns_extension', { custrecord_rcns_ext_employee: 102, custrecord_rcns_ext_how: 'manual' });
    expect(bindExtension(extension, 101)).toEqual({ bound: 'conflict' });
  });

  test('connected by two people at the same moment belongs to one of them', () => {
    account.meanwhile = () => {
      account.meanwhile = () => undefined;
      bindExtension(extension, 102);
    };
    expect(bindExtension(extension, 101)).toEqual({ bound: 'conflict' });
    expect(owners()).toEqual([102]);
  });

  test('that cannot be kept says why', () => {
    account.meanwhile = () => { throw netSuiteError('INSUFFICIENT_PERMISSION'); };
    expect(() => bindExtension(extension, 101)).toThrow(expect.objectContaining({ name: 'INSUFFICIENT_PERMISSION' }));
  });
});
