import query = require('N/query');
import runtime = require('N/runtime');
import { lookUp } from '../../../src/server/people/look-up.ts';
import { searchPeople } from '../../../src/server/people/search-people.ts';
import { whoIs } from '../../../src/server/people/who-is.ts';

let asked: { query: string; params: unknown[] }[];
let rows: Record<string, unknown>[];
let permissions: Record<string, number>;

const row = { kind: 'customer', id: 12, companyname: 'Acme Ltd', firstname: null, lastname: null, entitytitle: 'CUST12', modified: '2026-01-01', housetype: null, houseid: null, housetitle: null, housename: null, number_: '+16505550100', typed: '(650) 555-0100', extension: null, rank_: 1 };

beforeEach(() => {
  asked = [];
  rows = [];
  permissions = { LIST_CUSTJOB: 1, LIST_CONTACT: 1, LIST_VENDOR: 1, LIST_PARTNER: 1, LIST_EMPLOYEE: 1 };
  Object.assign(runtime, { country: 'US', executionContext: 'SUITELET', ContextType: { MAP_REDUCE: 'MAPREDUCE' } });
  jest.spyOn(runtime, 'getCurrentUser').mockReturnValue({ id: 101, getPermission: ({ name }: { name: string }) => permissions[name] ?? 0 } as never);
  jest.spyOn(query, 'runSuiteQL').mockImplementation(((options: { query: string; params: unknown[] }) => {
    asked.push(options);
    return { asMappedResults: () => rows };
  }) as never);
});
afterEach(() => jest.restoreAllMocks());

describe('asking who has a number', () => {
  test('answers many numbers in their order with one query, and garbage with nobody', () => {
    rows = [row, { ...row, kind: 'contact', id: 31, companyname: null, firstname: ' Ann ', lastname: 'Harper', number_: '+442079460018', typed: '020 7946 0018' }];
    expect(whoIs(['020 7946 0018', '+44 20 7946 0018', '650-555-0100', '1234567890'.repeat(4)])).toEqual([
      { kind: 'nobody' },
      { kind: 'one', person: { type: 'contact', id: 31, name: 'Ann Harper', company: null } },
      { kind: 'one', person: { type: 'customer', id: 12, name: 'Acme Ltd', company: null } },
      { kind: 'nobody' },
    ]);
    expect(asked).toHaveLength(1);
  });

  test('finds behind a shared main line the one whose extension was asked for', () => {
    rows = [{ ...row, extension: '12' }, { ...row, id: 40, companyname: 'Rival Inc', extension: '13' }];
    expect(whoIs(['650-555-0100 x13', '650-555-0100'])).toMatchObject([{ kind: 'one', person: { id: 40 } }, { kind: 'several' }]);
  });

  test('costs nothing when nothing in it is a number', () => {
    expect(whoIs(['*67', 'anonymous', ''])).toEqual([{ kind: 'nobody' }, { kind: 'nobody' }, { kind: 'nobody' }]);
    expect(asked).toEqual([]);
  });

  test("leaves out what the role may not see, a contact's company included", () => {
    permissions = { LIST_CONTACT: 1, LIST_VENDOR: 1 };
    whoIs(['650-555-0100']);
    expect(asked[0]?.query).toContain('JOIN contact e');
    expect(asked[0]?.query).toContain('LEFT JOIN vendor');
    for (const table of ['customer', 'partner', 'employee']) expect(asked[0]?.query).not.toContain(` ${table} e`);
  });

  test('by call sync asks for everybody, whatever NetSuite says of the permissions of nobody’s role', () => {
    permissions = {};
    Object.assign(runtime, { executionContext: 'MAPREDUCE' });
    whoIs(['650-555-0100']);
    for (const table of ['customer', 'contact', 'vendor', 'partner', 'employee']) expect(asked[0]?.query).toContain(` ${table} e`);
  });

  test('knows a colleague by extension, and asks nobody but employees', () => {
    rows = [{ ...row, kind: 'employee', id: 103, companyname: null, firstname: 'Kim', lastname: 'Tran', number_: 'ext:103', typed: 'ext:103' }];
    expect(whoIs(['103'])).toMatchObject([{ kind: 'one', person: { type: 'employee', id: 103, name: 'Kim Tran' } }]);
    expect(asked[0]?.query).not.toContain('JOIN customer');
    expect(asked[0]?.params).toEqual(['ext:103', 'ext:103']);
  });

  test('takes what somebody chose before, whoever else has the number', () => {
    rows = [row, { ...row, id: 40, companyname: 'Rival Inc', chosen: 'T' }];
    expect(whoIs(['650-555-0100'])).toMatchObject([{ kind: 'one', person: { id: 40 } }]);
  });

  test("leaves projects out when an account's projects cannot be asked", () => {
    permissions = { LIST_CUSTJOB: 1, LIST_JOB: 1 };
    jest.spyOn(runtime, 'isFeatureInEffect').mockReturnValue(true);
    rows = [row];
    const answer = jest.mocked(query.runSuiteQL).getMockImplementation();
    jest.mocked(query.runSuiteQL).mockImplementation(((options: { query: string }) => {
      if (options.query.includes('JOIN job e')) throw new Error("Field 'customer' was not found.");
      return answer?.(options as never);
    }) as never);
    expect(whoIs(['650-555-0100'])).toMatchObject([{ kind: 'one', person: { id: 12 } }]);
    expect(asked).toHaveLength(1);
  });

  test('asks a role that may see nobody nothing at all', () => {
    permissions = {};
    expect(whoIs(['650-555-0100'])).toEqual([{ kind: 'nobody' }]);
    expect(asked).toEqual([]);
  });

  test.each([['555 0199', 'nobody'], [null, 'nobody'], ['٦٥٠ ٥٥٥ ٠١٠٠', 'one'], ['1-650-555-0100 ext. 7', 'one']])('does not trust an index entry when the field now holds %s: %s', (typed, kind) => {
    rows = [{ ...row, typed }];
    expect(whoIs(['650-555-0100'])).toMatchObject([{ kind }]);
  });

  test('says of a contact which company they belong to', () => {
    rows = [{ ...row, kind: 'contact', id: 31, companyname: null, firstname: 'Ann', lastname: 'Harper', housetype: 'vendor', houseid: 5, housename: null, housetitle: 'V5 Paper & Co' }];
    expect(whoIs(['650-555-0100'])[0]).toMatchObject({ person: { name: 'Ann Harper', company: { type: 'vendor', id: 5, name: 'V5 Paper & Co' } } });
  });
});

