import type { CallView } from '../contract.ts';
import { SimulatorError } from '../contract.ts';
import type { LiveCall } from './live-call.ts';

/** So many calls are remembered; beyond that the oldest ended ones are forgotten. */
const CALLS_KEPT = 200;

/** Every call since the start, newest last. */
export interface CallBoard {
  add(call: LiveCall): void;
  find(telephonySessionId: string): LiveCall | undefined;
  /** Throws SimulatorError for an unknown id. */
  get(telephonySessionId: string): LiveCall;
  views(): CallView[];
  close(): void;
}

export function createCallBoard(): CallBoard {
  const calls = new Map<string, LiveCall>();
  const find = (id: string): LiveCall | undefined => calls.get(id);
  return {
    add(call) {
      calls.set(call.telephonySessionId, call);
      for (const [id, old] of calls) {
        if (calls.size <= CALLS_KEPT) break;
        if (old.view().endedAt !== null) calls.delete(id);
      }
    },
    find,
    get(id) {
      const call = find(id);
      if (!call) throw new SimulatorError('No call with this telephony session id.');
      return call;
    },
    views: () => [...calls.values()].map((call) => call.view()),
    close() { for (const call of calls.values()) call.close(); },
  };
}
