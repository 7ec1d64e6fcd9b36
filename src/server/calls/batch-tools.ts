import type { Caller } from './log-call.ts';

/** What logging one request needs to know of the script it runs in. */
export interface BatchTools {
  account: string;
  caller: Caller;
  /** Units this script may still use; none when whoever asked has waited long enough. */
  remainingUnits: () => number;
}
