import * as v from 'valibot';
import { errorCodes } from '../errors.ts';
import { logStatuses } from '../log-status.ts';
import { TextResult } from '../messages/log-answer.ts';

/** Longest notes accepted, in characters (the whole text goes into a CLOBTEXT field). */
export const longestNotes = 100_000;
/** Calls in one request. */
export const largestBatch = 50;

export const LogResult = v.object({
  telephonySessionId: v.nullable(v.string()),
  extensionId: v.nullable(v.string()),
  status: v.picklist(logStatuses),
  /** Internal id of the phone call. */
  record: v.nullable(v.number()),
  code: v.nullable(v.picklist(errorCodes)),
  detail: v.nullable(v.string()),
  /** The record's notes where those of the log were not taken, because a person wrote there or later ones are there; as much as notes of a log may hold. */
  notes: v.optional(v.nullable(v.string())),
});
export type LogResult = v.InferOutput<typeof LogResult>;

/** Same order and length as `calls` and as `texts`; or one error for the whole request. */
export const LogAnswer = v.union([
  v.object({ ok: v.literal(true), results: v.array(LogResult), textResults: v.optional(v.array(TextResult), []) }),
  v.object({ ok: v.literal(false), error: v.object({ code: v.picklist(errorCodes), detail: v.string() }) }),
]);
export type LogAnswer = v.InferOutput<typeof LogAnswer>;
