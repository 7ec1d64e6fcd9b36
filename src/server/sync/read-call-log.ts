import type { CallLogRecord } from '../../core/calls/call-log-record.ts';
import { SyncTokenEnded, type CompanyApi } from '../ringcentral/company-api.ts';
import { callLogPage, firstChanges, nextChanges, type Changed } from '../ringcentral/company-call-log.ts';
import { SyncFailure } from '../ringcentral/sync-failure.ts';
import { stretchOf, withStretch, type Cursor } from './sync-state.ts';

/** What changes late (a recording, a message) belongs to a call that began before: so much is looked back over a gap. */
const lookBackMs = 2 * 3_600_000;
/** A sync begins at most so long ago. */
const longestSyncMs = 29 * 86_400_000;

export interface ReadTools {
  api: CompanyApi;
  perPage: number;
  /** Heavy requests that may still be made; asked before each. */
  mayAsk(): boolean;
  /** Called for each answer, before the cursor moves over it. `changes`: calls that changed, whenever they were. */
  take(records: CallLogRecord[], road: 'changes' | 'stretch'): void;
}

/** How far it came, and why no further. */
export interface Progress { cursor: Cursor; failure: SyncFailure | null }

/**
 * Asks RingCentral what is new, from where the cursor stands: first the changes, then the stretches page by page, as many as
 * the rate limit allows. What one sync answer cannot hold becomes a stretch. A failure ends the reading; what was read before stays.
 */
export function readCallLog(cursor: Cursor, since: number, now: number, tools: ReadTools): Progress {
  let at = cursor;
  try {
    if (tools.mayAsk()) at = readChanges(at, since, now, tools);
    while (at.stretches.length > 0 && tools.mayAsk()) at = readPage(at, tools);
    return { cursor: at, failure: null };
  } catch (failure) {
    if (failure instanceof SyncFailure) return { cursor: at, failure };
    throw failure;
  }
}

function readChanges(cursor: Cursor, since: number, now: number, tools: ReadTools): Cursor {
  const { api, mayAsk, take } = tools;
  if (cursor.changes === null) return begin(cursor, 'first-fill', since, now, tools);
  let changed: Changed;
  try {
    changed = nextChanges(api, cursor.changes.token);
  } catch (failure) {
    if (!(failure instanceof SyncTokenEnded)) throw failure;
    if (!mayAsk()) return cursor;
    return begin(cursor, 'gap', Math.max(since, cursor.changes.at - lookBackMs), now, tools);
  }
  take(changed.records, 'changes');
  const next = { ...cursor, changes: { token: changed.token, at: now } };
  return changed.whole ? next : withStretch(next, stretchOf('gap', Math.max(since, cursor.changes.at - lookBackMs), now));
}

/** A new sync from a moment on: what its one answer does not reach is read page by page. */
function begin(cursor: Cursor, kind: 'first-fill' | 'gap', from: number, now: number, { api, take }: ReadTools): Cursor {
  const reach = Math.max(from, now - longestSyncMs);
  const changed = firstChanges(api, reach);
  take(changed.records, 'stretch');
  const next = { ...cursor, changes: { token: changed.token, at: now } };
  return changed.whole && reach === from ? next : withStretch(next, stretchOf(kind, from, now));
}

function readPage(cursor: Cursor, { api, perPage, take }: ReadTools): Cursor {
  const [stretch, ...others] = cursor.stretches;
  if (stretch === undefined) return cursor;
  // Pages are counted in their own size: another one in the middle would skip calls.
  const size = stretch.perPage ?? perPage;
  const { records, last } = callLogPage(api, { from: stretch.from, to: stretch.to, page: stretch.page, perPage: size });
  take(records, 'stretch');
  if (last) return { ...cursor, stretches: others };
  const starts = records.map(({ startedAt }) => startedAt).concat(stretch.oldest ?? stretch.to);
  return { ...cursor, stretches: [{ ...stretch, page: stretch.page + 1, perPage: size, calls: stretch.calls + records.length, oldest: Math.min(...starts) }, ...others] };
}
