import { SyncTokenEnded, type CompanyApi } from '../../../src/server/ringcentral/company-api.ts';
import { SyncFailure } from '../../../src/server/ringcentral/sync-failure.ts';
import { readCallLog } from '../../../src/server/sync/read-call-log.ts';
import { stretchOf, type Cursor } from '../../../src/server/sync/sync-state.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const hour = 3_600_000;
const day = 24 * hour;
const since = now - 10 * day;

type Query = Readonly<Record<string, string | number>>;
type Reply = { calls: number; more?: boolean; company?: string; at?: number; junk?: number } | Error;

const row = (at: number, startTime: number) => ({ id: `r${at}`, sessionId: String(at), type: 'Voice', direction: 'Inbound', action: 'Phone Call', result: 'Accepted', startTime: new Date(startTime).toISOString(), duration: 5, from: {}, to: {} });

/** A RingCentral that answers in this order, and what it was asked. */
function ringCentral(...replies: Reply[]) {
  const asked: [string, Query][] = [];
  const api: CompanyApi = {
    requests: () => asked.length,
    get(path, query = {}) {
      asked.push([path.replace('/restapi/v1.0/account/~/', ''), query]);
      const reply = replies.shift();
      if (reply === undefined) throw new Error('asked once too often');
      if (reply instanceof Error) throw reply;
      const records = Array.from({ length: reply.calls }, (_, at) => row(at, now - at * 60_000));
      const uri = `https://platform.ringcentral.com/restapi/v1.0/account/${reply.company ?? '310000'}/call-log`;
      return { uri, records: [...records, ...Array.from({ length: reply.junk ?? 0 }, () => ({ id: 'x', type: 'Voice' }))], navigation: reply.more ? { nextPage: {} } : {}, syncInfo: { syncToken: `t${asked.length}`, ...(reply.at !== undefined && { syncTime: new Date(reply.at).toISOString() }) } };
    },
  };
  return { api, asked };
}

function read(cursor: Cursor, replies: Reply[], mayAskTimes = 10, company: string | null = null) {
  const { api, asked } = ringCentral(...replies);
  let left = mayAskTimes;
  const taken: [number, string][] = [];
  const progress = readCallLog(cursor, since, now, { api, perPage: 100, company, mayAsk: () => (left -= 1) >= 0, take: ({ records, unreadable }, road) => taken.push([records.length + unreadable, road.kind]) });
  return { ...progress, asked, taken };
}

const fresh: Cursor = { changes: null, stretches: [] };
const known: Cursor = { changes: { token: 't0', at: now - hour }, stretches: [] };

test('the first time asks for everything since the first day, and keeps the token', () => {
  const { cursor, asked, taken } = read(fresh, [{ calls: 40 }]);
  expect(asked).toEqual([['call-log-sync', { syncType: 'FSync', recordCount: 250, dateFrom: '2026-11-13T12:00:00.000Z', view: 'Detailed' }]]);
  expect([cursor, taken]).toEqual([{ changes: { token: 't1', at: now }, stretches: [] }, [[40, 'stretch']]]);
});

test('more than one answer holds is read page by page at the first fill', () => {
  const { cursor, asked } = read(fresh, [{ calls: 250 }, { calls: 100, more: true }, { calls: 60 }]);
  expect(asked.slice(1)).toEqual([1, 2].map((page) => ['call-log', { view: 'Detailed', dateFrom: '2026-11-13T12:00:00.000Z', dateTo: '2026-11-23T12:00:00.000Z', page, perPage: 100 }]));
  expect(cursor).toEqual({ changes: { token: 't1', at: now }, stretches: [] });
});

test('afterwards one request brings what has changed', () => {
  const { cursor, asked, taken } = read(known, [{ calls: 3 }]);
  expect(asked).toEqual([['call-log-sync', { syncType: 'ISync', syncToken: 't0', view: 'Detailed' }]]);
  expect([cursor.changes, taken]).toEqual([{ token: 't1', at: now }, [[3, 'changes']]]);
});

test('a token that has ended begins a new sync, two hours before the gap', () => {
  const { cursor, asked } = read(known, [new SyncTokenEnded(), { calls: 12 }]);
  expect(asked[1]).toEqual(['call-log-sync', { syncType: 'FSync', recordCount: 250, dateFrom: '2026-11-23T09:00:00.000Z', view: 'Detailed' }]);
  expect(cursor).toEqual({ changes: { token: 't2', at: now }, stretches: [] });
});

test('a burst beyond what one answer holds becomes a stretch, read before a back-fill', () => {
  const backFill = stretchOf('back-fill', now - 9 * day, now - 8 * day);
  const { cursor } = read({ ...known, stretches: [backFill] }, [{ calls: 250 }], 1);
  expect(cursor).toEqual({ changes: { token: 't1', at: now }, stretches: [stretchOf('gap', now - 3 * hour, now), backFill] });
});

