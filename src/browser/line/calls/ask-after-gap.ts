import type { Clock } from '../../environment/clock.ts';
import type { SessionState } from '../events/telephony-event.ts';
import type { Calls } from './calls.ts';

export interface AskAfterGapTools {
  clock: Clock;
  calls(): Calls;
  stateOf(telephonySessionId: string): Promise<SessionState | null>;
}

/** Events of the calls that are up may be lost for good: RingCentral is asked whether people talk; nobody knows since when. */
export const createAskAfterGap = ({ clock, calls, stateOf }: AskAfterGapTools) => async (): Promise<void> => {
  for (const { call } of calls().live()) {
    calls().apply(call.callId, { what: 'events-lost' });
    const state = call.telephonySessionId === null ? null : await stateOf(call.telephonySessionId);
    // Of a call we made, our own party says Answered before anybody has answered.
    const answered = call.direction === 'Outbound' ? state?.farAnswered : state?.ours === 'Answered' || state?.ours === 'Hold';
    if (answered) calls().apply(call.callId, { what: 'read-again', at: clock.now() });
  }
};
