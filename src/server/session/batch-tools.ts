import runtime = require('N/runtime');
import type { BatchTools } from '../calls/batch-tools.ts';
import { mayEditSettings } from './rights.ts';

/** Whoever runs this script, in this account, with the units it has left; the platform is asked about settings at most once. */
export function currentBatchTools(): BatchTools {
  let answer: boolean | null = null;
  return {
    account: runtime.accountId,
    caller: { id: runtime.getCurrentUser().id, mayEditSettings: () => (answer ??= mayEditSettings()) },
    remainingUnits: () => runtime.getCurrentScript().getRemainingUsage(),
  };
}