test('a limit in the middle leaves the next page to the next run', () => {
  const stretch = stretchOf('back-fill', now - 9 * day, now);
  const { cursor, taken } = read({ ...known, stretches: [stretch] }, [{ calls: 0 }, { calls: 100, more: true }, { calls: 100, more: true }], 3);
  expect(cursor.stretches).toEqual([{ ...stretch, page: 3, perPage: 100, calls: 200, oldest: now - 99 * 60_000 }]);
  expect(taken).toEqual([[0, 'changes'], [100, 'stretch'], [100, 'stretch']]);
});

test('a stretch goes on in pages of the size it began with, whatever the parameter says by now', () => {
  const begun = { ...stretchOf('back-fill', now - 9 * day, now), page: 3, perPage: 500, calls: 1000 };
  const { asked } = read({ ...known, stretches: [begun] }, [{ calls: 0 }, { calls: 20 }]);
  expect(asked[1]?.[1]).toMatchObject({ page: 3, perPage: 500 });
});

test('a failure in the middle keeps what was read before it', () => {
  const stretch = stretchOf('back-fill', now - 9 * day, now);
  const failure = new SyncFailure('RATE_LIMITED', 'CMN-301', now + 30_000);
  const { cursor, failure: told } = read({ ...known, stretches: [stretch] }, [{ calls: 1 }, { calls: 100, more: true }, failure]);
  expect([told, cursor.changes?.token, cursor.stretches[0]?.page]).toEqual([failure, 't1', 2]);
});

test('nothing may be asked: nothing is, and the cursor stays', () => {
  expect(read(known, [], 0)).toMatchObject({ cursor: known, failure: null, asked: [] });
});

test('a bug is not taken for a failure of RingCentral', () => {
  expect(() => read(known, [new TypeError('ours')])).toThrow('ours');
});

test('an answer that is too large or too slow for NetSuite is asked for in halves, from the same call on, and so is the rest', () => {
  const begun = { ...stretchOf('back-fill', now - 9 * day, now), page: 3, perPage: 500, calls: 1000 };
  const { cursor, asked, failure } = read({ ...known, stretches: [begun] }, [{ calls: 0 }, new SyncFailure('UNREACHABLE', 'SSS_REQUEST_TIME_EXCEEDED'), { calls: 250, more: true }], 3);
  expect(asked.slice(1).map(([, { page, perPage }]) => [page, perPage])).toEqual([[3, 500], [5, 250]]);
  expect([cursor.stretches[0]?.page, cursor.stretches[0]?.perPage, failure]).toEqual([6, 250, null]);
});

test('a host that does not answer at all is no reason to ask for less', () => {
  const { cursor, failure } = read({ ...known, stretches: [stretchOf('back-fill', now - 9 * day, now)] }, [{ calls: 0 }, new SyncFailure('UNREACHABLE', 'SSS_CONNECTION_TIME_OUT')]);
  expect([cursor.stretches[0]?.perPage, failure?.detail]).toEqual([null, 'SSS_CONNECTION_TIME_OUT']);
});

test('a credential of another company brings none of its calls', () => {
  const { cursor, failure, taken } = read(known, [{ calls: 3, company: '999' }], 10, '310000');
  expect([failure?.reason, cursor, taken]).toEqual(['OTHER_COMPANY', known, []]);
});

test('the first answer says whose calls these are', () => {
  expect(read(fresh, [{ calls: 3, company: '77001' }]).company).toBe('77001');
});

test('what lies between two clocks an hour apart is read: stretches end by RingCentral\'s', () => {
  const later = now + hour;
  expect(read(known, [{ calls: 250, at: later }], 1).cursor).toEqual({ changes: { token: 't1', at: later }, stretches: [stretchOf('gap', now - 3 * hour, later)] });
});

test('a page that does not say whether there are more is no answer', () => {
  const api: CompanyApi = { requests: () => 0, get: (path) => (path.endsWith('call-log') ? { records: [] } : { records: [], syncInfo: { syncToken: 't1' } }) };
  const stretch = stretchOf('back-fill', now - 9 * day, now);
  const { cursor, failure } = readCallLog({ ...known, stretches: [stretch] }, since, now, { api, perPage: 100, company: null, mayAsk: () => true, take: () => undefined });
  expect([cursor.stretches, failure?.reason]).toEqual([[stretch], 'RINGCENTRAL']);
});

test('records of which no call can be made are counted, not passed over', () => {
  expect(read(known, [{ calls: 2, junk: 3 }]).taken).toEqual([[5, 'changes']]);
});

test('changes that are too much at once come page by page', () => {
  const tooMuch = (): SyncFailure => new SyncFailure('UNREACHABLE', 'SSS_FILE_CONTENT_SIZE_EXCEEDED');
  const { cursor, asked, failure } = read(known, [tooMuch(), tooMuch(), { calls: 25 }, { calls: 60 }]);
  expect(asked.map(([path, { syncType, recordCount, page }]) => [path, syncType ?? page, recordCount])).toEqual([['call-log-sync', 'ISync', undefined], ['call-log-sync', 'FSync', 250], ['call-log-sync', 'FSync', 25], ['call-log', 1, undefined]]);
  expect([cursor.stretches, failure]).toEqual([[], null]);
});