describe('people whose name holds a text', () => {
  test('are looked for by its signs, however many of them mean something to a query', () => {
    searchPeople(' 100%_a\\b% ');
    const { params } = asked[0] as { params: unknown[] };
    const signs = '100\\%\\_A\\\\B\\%';
    expect(new Set(params)).toEqual(new Set([`%${signs}%`, signs, `${signs}%`]));
  });

  test('are at most ten: who is called just so, then whose name begins so, then by name', () => {
    const named = (id: number, companyname: string) => ({ ...row, kind: 'customer', id, companyname, number_: null, typed: null });
    rows = [named(3, 'Old Elm'), named(2, 'Elm Street'), named(1, 'elm'), ...Array.from({ length: 12 }, (_, at) => named(10 + at, `Elmwood ${String.fromCharCode(97 + at)}`))];
    const found = searchPeople('ELM').map(({ name }) => name);
    expect(found).toEqual(['elm', 'Elm Street', ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((letter) => `Elmwood ${letter}`)]);
  });
});

test('every SELECT of the union has the same columns, and every mark its parameter', () => {
  lookUp({ numbers: [{ number: '+16505550100', extension: null }, { number: '+442079460018', extension: '12' }], refs: [{ type: 'customer', id: 12 }, { type: 'contact', id: 31 }], deletedKey: 'rcns:s-1:2' });
  const [{ query: text, params }] = asked as [{ query: string; params: unknown[] }];
  const columns = text.split(' UNION ALL ').map((part) => (part.split(' FROM ')[0] ?? '').match(/ AS \w+/g)?.join());
  expect(columns).toHaveLength(8);
  expect(new Set(columns).size).toBe(1);
  expect(text.match(/\?/g)).toHaveLength(params.length);
});
