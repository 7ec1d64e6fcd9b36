import type { EntryPoints } from 'N/types';
import { collectCalls } from '../sync/collect-calls.ts';
import { finishRun } from '../sync/finish-run.ts';
import { logFoundCall } from '../sync/log-found-call.ts';
import { writeLogged, type FoundCall } from '../sync/found-call.ts';

/** A call that NetSuite kills halfway is tried again at once; logging it twice changes nothing. */
export const config = { retryCount: 3, exitOnError: false };

/** Asks RingCentral what is new, page by page as the rate limit allows, and leaves out what NetSuite knows already. */
export function getInputData(): Record<string, FoundCall> {
  return collectCalls(Date.now());
}

/** One call of one user. */
export function map({ key, value, write }: EntryPoints.MapReduce.mapContext): void {
  const found = JSON.parse(value) as FoundCall;
  write({ key, value: writeLogged(logFoundCall(found), found) });
}

export function summarize(context: EntryPoints.MapReduce.summarizeContext): void {
  finishRun(context, Date.now());
}
