import type * as v from 'valibot';
import type { CallLogRecord } from '../../core/calls/call-log-record.ts';
import { fromCallLog, type LoggedCall } from '../../core/calls/from-call-log.ts';
import { noCounts, reconcile, surplusOf, type Absence, type Comparison } from '../../core/calls/reconcile.ts';
import { wantsLogging } from '../../core/calls/wants-logging.ts';
import type { Difference, Reconcile, ReconcileAnswer } from '../../wire/sync/reconcile.ts';
import { externalIdOf } from '../calls/call-key.ts';
import { dayAfter, startOfDay } from '../netsuite/start-of-day.ts';
import { Refused } from '../refused.ts';
import { createCompanyApi, type CompanyApi } from '../ringcentral/company-api.ts';
import { callLogPage } from '../ringcentral/company-call-log.ts';
import { extensionKinds } from '../ringcentral/company-extensions.ts';
import { connectionOf } from '../ringcentral/connection.ts';
import { SyncFailure, tooMuchAtOnce } from '../ringcentral/sync-failure.ts';
import { loadSettings } from '../settings/settings-record.ts';
import { whatToLogOf } from '../settings/what-to-log.ts';
import { pairsHere, rowsBetween, type ClockedRow } from './pairs-here.ts';
import { changeState, loadState } from './state-record.ts';
import { allowance, recentRequests, type SyncState } from './sync-state.ts';
import { syncSettingsOf } from './sync-settings.ts';
import { troubleOf } from './trouble.ts';

/** Records a page begins with; fewer where they are too much for N/https. */
const usualPerPage = 1000;
const smallestPage = 125;
/** RingCentral writes a record some time after its call's end; what ended later than this before the last sync cannot be expected yet. */
const settleMs = 2 * 60_000;
const windowMs = 61_000;
/** Missing and unknown ones of a page that are named; all are counted, and doubles are all named, since they are put together by name. */
const mostNamed = 500;

/** Where the next page begins: its number and size, and the moment up to which this comparison reaches. */
interface Place { page: number; perPage: number; to: number }
const cursorOf = ({ page, perPage, to }: Place): string => `${page}.${perPage}.${to}`;
function readCursor(cursor: string): Place {
  const [, page, perPage, to] = /^([1-9]\d{0,5})\.([1-9]\d{2,3})\.(\d{1,15})$/.exec(cursor) ?? [];
  if (page === undefined || perPage === undefined || to === undefined) throw new Refused('BAD_REQUEST', 'cursor');
  return { page: Number(page), perPage: Math.min(usualPerPage, Number(perPage)), to: Number(to) };
}

/**
 * Holds one page of RingCentral's call log against NetSuite's phone calls: one Heavy request, a query for each thousand pairs and one more; about 80
 * units. Reaches no further than the last sync did: what came after it is not missing yet.
 */
