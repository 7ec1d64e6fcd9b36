import log = require('N/log');
import runtime = require('N/runtime');
import { finishRun } from '../../../src/server/sync/finish-run.ts';
import * as starting from '../../../src/server/sync/start-run.ts';
import * as kept from '../../../src/server/sync/state-record.ts';
import { firstState, stretchOf, type SyncState } from '../../../src/server/sync/sync-state.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const may = stretchOf('back-fill', now - 200 * 86_400_000, now - 199 * 86_400_000);
const begun: NonNullable<SyncState['run']> = {
  id: 'customdeploy_rcns_sync_1', idle: false, since: now - 60_000, until: now + 60_000, calls: 3, read: 9, known: 4, parked: 1, unreadable: 0, requests: 2, of: {}, before: [may.id], next: { changes: { token: 't2', at: now - 60_000 }, stretches: [] },
};
const before: SyncState = { ...firstState('TSTDRV1'), cursor: { changes: { token: 't1', at: now - 900_000 }, stretches: [may] }, run: begun };

let state: SyncState;
beforeEach(() => {
  state = before;
  jest.spyOn(runtime, 'getCurrentScript').mockReturnValue({ deploymentId: begun.id } as never);
  jest.spyOn(log, 'error').mockImplementation(() => undefined);
  jest.spyOn(kept, 'changeState').mockImplementation((change) => (state = change(state) ?? state));
  jest.spyOn(starting, 'startRun').mockReturnValue(true);
});
afterEach(() => jest.restoreAllMocks());

/** The map calls that were made, what the successful ones wrote, and what NetSuite says of a getInputData that failed. */
function ends(mapped: string[], written: Record<string, string>, error: string | null = null): void {
  const each = <T>(items: T[], tell: (item: T) => boolean) => void items.every(tell);
  finishRun({
    inputSummary: { error }, mapSummary: { keys: { iterator: () => ({ each: (tell: (key: string) => boolean) => each(mapped, tell) }) } },
    output: { iterator: () => ({ each: (tell: (key: string, value: string) => boolean) => each(Object.entries(written), ([key, value]) => tell(key, value)) }) },
  } as never, now);
}

describe('the end of a run', () => {
  test('moves the cursor on where every call is logged or parked, and counts what became of each', () => {
    ends(['a', 'b', 'c', 'd', 'e'], { a: 'created', b: 'completed', c: 'unchanged', d: 'unmapped', e: 'failed' });
    expect([state.run, state.cursor, state.lost]).toEqual([null, begun.next, { keys: [], times: 0 }]);
    expect(state.lastRun).toEqual({ startedAt: '2026-11-23T11:59:00.000Z', endedAt: '2026-11-23T12:00:00.000Z', counts: { read: 9, created: 1, completed: 1, unchanged: 5, unmapped: 1, failed: 2, unreadable: 0, requests: 2 } });
    expect(starting.startRun).not.toHaveBeenCalled();
  });

  test('leaves the cursor where it was while a call is missing, remembers which, and has the pages read again at once', () => {
    state = { ...before, lost: { keys: ['b'], times: 1 } };
    ends(['a', 'b'], { a: 'created' });
    expect(state).toMatchObject({ cursor: { changes: before.cursor.changes, stretches: [{ id: may.id }] }, lost: { keys: ['b'], times: 2 }, lastRun: { counts: { failed: 2 } } });
    expect(starting.startRun).toHaveBeenCalledWith(begun.id);
  });

  test('takes a parked call that was lost for no reason to read anything again', () => {
    ends(['waiting:9', 'a'], { a: 'created' });
    expect([state.cursor, state.lost.keys, state.lastRun?.counts.failed]).toEqual([begun.next, [], 2]);
  });

  test.each([['{"type":"error.SuiteScriptError","name":"SSS_USAGE_LIMIT_EXCEEDED","message":"Ann Harper"}', 'SSS_USAGE_LIMIT_EXCEEDED'], ['{"name":"<b>Ann Harper</b>"}', 'UNKNOWN'], ['{"name":7}', 'UNKNOWN'], ['Script died at +1 650 555 0100', 'UNKNOWN']])('says of a failed beginning NetSuite’s code and nothing else: %s', (error, detail) => {
    ends([], {}, error);
    expect(state.trouble).toEqual({ cause: 'NETSUITE', detail, at: '2026-11-23T12:00:00.000Z', retryAt: null });
    expect(state.cursor).toMatchObject({ changes: before.cursor.changes });
    expect(starting.startRun).not.toHaveBeenCalled();
  });

  test('is no other run’s', () => {
    state = { ...before, run: { ...begun, id: 'customdeploy_rcns_sync_2' } };
    const other = state;
    ends(['a'], {});
    expect(state).toBe(other);
    expect([jest.mocked(starting.startRun).mock.calls, jest.mocked(log.error).mock.calls]).toEqual([[], []]);
  });
});
