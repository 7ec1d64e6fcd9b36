import query = require('N/query');
import { alreadyThere } from '../../../src/server/sync/already-there.ts';

const call = { telephonySessionId: 's-a1b2', extensionId: '62001' };
const key = 'rcns:s-a1b2:62001';
const record = (id: number, settled: string | null = 'x1') => ({ id, part: 's-a1b2', extension: '62001', settled, kind: 'record' });
const tombstone = { id: 5, part: key, extension: null, settled: null, kind: 'deleted' };
const parked = { id: 9, part: key, extension: null, settled: 'w1', kind: 'waiting' };

let rows: object[];
let asked: number;
beforeEach(() => {
  rows = [];
  asked = 0;
  jest.spyOn(query, 'runSuiteQL').mockImplementation((() => {
    asked += 1;
    return { asMappedResults: () => rows };
  }) as never);
});
afterEach(() => jest.restoreAllMocks());

const known = (...found: object[]) => {
  rows = found;
  return alreadyThere([call]).get(key) ?? null;
};

describe('what NetSuite has of a call already', () => {
  test.each([
    ['a record', [record(40)], { kind: 'record', id: 40, settled: 'x1' }], ['a record of which the call log said nothing yet', [record(40, null)], { kind: 'record', id: 40, settled: '' }],
    ['a tombstone', [tombstone], { kind: 'deleted' }], ['a call that waits', [parked], { kind: 'waiting', id: 9, settled: 'w1' }], ['nothing', [], null], ['another user’s record of it', [{ ...record(40), extension: '62002' }], null],
  ])('is %s', (_what, found, expected) => expect(known(...found)).toEqual(expected));

  test.each([['first', (one: object, other: object) => [one, other]], ['last', (one: object, other: object) => [other, one]]])('is the record before the tombstone, and both before what waits, also where it comes %s', (_when, inOrder) => {
    expect(known(...inOrder(record(40), tombstone))).toMatchObject({ kind: 'record' });
    expect(known(...inOrder(tombstone, parked))).toEqual({ kind: 'deleted' });
    expect(known(...inOrder(record(40), parked))).toMatchObject({ kind: 'record' });
    expect(known(...inOrder(record(12), record(40)))).toMatchObject({ id: 12 });
  });

  test('is asked for once for all users of all calls', () => {
    alreadyThere([call, { ...call, extensionId: '62002' }, { ...call, telephonySessionId: 's-c3d4' }]);
    const keys = [key, 'rcns:s-a1b2:62002', 'rcns:s-c3d4:62001'];
    expect(jest.mocked(query.runSuiteQL).mock.calls.map(([options]) => (options as { params: unknown[] }).params)).toEqual([['s-a1b2', 's-c3d4', ...keys, ...keys]]);
  });

  test('costs no query where there is nothing to look up', () => {
    expect(alreadyThere([])).toEqual(new Map());
    expect(asked).toBe(0);
  });
});
