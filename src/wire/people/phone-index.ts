import * as v from 'valibot';

/**
 * The phone index, for Company Admins only (api Suitelet; everybody else gets FORBIDDEN):
 *
 *   read-index     {}           → IndexCard
 *   rebuild-index  {}  (change) → IndexCard   reads everybody again; CONFLICT while a rebuild that was ordered runs
 */

/** Stages of NetSuite's map/reduce that such a run has: who is there, their entries person by person, the end. */
export const indexStages = ['GET_INPUT', 'MAP', 'SUMMARIZE'] as const;
export type IndexStage = (typeof indexStages)[number];

/** The rebuild that was ordered last; of the nightly run NetSuite tells no script before it ends. */
export const IndexRun = v.variant('is', [
  /** None, or it has ended and filled the index. */
  v.object({ is: v.literal('none') }),
  /** For one of NetSuite's processors. */
  v.object({ is: v.literal('waiting') }),
  /** `percent`: 0 to 100 of the people; null outside of MAP. */
  v.object({ is: v.literal('running'), stage: v.picklist(indexStages), percent: v.nullable(v.number()) }),
  /** Ended without having filled the index. */
  v.object({ is: v.literal('failed') }),
  /** NetSuite would not say how it stands. */
  v.object({ is: v.literal('untold') }),
]);
export type IndexRun = v.InferOutput<typeof IndexRun>;

export const IndexCard = v.object({
  numbers: v.number(),
  /** The last run that ended (ISO 8601), and people whose entries it could not write; null: none has ended yet. */
  built: v.nullable(v.object({ at: v.string(), failed: v.number() })),
  run: IndexRun,
});
export type IndexCard = v.InferOutput<typeof IndexCard>;
