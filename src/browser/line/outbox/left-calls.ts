import { wantsLogging, type WhatToLog } from '../../../core/calls/wants-logging.ts';
import { loggable, type Draft } from './draft.ts';

export interface LeftCallsTools {
  /** null: not known yet. */
  whatToLog(): WhatToLog | null;
  remove(id: string): void;
}

/** Calls whose line died over them: they wait until it is known whether the company wants such calls at all. */
export function createLeftCalls({ whatToLog, remove }: LeftCallsTools) {
  const left = new Map<string, Draft>();
  return {
    add: (draft: Draft): void => void (draft.kind === 'call' && left.set(draft.id, draft)),
    wait: (id: string): boolean => left.has(id),
    /** true: some wait no more. */
    settle(): boolean {
      const wanted = whatToLog();
      if (left.size === 0 || wanted === null) return false;
      for (const [id, draft] of left) if (draft.kind === 'call' && !wantsLogging(wanted, loggable(draft.log))) remove(id);
      left.clear();
      return true;
    },
  };
}
