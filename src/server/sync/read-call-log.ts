import { SyncTokenEnded, type CompanyApi } from '../ringcentral/company-api.ts';
import { callLogPage, firstChanges, nextChanges, type Answered, type Changed } from '../ringcentral/company-call-log.ts';
import { SyncFailure, tooMuchAtOnce } from '../ringcentral/sync-failure.ts';
import { stretchOf, withStretch, type Cursor } from './sync-state.ts';

/** What changes late (a recording, a message) belongs to a call that began before: so much is looked back over a gap. */
const lookBackMs = 2 * 3_600_000;
/** A sync begins at most so long ago. */
const longestSyncMs = 29 * 86_400_000;
/** So few are asked for at the least, where an answer is too large or too slow for N/https. */
const smallestPage = 25;

export interface ReadTools {
  api: CompanyApi;
  perPage: number;
  /** RingCentral's number of the company whose calls are logged; null: that of the first answer. */
  company: string | null;
  /** Heavy requests that may still be made; asked before each. */
  mayAsk(): boolean;
  /** Called for each answer, before the cursor moves over it. `road` changes: calls that changed, whenever they were; otherwise the stretch they belong to. */
  take(answer: Answered, road: Road): void;
}
export type Road = { kind: 'changes' } | { kind: 'stretch'; stretch: string | null };

/** How far it came, and why no further. */
export interface Progress { cursor: Cursor; company: string | null; failure: SyncFailure | null }

/**
 * Asks RingCentral what is new, from where the cursor stands: first the changes, then the stretches page by page, as many as
 * the rate limit allows. What one sync answer cannot hold becomes a stretch. A failure ends the reading; what was read before stays.
 */
export function readCallLog(cursor: Cursor, since: number, now: number, tools: ReadTools): Progress {
  let at = cursor;
  let { company } = tools;
  const checked: ReadTools = {
    ...tools,
    take(answer, road) {
      if (company !== null && answer.company !== null && answer.company !== company) throw new SyncFailure('OTHER_COMPANY');
      company ??= answer.company;
      tools.take(answer, road);
    },
  };
  try {
    if (tools.mayAsk()) at = readChanges(at, since, now, checked);
    while (at.stretches.length > 0 && tools.mayAsk()) at = readPage(at, checked);
    return { cursor: at, company, failure: null };
  } catch (failure) {
    if (failure instanceof SyncFailure) return { cursor: at, company, failure };
    throw failure;
  }
}

const isTooMuch = (failure: unknown): boolean => failure instanceof SyncFailure && tooMuchAtOnce(failure);

/** Up to when RingCentral has told everything: by its own clock, which need not be NetSuite's. */
const toldUntil = ({ at }: Changed, now: number): number => (at === 0 ? now : at);

function readChanges(cursor: Cursor, since: number, now: number, tools: ReadTools): Cursor {
  const { api, mayAsk, take } = tools;
  if (cursor.changes === null) return begin(cursor, 'first-fill', since, now, tools);
  const gapFrom = Math.max(since, cursor.changes.at - lookBackMs);
  let changed: Changed;
  try {
    changed = nextChanges(api, cursor.changes.token);
  } catch (failure) {
    // What is too much at once comes page by page.
    if (!(failure instanceof SyncTokenEnded) && !isTooMuch(failure)) throw failure;
    if (!mayAsk()) return cursor;
    return begin(cursor, 'gap', gapFrom, now, tools);
  }
  take(changed, { kind: 'changes' });
  const at = toldUntil(changed, now);
  const next = { ...cursor, changes: { token: changed.token, at } };
  return changed.whole ? next : withStretch(next, stretchOf('gap', gapFrom, at));
}

/** A new sync from a moment on: what its one answer does not reach is read page by page. */
function begin(cursor: Cursor, kind: 'first-fill' | 'gap', from: number, now: number, { api, take, mayAsk }: ReadTools): Cursor {
  const reach = Math.max(from, now - longestSyncMs);
  let changed: Changed;
  try {
    changed = firstChanges(api, reach);
  } catch (failure) {
    if (!isTooMuch(failure) || !mayAsk()) throw failure;
    changed = firstChanges(api, reach, smallestPage);
  }
  const at = toldUntil(changed, now);
  take(changed, { kind: 'stretch', stretch: null });
  const next = { ...cursor, changes: { token: changed.token, at } };
  return changed.whole && reach === from ? next : withStretch(next, stretchOf(kind, from, at));
}

function readPage(cursor: Cursor, { api, perPage, take, mayAsk }: ReadTools): Cursor {
  const [stretch, ...others] = cursor.stretches;
  if (stretch === undefined) return cursor;
  // Pages are counted in their own size: another one in the middle would skip calls.
  let { page } = stretch;
  let size = stretch.perPage ?? perPage;
  let answer: ReturnType<typeof callLogPage>;
  for (;;) {
    try {
      answer = callLogPage(api, { from: stretch.from, to: stretch.to, page, perPage: size });
      break;
    } catch (failure) {
      // A page of half the size that begins with the same call, and so are all that follow.
      if (!isTooMuch(failure) || size < 2 * smallestPage || size % 2 === 1 || !mayAsk()) throw failure;
      page = 2 * page - 1;
      size /= 2;
    }
  }
  const { records, unreadable, last } = answer;
  take(answer, { kind: 'stretch', stretch: stretch.id });
  if (last) return { ...cursor, stretches: others };
  const starts = records.map(({ startedAt }) => startedAt).concat(stretch.oldest ?? stretch.to);
  return { ...cursor, stretches: [{ ...stretch, page: page + 1, perPage: size, calls: stretch.calls + records.length + unreadable, oldest: Math.min(...starts) }, ...others] };
}
