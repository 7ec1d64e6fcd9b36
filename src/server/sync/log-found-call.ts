import runtime = require('N/runtime');
import { logCall, type Caller } from '../calls/log-call.ts';
import type { LogResult } from '../../wire/calls/log-answer.ts';
import type { LoggedCall } from '../../core/calls/from-call-log.ts';
import { callLogOf } from './call-log-of.ts';
import type { FoundCall, Logged } from './found-call.ts';
import { park, parkedCall, unmapped, unpark } from './waiting-calls.ts';

/** Background work runs with an administrator's rights, and names the organizer itself. */
const asPlatform = (): Caller => ({ id: runtime.getCurrentUser().id, mayEditSettings: () => true });

/**
 * Logs one call of the call log through the same function as the live door: a new one 25 units, matching included; one that is
 * there 15 to 25. A call without an organizer, or one that NetSuite refuses, is parked: 6 more. Done twice, it changes nothing.
 */
export function logFoundCall(found: FoundCall): Logged {
  if (found.kind === 'waiting') {
    const parked = parkedCall(found.row);
    return parked === null ? 'unchanged' : logged(parked.call, parked.settled, null, found.organizer, found.row);
  }
  const { call, settled, record, organizer, waiting } = found;
  if (organizer === null && record === null) {
    park(call, settled, unmapped, waiting);
    return 'unmapped';
  }
  return logged(call, settled, record, organizer, waiting);
}

function logged(call: LoggedCall, settled: string, record: number | null, organizer: number | null, waiting: number | null): Logged {
  const result = logCall(callLogOf(call, organizer), asPlatform(), { source: 'call-log', settled, record });
  if (result.status === 'refused' || result.status === 'later') {
    park(call, settled, result.detail ?? result.code ?? 'UNKNOWN', waiting);
    return 'failed';
  }
  if (waiting !== null) unpark(waiting);
  return became[result.status];
}

const became: Record<Exclude<LogResult['status'], 'refused' | 'later'>, Logged> = { created: 'created', completed: 'completed', unchanged: 'unchanged', deleted: 'unchanged' };
