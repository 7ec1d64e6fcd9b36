import type * as v from 'valibot';
import { fromCallLog, type LoggedCall } from '../../core/calls/from-call-log.ts';
import { noCounts, reconcile, surplusOf, type Absence, type Comparison } from '../../core/calls/reconcile.ts';
import { wantsLogging } from '../../core/calls/wants-logging.ts';
import type { Difference, Reconcile, ReconcileAnswer } from '../../wire/sync/reconcile.ts';
import { externalIdOf } from '../calls/call-key.ts';
import { dayAfter, startOfDay } from '../netsuite/start-of-day.ts';
import { Refused } from '../refused.ts';
import { createCompanyApi } from '../ringcentral/company-api.ts';
import { callLogPage } from '../ringcentral/company-call-log.ts';
import { extensionKinds } from '../ringcentral/company-extensions.ts';
import { connectionOf } from '../ringcentral/connection.ts';
import { SyncFailure } from '../ringcentral/sync-failure.ts';
import { loadSettings } from '../settings/settings-record.ts';
import { whatToLogOf } from '../settings/what-to-log.ts';
import { pairsHere, rowsBetween } from './pairs-here.ts';
import { changeState } from './state-record.ts';
import { allowance, recentRequests, type SyncState } from './sync-state.ts';
import { syncSettingsOf } from './sync-settings.ts';
import { troubleOf } from './trouble.ts';

const perPage = 1000;
/** RingCentral writes a record some time after its call's end; what ended later than this before the last sync cannot be expected yet. */
const settleMs = 2 * 60_000;
const windowMs = 61_000;

/** Where the next page begins: its number, and the moment up to which this comparison reaches. */
const cursorOf = (page: number, to: number): string => `${page}.${to}`;
function readCursor(cursor: string): { page: number; to: number } {
  const [, page, to] = /^([1-9]\d{0,5})\.(\d{1,15})$/.exec(cursor) ?? [];
  if (page === undefined || to === undefined) throw new Refused('BAD_REQUEST', 'cursor');
  return { page: Number(page), to: Number(to) };
}

/**
 * Holds one page of RingCentral's call log against NetSuite's phone calls: one Heavy request, two queries; about 80 units. Reaches no further than
 * the last sync did: what came after it is not missing yet.
 */
export function reconcilePage(asked: v.InferOutput<typeof Reconcile>, now: number): ReconcileAnswer {
  if (asked.to < asked.from) throw new Refused('BAD_REQUEST', 'to');
  const from = startOfDay(asked.from);
  const settings = loadSettings();
  const state = takeRequest(now);
  const start = asked.cursor === null ? { page: 1, to: Math.min(startOfDay(dayAfter(asked.to)) - 1, reachOf(state, now)) } : readCursor(asked.cursor);
  if (start.to <= from) return { is: 'page', counts: noCounts, differences: [], next: null, progress: 1 };
  try {
    if (!state.taken) throw new SyncFailure('RATE_LIMITED', '', retryAt(state, now));
    const connection = connectionOf(settings, syncSettingsOf(settings).secrets);
    const api = createCompanyApi(connection);
    const { records, last } = callLogPage(api, { from, to: start.to, page: start.page, perPage });
    const kindOf = extensionKinds(api, connection);
    const over = records.filter(({ startedAt, duration }) => startedAt + duration * 1000 <= start.to + settleMs);
    const pairs = over.flatMap((record) => fromCallLog(record, kindOf));
    const wanted = whatToLogOf(settings);
    const here = pairsHere(pairs);
    const compared = reconcile({ records: over.length, pairs, rows: here.rows }, (call): Absence =>
      here.absences.get(externalIdOf(call)) ?? (wantsLogging(wanted, { ...call, annotated: false }) ? null : 'unwanted'));
    const clocks = here.rows.map(({ clock }) => clock).filter((clock) => clock !== '').sort();
    const [first, newest] = [clocks[0], clocks.at(-1)];
    const surplus = first === undefined || newest === undefined ? [] : surplusOf(pairs, rowsBetween(first, newest));
    const oldest = Math.min(start.to, ...records.map(({ startedAt }) => startedAt));
    return {
      is: 'page',
      counts: { ...compared.counts, surplus: surplus.length },
      differences: [...differencesOf(compared), ...surplus.map(({ id, telephonySessionId, extensionId, from, to }): Difference => ({ kind: 'surplus', telephonySessionId, extensionId, startedAt: null, direction: null, from, to, phoneCalls: [id] }))],
      next: last ? null : cursorOf(start.page + 1, start.to),
      progress: last ? 1 : (start.to - oldest) / (start.to - from),
    };
  } catch (failure) {
    if (!(failure instanceof SyncFailure)) throw failure;
    return { is: 'stopped', trouble: troubleOf(failure, now) };
  }
}

const differencesOf = ({ missing, doubled }: Comparison<LoggedCall>): Difference[] => [
  ...missing.map((call) => differenceOf('missing', call, [])),
  ...doubled.map(({ pair, rows }) => differenceOf('doubled', pair, rows.map(({ id }) => id))),
];
const differenceOf = (kind: Difference['kind'], call: LoggedCall, phoneCalls: number[]): Difference => ({
  kind, telephonySessionId: call.telephonySessionId, extensionId: call.extensionId, startedAt: new Date(call.startedAt).toISOString(),
  direction: call.direction, from: call.from.number, to: call.to.number, phoneCalls,
});

/** Up to where sync has read; without a sync, now. */
const reachOf = ({ cursor }: SyncState, now: number): number => (cursor.changes === null ? now : Math.min(now, cursor.changes.at)) - settleMs;

/** When the oldest request of the last minute no longer counts, or RingCentral listens again. */
const retryAt = ({ requests, notBefore }: SyncState, now: number): number => Math.max(notBefore, (recentRequests(requests, now)[0] ?? now) + windowMs);

/** Takes one of the minute's Heavy requests, which it shares with sync. 28 units. */
function takeRequest(now: number): SyncState & { taken: boolean } {
  let taken = false;
  const state = changeState((kept) => {
    taken = allowance(kept, now) > 0;
    return taken ? { ...kept, requests: [...recentRequests(kept.requests, now), now] } : null;
  });
  return { ...state, taken };
}
