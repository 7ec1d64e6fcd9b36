import log = require('N/log');
import query = require('N/query');
import record = require('N/record');
import { keepIndex } from '../../../src/server/people/keep-index.ts';
import { createAccount, netSuiteError, type Account, type FakeRecord } from '../account.ts';

let account: Account;
let queries: number;

const customer = (values: Record<string, string | boolean>, type = 'customer'): never => {
  const person = record.create({ type }) as unknown as FakeRecord;
  for (const [fieldId, value] of Object.entries(values)) person.setValue({ fieldId, value });
  return Object.assign(person, { id: 12 }) as never;
};
const entries = () => account.rows.filter((row) => row.type === 'customrecord_rcns_phone_index').map(({ values }) => [values['custrecord_rcns_ix_type'], values['custrecord_rcns_ix_entity'], values['custrecord_rcns_ix_field'], values['custrecord_rcns_ix_number'], values['custrecord_rcns_ix_extension']]);
const changed = (before: Record<string, string | boolean>, after: Record<string, string | boolean>, partial = false) => keepIndex({ kind: 'changed', partial, newRecord: customer(after), oldRecord: customer(before) });

beforeEach(() => {
  account = createAccount(101);
  queries = 0;
  jest.spyOn(log, 'error').mockImplementation(() => undefined);
  jest.spyOn(query, 'runSuiteQL').mockImplementation((() => {
    queries += 1;
    return {
      asMappedResults: () =>
        account.rows
          .filter((row) => row.type === 'customrecord_rcns_phone_index')
          .map(({ id, values }) => ({ id, field_: values['custrecord_rcns_ix_field'], number_: values['custrecord_rcns_ix_number'], extension: values['custrecord_rcns_ix_extension'] })),
    };
  }) as never);
});
afterEach(() => jest.restoreAllMocks());

describe('the phone index', () => {
  test('learns the numbers of a new lead as a customer, in one spelling, without a query', () => {
    keepIndex({ kind: 'created', partial: false, newRecord: customer({ phone: '(650) 555-0100 x12', mobilephone: 'ask Bob', fax: '650.555.0101' }, 'lead'), oldRecord: null });
    expect(entries()).toEqual([['customer', 12, 'phone', '+16505550100', '12'], ['customer', 12, 'fax', '+16505550101', '']]);
    expect(queries).toBe(0);
  });

  test.each([['prospect', 'customer'], ['customer', 'customer'], ['vendor', 'vendor'], ['employee', 'employee']])('keeps a %s as %s, the main number before the fax', (recordType, type) => {
    keepIndex({ kind: 'created', partial: false, newRecord: customer({ fax: '650.555.0101', phone: '650.555.0100' }, recordType), oldRecord: null });
    expect(entries().map(([kept, , field]) => [kept, field])).toEqual([[type, 'phone'], [type, 'fax']]);
    const ranks = account.rows.map(({ values }) => Number(values['custrecord_rcns_ix_rank']));
    expect(ranks[0]).toBeLessThan(ranks[1] as number);
  });

  test.each(['salesorder', 'toString', 'constructor'])('has no place for a %s', (recordType) => {
    keepIndex({ kind: 'created', partial: false, newRecord: customer({ phone: '650.555.0100' }, recordType), oldRecord: null });
    expect(account.rows).toEqual([]);
  });

  test('costs nothing when a save leaves the numbers alone, or only respells them', () => {
    changed({ phone: '(650) 555-0100', companyname: 'Acme' }, { phone: '+1 650 555 0100', companyname: 'Acme Ltd' });
    expect([queries, entries()]).toEqual([0, []]);
  });

  test('writes only what differs', () => {
    keepIndex({ kind: 'created', partial: false, newRecord: customer({ phone: '650-555-0100', altphone: '650-555-0101' }), oldRecord: null });
    const kept = account.rows[0]?.id;
    changed({ phone: '650-555-0100', altphone: '650-555-0101' }, { phone: '650-555-0100', altphone: '650-555-0102' });
    expect(entries().map((entry) => entry[3])).toEqual(['+16505550100', '+16505550102']);
    expect(account.rows[0]?.id).toBe(kept);
  });

  test('does not forget the other numbers when one is edited in a list', () => {
    keepIndex({ kind: 'created', partial: false, newRecord: customer({ phone: '650-555-0100', altphone: '650-555-0101' }), oldRecord: null });
    changed({ phone: '650-555-0100', altphone: '650-555-0101' }, { altphone: '650-555-0103' }, true);
    expect(entries().map((entry) => entry[3]).sort()).toEqual(['+16505550100', '+16505550103']);
  });

  test.each([
    ['deleted', () => keepIndex({ kind: 'deleted', partial: false, newRecord: customer({}), oldRecord: customer({ phone: '650-555-0100' }) })],
    ['made inactive', () => changed({ phone: '650-555-0100', isinactive: false }, { phone: '650-555-0100', isinactive: true })],
  ])('forgets who is %s', (_what, happens) => {
    keepIndex({ kind: 'created', partial: false, newRecord: customer({ phone: '650-555-0100' }), oldRecord: null });
    happens();
    expect(entries()).toEqual([]);
  });

  test('that may not be written marks the person for the night, and the save goes through', () => {
    const create = jest.mocked(record.create).getMockImplementation();
    jest.spyOn(record, 'create').mockImplementation(((options: { type: string }) => {
      if (options.type === 'customrecord_rcns_phone_index') throw netSuiteError('INSUFFICIENT_PERMISSION');
      return create?.(options as never);
    }) as never);
    keepIndex({ kind: 'created', partial: false, newRecord: customer({ phone: '650-555-0100' }), oldRecord: null });
    expect(account.rows.map(({ type, values }) => [type, values['custrecord_rcns_st_type'], values['custrecord_rcns_st_entity']])).toEqual([['customrecord_rcns_stale', 'customer', 12]]);
  });

  test('never stops a save, even when no mark can be left', () => {
    const person = customer({ phone: '650-555-0100' });
    jest.spyOn(record, 'create').mockImplementation(() => { throw netSuiteError('UNEXPECTED_ERROR'); });
    expect(() => keepIndex({ kind: 'created', partial: false, newRecord: person, oldRecord: null })).not.toThrow();
  });
});
