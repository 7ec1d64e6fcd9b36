import * as v from 'valibot';
import { directions } from '../../core/calls/outcome.ts';
import { day } from '../day.ts';
import { SyncTrouble } from './sync.ts';

/**
 * The proof that call sync lost nothing and doubled nothing, for Company Admins only (api Suitelet; everybody else gets FORBIDDEN):
 *
 *   reconcile      Reconcile             → ReconcileAnswer   one page of RingCentral's call log against NetSuite's phone calls
 *   merge-doubles  MergeDoubles (change) → MergedDoubles     the record with the lowest internal id stays; needs the right to delete phone calls
 *
 * The screen asks page by page, from `cursor: null` until `next` is null, and adds the counts up (core/calls/reconcile.ts). Each page is one
 * Heavy request to RingCentral; where that has to wait, the answer is `stopped` with the same SyncTrouble as on the sync card: ask again with the
 * same cursor at `retryAt`.
 */

const count = v.number();

/** First and last day, both whole, in the account's zone. */
export const Reconcile = v.object({ from: day, to: day, cursor: v.nullable(v.pipe(v.string(), v.maxLength(300))) });
export type Reconcile = v.InferOutput<typeof Reconcile>;

/** Pairs of a call and a user who took part. `pairs` is the sum of logged, doubled, missing, unmapped, failed, deleted and unwanted. */
export const ReconcileCounts = v.object({
  /** Records of RingCentral's company call log. */
  records: count,
  pairs: count,
  /** One phone call each. */
  logged: count,
  /** Several phone calls of one pair. */
  doubled: count,
  /** No phone call, and no reason why. */
  missing: count,
  /** Wait for an organizer. */
  unmapped: count,
  /** Wait because NetSuite refused them; the sync card lists them. */
  failed: count,
  /** A person deleted the phone call in NetSuite. */
  deleted: count,
  /** The company's choice of what to log leaves them out. */
  unwanted: count,
  /** Phone calls of the phone that RingCentral's log does not have; not part of `pairs`. */
  surplus: count,
});
export type ReconcileCounts = v.InferOutput<typeof ReconcileCounts>;

export const Difference = v.object({
  kind: v.picklist(['missing', 'doubled', 'surplus']),
  telephonySessionId: v.string(),
  extensionId: v.string(),
  startedAt: v.nullable(v.string()),
  direction: v.nullable(v.picklist(directions)),
  from: v.string(),
  to: v.string(),
  /** Internal ids of the phone calls, lowest first; empty for a missing one. */
  phoneCalls: v.array(v.number()),
});
export type Difference = v.InferOutput<typeof Difference>;

export const ReconcileAnswer = v.variant('is', [
  v.object({
    is: v.literal('page'),
    counts: ReconcileCounts,
    /** Of missing and surplus ones the first few hundred of a page; the counts hold them all. */
    differences: v.array(Difference),
    /** null: that was the last page. */
    next: v.nullable(v.string()),
    /** 0 to 1, by time; the newest calls come first. */
    progress: v.number(),
  }),
  v.object({ is: v.literal('stopped'), trouble: SyncTrouble }),
]);
export type ReconcileAnswer = v.InferOutput<typeof ReconcileAnswer>;

/** Pairs as a difference names them, so many at a time. */
export const MergeDoubles = v.object({
  pairs: v.pipe(v.array(v.object({ telephonySessionId: v.pipe(v.string(), v.maxLength(120)), extensionId: v.pipe(v.string(), v.regex(/^\d{1,20}$/)) })), v.minLength(1), v.maxLength(10)),
});
export type MergeDoubles = v.InferOutput<typeof MergeDoubles>;

/** How many phone calls went, and which pairs stay double: LATER where the request's units ran out, otherwise NetSuite's code (INSUFFICIENT_PERMISSION…). */
export const MergedDoubles = v.object({
  removed: count,
  refused: v.array(v.object({ telephonySessionId: v.string(), extensionId: v.string(), code: v.string() })),
});
export type MergedDoubles = v.InferOutput<typeof MergedDoubles>;
