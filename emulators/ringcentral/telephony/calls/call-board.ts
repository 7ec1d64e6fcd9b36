import type { CallView } from '../contract.ts';
import { SimulatorError } from '../contract.ts';
import type { Call } from './call.ts';

/** So many calls are remembered; beyond that the oldest ended ones are forgotten. */
const CALLS_KEPT = 200;

/** Every call since the start, newest last. */
export interface CallBoard {
  add(call: Call): void;
  find(telephonySessionId: string): Call | undefined;
  /** Throws SimulatorError for an unknown id. */
  get(telephonySessionId: string): Call;
  /** Those that have not ended. */
  calls(): Call[];
  views(): CallView[];
  close(): void;
}

export function createCallBoard(): CallBoard {
  const calls = new Map<string, Call>();
  const find = (id: string): Call | undefined => calls.get(id);
  return {
    add(call) {
      calls.set(call.telephonySessionId, call);
      for (const [id, old] of calls) {
        if (calls.size <= CALLS_KEPT) break;
        if (old.ended) calls.delete(id);
      }
    },
    find,
    get(id) {
      const call = find(id);
      if (!call) throw new SimulatorError('No call with this telephony session id.');
      return call;
    },
    calls: () => [...calls.values()].filter((call) => !call.ended),
    views: () => [...calls.values()].map((call) => call.view()),
    close() { for (const call of calls.values()) call.close(); },
  };
}