export function reconcilePage(asked: v.InferOutput<typeof Reconcile>, now: number): ReconcileAnswer {
  if (asked.to < asked.from) throw new Refused('BAD_REQUEST', 'to');
  const from = startOfDay(asked.from);
  const settings = loadSettings();
  const state = loadState();
  const start = asked.cursor === null ? { page: 1, perPage: usualPerPage, to: Math.min(startOfDay(dayAfter(asked.to)) - 1, reachOf(state, now)) } : readCursor(asked.cursor);
  if (start.to <= from) return { is: 'page', counts: noCounts, differences: [], next: null, progress: 1 };
  try {
    const connection = connectionOf(settings, syncSettingsOf(settings).secrets);
    const api = createCompanyApi(connection);
    const { answer: { records, unreadable, company, last }, place } = readPage(api, from, start);
    if (state.company !== null && company !== null && company !== state.company) throw new SyncFailure('OTHER_COMPANY');
    const kindOf = extensionKinds(api, connection);
    const over = records.filter(({ startedAt, duration }) => startedAt + duration * 1000 <= place.to + settleMs);
    const pairs = over.flatMap((record) => fromCallLog(record, kindOf));
    const wanted = whatToLogOf(settings);
    const here = pairsHere(pairs);
    const compared = reconcile({ records: over.length + unreadable, pairs, rows: here.rows }, (call): Absence =>
      here.absences.get(externalIdOf(call)) ?? (wantsLogging(wanted, { ...call, annotated: false }) ? null : 'unwanted'));
    const goesOn = new Set(records.filter((record) => !over.includes(record) || record.inProgress).map(({ telephonySessionId }) => telephonySessionId));
    const surplus = surplusRows(records, pairs, here.rows, { first: place.page === 1, last }).filter(({ telephonySessionId }) => !goesOn.has(telephonySessionId));
    const oldest = Math.min(place.to, ...records.map(({ startedAt }) => startedAt));
    return {
      is: 'page',
      counts: { ...compared.counts, surplus: surplus.length },
      differences: [...differencesOf(compared), ...surplus.slice(0, mostNamed).map(({ id, telephonySessionId, extensionId, from: caller, to: called }): Difference => ({ kind: 'surplus', telephonySessionId, extensionId, startedAt: null, direction: null, from: caller, to: called, phoneCalls: [id] }))],
      next: last ? null : cursorOf({ ...place, page: place.page + 1 }),
      progress: last ? 1 : (place.to - oldest) / (place.to - from),
    };
  } catch (failure) {
    if (!(failure instanceof SyncFailure)) throw failure;
    return { is: 'stopped', trouble: troubleOf(failure, now) };
  }
}

/** Asks for a page, and for a smaller one that begins with the same call where it was too much at once. */
function readPage(api: CompanyApi, from: number, start: Place): { answer: ReturnType<typeof callLogPage>; place: Place } {
  for (let place = start; ;) {
    takeRequest(Date.now());
    try {
      return { answer: callLogPage(api, { from, ...place }), place };
    } catch (failure) {
      if (!(failure instanceof SyncFailure) || !tooMuchAtOnce(failure) || place.perPage < 2 * smallestPage || place.perPage % 2 === 1) throw failure;
      place = { ...place, page: 2 * place.page - 1, perPage: place.perPage / 2 };
    }
  }
}

/**
 * Phone calls of a page's time of which RingCentral knows no such call. Near the page's ends nothing is said: a part of a call that began on
 * the next page, passed on much later, lies in this page's time, and a session may have records on both.
 */
function surplusRows(records: readonly CallLogRecord[], pairs: readonly LoggedCall[], rows: readonly ClockedRow[], { first, last }: { first: boolean; last: boolean }): ClockedRow[] {
  const starts = records.map(({ startedAt }) => startedAt);
  const longest = Math.max(0, ...records.map(({ duration }) => duration)) * 1000 + settleMs;
  const from = last ? -Infinity : Math.min(...starts) + longest;
  const to = first ? Infinity : Math.max(...starts);
  const startOf = new Map<string, number>();
  for (const { telephonySessionId, startedAt } of pairs) startOf.set(telephonySessionId, Math.min(startedAt, startOf.get(telephonySessionId) ?? startedAt));
  const inside = rows.filter(({ telephonySessionId }) => {
    const at = startOf.get(telephonySessionId) ?? NaN;
    return at >= from && at < to;
  });
  const clocks = inside.map(({ clock }) => clock).filter((clock) => clock !== '').sort();
  const [oldest, newest] = [clocks[0], clocks.at(-1)];
  const between = oldest === undefined || newest === undefined ? [] : rowsBetween(oldest, newest);
  return surplusOf(pairs, [...new Map([...inside, ...between].map((row) => [row.id, row])).values()]);
}

const differencesOf = ({ missing, doubled }: Comparison<LoggedCall>): Difference[] => [
  ...missing.slice(0, mostNamed).map((call) => differenceOf('missing', call, [])),
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

/** Takes one of the minute's Heavy requests, which it shares with sync. 28 units. Throws SyncFailure where there is none. */
function takeRequest(now: number): void {
  let taken = false;
  const state = changeState((kept) => {
    taken = allowance(kept, now) > 0;
    return taken ? { ...kept, requests: [...recentRequests(kept.requests, now), now] } : null;
  });
  if (!taken) throw new SyncFailure('RATE_LIMITED', '', retryAt(state, now));
}
