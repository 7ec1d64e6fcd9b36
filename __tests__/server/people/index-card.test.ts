import query = require('N/query');
import record = require('N/record');
import search = require('N/search');
import task = require('N/task');
import { indexActions } from '../../../src/server/people/index-card.ts';
import { rememberBuilt } from '../../../src/server/people/index-state.ts';
import { createAccount, netSuiteError, type Account } from '../account.ts';

const type = 'customrecord_rcns_index_state';
const ordered = Date.parse('2026-11-23T21:00:00Z');
const minute = 60_000;
let account: Account;
let status: () => object;
let submit: jest.Mock;

beforeEach(() => {
  account = createAccount(7);
  status = () => ({ status: 'PENDING', stage: null });
  submit = jest.fn(() => 'MAPREDUCETASK_1');
  jest.useFakeTimers({ now: ordered });
  jest.spyOn(query, 'runSuiteQL').mockReturnValue({ asMappedResults: () => [{ numbers: 1_204 }] } as never);
  jest.spyOn(search, 'create').mockImplementation((() => ({ run: () => ({ getRange: () => account.rows.filter((row) => row.type === type).map(({ id }) => ({ id })) }) })) as never);
  jest.spyOn(record, 'submitFields').mockImplementation((({ id, values }: { id: number; values: object }) => Object.assign(account.row(id).values, values)) as never);
  Object.assign(task, { TaskType: { MAP_REDUCE: 'MAP_REDUCE' } });
  jest.spyOn(task, 'create').mockImplementation(((options: object) => ({ submit: () => submit(options) as string })) as never);
  jest.spyOn(task, 'checkStatus').mockImplementation((() => status()) as never);
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const read = () => indexActions['read-index']?.run({}, '');
const rebuild = () => indexActions['rebuild-index']?.run({}, '');
const built = { at: '2026-11-23T21:01:00.000Z', failed: 0 };

test('an index that was never built says so', () => expect(read()).toEqual({ numbers: 1_204, built: null, run: { is: 'none' } }));

test('a rebuild reads everybody, by the deployment that a script may start', () => {
  expect(rebuild()).toEqual({ numbers: 1_204, built: null, run: { is: 'waiting' } });
  expect(submit).toHaveBeenCalledWith({ taskType: 'MAP_REDUCE', scriptId: 'customscript_rcns_phone_index', deploymentId: 'customdeploy_rcns_phone_index_1', params: { custscript_rcns_index_days: 0 } });
});

test('one that runs already is refused, and the order before it stays', () => {
  rebuild();
  submit = jest.fn(() => { throw netSuiteError('MAP_REDUCE_ALREADY_RUNNING'); });
  expect(rebuild).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
  expect(account.rows.filter((row) => row.type === type)).toHaveLength(1);
});

describe('of a rebuild that was ordered', () => {
  const forgotten = () => { throw netSuiteError('INVALID_TASK_ID'); };
  it.each([
    ['people are still read', () => ({ status: 'PROCESSING', stage: 'GET_INPUT' }), false, { is: 'running', stage: 'GET_INPUT', percent: null }],
    ['a part is indexed', () => ({ status: 'PROCESSING', stage: 'MAP', getPercentageCompleted: () => 42 }), false, { is: 'running', stage: 'MAP', percent: 42 }],
    ['it has filled the index', () => ({ status: 'COMPLETE', stage: null }), true, { is: 'none' }],
    ['it ended and filled nothing', () => ({ status: 'COMPLETE', stage: null }), false, { is: 'failed' }],
    ['NetSuite stopped it', () => ({ status: 'FAILED', stage: null }), false, { is: 'failed' }],
    ['NetSuite stopped it, and the night made it good', () => ({ status: 'FAILED', stage: null }), true, { is: 'none' }],
    ['it ended and NetSuite forgot it', forgotten, true, { is: 'none' }],
    ['NetSuite tells nothing', forgotten, false, { is: 'untold' }],
  ])('%s', (_words, told, ended, run) => {
    rebuild();
    if (ended) rememberBuilt(0, ordered + minute);
    status = told;
    expect(read()).toEqual({ numbers: 1_204, built: ended ? built : null, run });
  });
});

test('the first order and the end of the first run, at the same moment, keep one row with both', () => {
  account.meanwhile = () => {
    account.meanwhile = () => undefined;
    rememberBuilt(3, ordered + minute);
  };
  expect(rebuild()).toMatchObject({ built: { at: built.at, failed: 3 }, run: { is: 'waiting' } });
  expect(account.rows.filter((row) => row.type === type)).toHaveLength(1);
});
