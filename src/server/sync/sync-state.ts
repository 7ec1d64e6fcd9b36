import * as v from 'valibot';
import { BackFillCounts, LastBackFill, SyncCounts, SyncTrouble } from '../../wire/sync/sync.ts';

const moment = v.number();
const noneYet: v.InferOutput<typeof BackFillCounts> = { created: 0, completed: 0, unchanged: 0, unmapped: 0, failed: 0 };

/** A stretch of time that is read from the call log page by page: the newest first. */
export const Stretch = v.object({
  /** Kind and bounds: the same one asked for twice is one. */
  id: v.string(),
  kind: v.picklist(['first-fill', 'gap', 'back-fill']),
  from: moment,
  to: moment,
  /** The next page to read. */
  page: v.number(),
  /** Calls on each page, as they were on the first; null: nothing was read yet. */
  perPage: v.optional(v.nullable(v.number()), null),
  calls: v.number(),
  /** Start of the oldest call read; null: none yet. */
  oldest: v.nullable(moment),
  /** What became of its calls so far. */
  counts: v.optional(BackFillCounts, noneYet),
  /** Of these, calls of pages that have to be read again: then they are no news. */
  again: v.optional(v.number(), 0),
});
export type Stretch = v.InferOutput<typeof Stretch>;

/** How far sync is: where changes go on, and what is still to be read page by page. */
const Cursor = v.object({
  /** null: nothing was ever read. */
  changes: v.nullable(v.object({ token: v.string(), at: moment })),
  stretches: v.array(Stretch),
});
export type Cursor = v.InferOutput<typeof Cursor>;

/** Everything call sync remembers between runs; no secret, no call, no number. All times are epoch milliseconds. */
export const SyncState = v.object({
  v: v.literal(1),
  /** NetSuite account it belongs to: a refreshed sandbox starts anew. */
  account: v.string(),
  cursor: Cursor,
  /** Calls before this moment were asked for; null: sync was never on. */
  since: v.nullable(moment),
  /** RingCentral's number of the company whose calls these are; null: nobody said yet, or an administrator saved the settings anew. */
  company: v.optional(v.nullable(v.string()), null),
  /** Heavy requests of the last minute. */
  requests: v.array(moment),
  /** RingCentral asked us to wait until then. */
  notBefore: moment,
  /** The run under way. `next` becomes the cursor when its calls are logged or parked; a run that is silent beyond `until` has died. */
  run: v.nullable(v.object({
    /** Deployment that runs. */
    id: v.string(),
    /** It only waits for its turn: RingCentral may not be asked again yet. */
    idle: v.optional(v.boolean(), false),
    since: moment,
    until: moment,
    calls: v.nullable(v.number()),
    read: v.number(),
    known: v.number(),
    parked: v.number(),
    unreadable: v.optional(v.number(), 0),
    requests: v.number(),
    /** Records read and calls known already, by stretch. */
    of: v.optional(v.record(v.string(), v.object({ read: v.number(), known: v.number() })), {}),
    /** Stretches there were when it began. */
    before: v.array(v.string()),
    next: v.nullable(Cursor),
  })),
  /** Keys of calls over which the same pages failed, and how often. */
  lost: v.object({ keys: v.array(v.string()), times: v.number() }),
  /** Runs in a row that ended before RingCentral could be asked again. */
  turns: v.optional(v.number(), 0),
  lastBackFill: v.optional(v.nullable(LastBackFill), null),
  lastRun: v.nullable(v.object({ startedAt: v.string(), endedAt: v.string(), counts: SyncCounts })),
  trouble: v.nullable(SyncTrouble),
});
export type SyncState = v.InferOutput<typeof SyncState>;

export const firstState = (account: string): SyncState => ({
  v: 1, account, cursor: { changes: null, stretches: [] }, since: null, company: null, requests: [], notBefore: 0, run: null, lost: { keys: [], times: 0 }, turns: 0, lastBackFill: null, lastRun: null, trouble: null,
});

/** Reads the kept text; what cannot be read, or belongs to another account, starts anew: nothing is lost by it but time. */
export function readState(text: string, account: string): SyncState {
  try {
    const read = v.safeParse(SyncState, JSON.parse(text));
    if (read.success && read.output.account === account) return read.output;
  } catch {
    // Empty at first, or damaged.
  }
  return firstState(account);
}

/** Heavy requests that RingCentral allows in a minute, and a second for clocks and roads. */
const heavyPerMinute = 10;
const windowMs = 61_000;

export const recentRequests = (requests: readonly number[], now: number): number[] => requests.filter((at) => at > now - windowMs && at <= now);

/** Heavy requests that may be made now. */
export const allowance = ({ requests, notBefore }: Pick<SyncState, 'requests' | 'notBefore'>, now: number): number => (now < notBefore ? 0 : Math.max(0, heavyPerMinute - recentRequests(requests, now).length));

/** A run that may ask for less would read no page. */
const fewestToRead = 2;
/** So often a run may end only to let the next one look again. Each takes NetSuite some seconds, so that RingCentral's minute is over before; where not, the schedule goes on. */
const mostTurns = 30;

const hasMore = ({ cursor, lost }: Pick<SyncState, 'cursor' | 'lost'>): boolean => cursor.stretches.length > 0 || lost.keys.length > 0;

/** A page may be read now. */
export const mayRead = (state: SyncState, now: number): boolean => allowance(state, now) >= fewestToRead;

/** Nothing but RingCentral's limit is in the way of reading on. */
export const goesOn = (state: SyncState): boolean => hasMore(state) && (state.trouble === null || state.trouble.cause === 'RATE_LIMITED');

/** The next run is to start when this one ends: it may read, or has turns left to wait for that. */
export const takesTurn = (state: SyncState, now: number): boolean => goesOn(state) && (mayRead(state, now) || state.turns < mostTurns);

/** A run under way that is still alive. */
export const isRunning = ({ run }: SyncState, now: number): boolean => run !== null && now < run.until;

export const stretchOf = (kind: Stretch['kind'], from: number, to: number): Stretch => ({ id: `${kind} ${from} ${to}`, kind, from, to, page: 1, perPage: null, calls: 0, oldest: null, counts: noneYet, again: 0 });

/** Adds a stretch to be read. A gap goes first: it holds the newest calls. */
export function withStretch(cursor: Cursor, stretch: Stretch): Cursor {
  if (stretch.to <= stretch.from || cursor.stretches.some(({ id }) => id === stretch.id)) return cursor;
  return { ...cursor, stretches: stretch.kind === 'gap' ? [stretch, ...cursor.stretches] : [...cursor.stretches, stretch] };
}

/** Where a run has come to, over what an administrator asked for or gave up meanwhile. `before`: the stretches there were when it began. */
export function joined(kept: Cursor, before: readonly string[], next: Cursor): Cursor {
  const still = new Set(kept.stretches.map(({ id }) => id));
  return {
    changes: next.changes,
    stretches: [...next.stretches.filter(({ id }) => still.has(id) || !before.includes(id)), ...kept.stretches.filter(({ id }) => !before.includes(id))],
  };
}
