import { humanAnswer } from '../../../core/calls/answer.ts';
import type { LiveCall } from '../../../core/calls/live-call.ts';
import type { Clock } from '../../environment/clock.ts';
import type { SessionState } from '../events/telephony-event.ts';
import type { LineTimings } from '../timings.ts';
import type { Calls } from './calls.ts';

export interface WatchInternalCallTools {
  clock: Clock;
  timings: Pick<LineTimings, 'askAnswerMs'>;
  calls(): Calls;
  stateOf(telephonySessionId: string): Promise<SessionState | null>;
}

/** Rings at a colleague: RingCentral has said Answered of us at once, and events of the colleague's party are not ours to hear. */
const ringsAtColleague = ({ facts, evidence, call }: LiveCall): boolean => facts.direction === 'Outbound' && call.phase === 'ringing' && evidence.answers.length > 0 && humanAnswer(facts, evidence) === null;

/**
 * When a call rings at a colleague, ask RingCentral now and then whether it was taken. That tells that they talk, not
 * since when: talk time stays open until sync knows it.
 */
export function createWatchInternalCall({ clock, timings, calls, stateOf }: WatchInternalCallTools) {
  const watched = new Set<string>();

  function look(callId: string): void {
    clock.after(timings.askAnswerMs, async () => {
      const live = calls().get(callId);
      if (!live || !ringsAtColleague(live) || live.facts.telephonySessionId === null) {
        watched.delete(callId);
        return;
      }
      const state = await stateOf(live.facts.telephonySessionId);
      if (state?.farAnswered) calls().apply(callId, { what: 'read-again', at: clock.now() });
      look(callId);
    });
  }

  return (live: LiveCall): void => {
    const { callId } = live.facts;
    if (watched.has(callId) || !ringsAtColleague(live)) return;
    watched.add(callId);
    look(callId);
  };
}
