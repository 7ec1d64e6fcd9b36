import { SuiteScriptError } from './script-error.ts';

/** The units of one execution. */
export interface Usage {
  used(): number;
  remaining(): number;
  /** Throws SSS_USAGE_LIMIT_EXCEEDED when the budget does not cover it. */
  charge(units: number): void;
}

export function createUsage(limit: number): Usage {
  let used = 0;
  return {
    used: () => used,
    remaining: () => limit - used,
    charge(units) {
      if (used + units > limit) throw new SuiteScriptError('SSS_USAGE_LIMIT_EXCEEDED', 'Script Execution Usage Limit Exceeded');
      used += units;
    },
  };
}

export type StageKind = 'suitelet' | 'restlet' | 'userevent' | 'portlet' | 'scheduled' | 'getInputData' | 'map' | 'reduce' | 'summarize' | 'debugger';

/** Units and milliseconds of each kind of execution (netsuite.md 4.5). */
export const limits: Record<StageKind, { units: number; ms: number }> = {
  suitelet: { units: 1_000, ms: 300_000 },
  userevent: { units: 1_000, ms: 300_000 },
  portlet: { units: 1_000, ms: 300_000 },
  restlet: { units: 5_000, ms: 300_000 },
  scheduled: { units: 10_000, ms: 3_600_000 },
  getInputData: { units: 10_000, ms: 3_600_000 },
  map: { units: 1_000, ms: 300_000 },
  reduce: { units: 5_000, ms: 900_000 },
  summarize: { units: 10_000, ms: 3_600_000 },
  debugger: { units: 10_000, ms: 300_000 },
};
