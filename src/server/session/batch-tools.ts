import runtime = require('N/runtime');
import type { BatchTools } from '../calls/batch-tools.ts';
import { mayEditSettings } from './rights.ts';

/** Our pages wait 45 s for an answer. Without one the whole batch would come again and take as long again; with one the rest comes alone. */
const patienceMs = 20_000;

/** Whoever runs this script, in this account, with the units it has left, none when time is up; the platform is asked about settings at most once. */
export function currentBatchTools(): BatchTools {
  const began = Date.now();
  let answer: boolean | null = null;
  return {
    account: runtime.accountId,
    caller: { id: runtime.getCurrentUser().id, mayEditSettings: () => (answer ??= mayEditSettings()) },
    remainingUnits: () => (Date.now() - began > patienceMs ? 0 : runtime.getCurrentScript().getRemainingUsage()),
  };
}
