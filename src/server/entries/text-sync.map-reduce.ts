import type { EntryPoints } from 'N/types';
import { collectTexts } from '../text-sync/collect-texts.ts';
import { pendingCursors } from '../text-sync/cursors.ts';
import { finishTexts } from '../text-sync/finish-texts.ts';
import type { FoundTexts } from '../text-sync/found-texts.ts';
import { logFoundTexts } from '../text-sync/log-found-texts.ts';

/** An invocation that NetSuite kills halfway is tried again at once; logging twice changes nothing. */
export const config = { retryCount: 3, exitOnError: false };

/** Asks RingCentral for the texts of those whose turn it is, and leaves out what NetSuite knows already. */
export function getInputData(): Record<string, FoundTexts> {
  return collectTexts(Date.now());
}

/** One conversation and day: 5,000 units, which a map has not. */
export function reduce({ key, values, write }: EntryPoints.MapReduce.reduceContext): void {
  for (const value of values) write({ key, value: JSON.stringify(logFoundTexts(JSON.parse(value) as FoundTexts)) });
}

export function summarize(context: EntryPoints.MapReduce.summarizeContext): void {
  finishTexts(context, pendingCursors());
}
