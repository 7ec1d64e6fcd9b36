import runtime = require('N/runtime');
import { fromCallLog } from '../../../src/core/calls/from-call-log.ts';
import * as door from '../../../src/server/calls/log-call.ts';
import type { FoundCall } from '../../../src/server/sync/found-call.ts';
import { logFoundCall } from '../../../src/server/sync/log-found-call.ts';
import * as waiting from '../../../src/server/sync/waiting-calls.ts';
import type { LogResult } from '../../../src/wire/calls/log-answer.ts';
import { kindOf, logged } from '../../core/calls/call-log-records.ts';

const [call] = fromCallLog(logged(), kindOf);
if (!call) throw new Error('no call');
type Found = Extract<FoundCall, { kind: 'found' }>;
const found = (more: Partial<Found> = {}): Found => ({ kind: 'found', stretch: null, call, settled: 'x1', record: null, organizer: 7, waiting: null, ...more });

let answer: Pick<LogResult, 'status' | 'code' | 'detail'>;
beforeEach(() => {
  answer = { status: 'created', code: null, detail: null };
  jest.spyOn(runtime, 'getCurrentUser').mockReturnValue({ id: -4 } as never);
  jest.spyOn(door, 'logCall').mockImplementation(() => ({ telephonySessionId: call.telephonySessionId, extensionId: call.extensionId, record: 40, ...answer }));
  jest.spyOn(waiting, 'park').mockImplementation(() => undefined);
  jest.spyOn(waiting, 'unpark').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

/** What was handed to the door of logs: whose, and on which road. */
const handedOver = () => jest.mocked(door.logCall).mock.calls.map(([log, caller, road]) => [log.telephonySessionId, log.organizer, caller.id, caller.mayEditSettings(), road]);

describe('a call out of the call log', () => {
  test('is logged for its organizer, by whoever runs the sync', () => {
    expect(logFoundCall(found({ record: 40 }))).toBe('created');
    expect(handedOver()).toEqual([['s-a1b2', 7, -4, true, { source: 'call-log', settled: 'x1', record: 40 }]]);
    expect([waiting.park, waiting.unpark].map((verb) => jest.mocked(verb).mock.calls)).toEqual([[], []]);
  });

  test('of an extension without an employee waits, and is not logged for somebody else', () => {
    expect(logFoundCall(found({ organizer: null, waiting: 9 }))).toBe('unmapped');
    expect(waiting.park).toHaveBeenCalledWith(call, 'x1', waiting.unmapped, 9);
    expect(door.logCall).not.toHaveBeenCalled();
  });

  test('that was logged live is completed, whoever its extension belongs to', () => {
    answer = { status: 'completed', code: null, detail: null };
    expect(logFoundCall(found({ organizer: null, record: 40 }))).toBe('completed');
    expect(handedOver()).toEqual([['s-a1b2', null, -4, true, { source: 'call-log', settled: 'x1', record: 40 }]]);
  });

  test.each<[LogResult['status'], LogResult['code'], string | null, string]>([['refused', 'NETSUITE', 'USER_ERROR', 'USER_ERROR'], ['refused', 'NOT_YOURS', null, 'NOT_YOURS'], ['later', 'LATER', null, 'LATER'], ['refused', null, null, 'UNKNOWN']])('that NetSuite answers with %s waits with the reason, in the row it has', (status, code, detail, reason) => {
    answer = { status, code, detail };
    expect(logFoundCall(found({ waiting: 9 }))).toBe('failed');
    expect(waiting.park).toHaveBeenCalledWith(call, 'x1', reason, 9);
    expect(waiting.unpark).not.toHaveBeenCalled();
  });

  test.each<[LogResult['status'], string]>([['created', 'created'], ['completed', 'completed'], ['unchanged', 'unchanged'], ['deleted', 'unchanged']])('that waited waits no more once it is %s', (status, became) => {
    answer = { status, code: null, detail: null };
    jest.spyOn(waiting, 'parkedCall').mockReturnValue({ call, settled: 'w1' });
    expect(logFoundCall({ kind: 'waiting', row: 9, organizer: 7 })).toBe(became);
    expect(handedOver()).toEqual([['s-a1b2', 7, -4, true, { source: 'call-log', settled: 'w1', record: null }]]);
    expect(waiting.unpark).toHaveBeenCalledWith(9);
  });

  test('that an administrator gave up meanwhile is left alone', () => {
    jest.spyOn(waiting, 'parkedCall').mockReturnValue(null);
    expect(logFoundCall({ kind: 'waiting', row: 9, organizer: 7 })).toBe('unchanged');
    expect([door.logCall, waiting.park, waiting.unpark].map((verb) => jest.mocked(verb as never as jest.Mock).mock.calls)).toEqual([[], [], []]);
  });
});
