import * as v from 'valibot';
import type { Refusal } from './errors.ts';

/** Enough to find the mistake by; a batch of nonsense must not be answered at length. */
const mostFields = 5;

/** What is wrong with a body: the names of the fields that do not fit, never their values; only too long, or of another shape. */
export const misfits = (issues: readonly v.BaseIssue<unknown>[]): v.InferOutput<typeof Refusal> => ({
  code: issues.every((issue) => issue.type === 'max_length') ? 'TOO_LARGE' : 'BAD_REQUEST',
  detail: [...new Set(issues.map((issue) => v.getDotPath(issue) ?? 'body'))].slice(0, mostFields).join(', '),
});
