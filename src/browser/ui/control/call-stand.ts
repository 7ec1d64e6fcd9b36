import type { Call } from '../../../core/calls/call.ts';
import { type CallControl, type LineState, untouched } from '../../../wire/line/state.ts';

/** A call rings for this user and waits for an answer. */
export const isOffered = (call: Call): boolean => call.phase === 'ringing' && call.direction === 'Inbound';

/** A call that takes a place on the line: talked to, held, or being made. */
export const isUp = (call: Call): boolean => call.phase !== 'ended' && !isOffered(call);

/** How a call stands among the others: what its buttons depend on beside its own phase. */
export interface CallStand {
  control: CallControl;
  /** The others that are up; the line takes two in all. */
  others: Call[];
  /** The held call for which this one asks somebody. */
  asksFor: Call | null;
  /** The call that asks somebody to take this one over. */
  askedBy: Call | null;
  /** Another call is talked to at this moment. */
  waits: boolean;
}

const controlOf = (state: LineState, callId: string): CallControl => state.controls[callId] ?? untouched;

export function callStand(call: Call, state: LineState): CallStand {
  const others = state.calls.filter((other) => other.callId !== call.callId && isUp(other));
  const control = controlOf(state, call.callId);
  return {
    control,
    others,
    asksFor: others.find(({ callId }) => callId === control.consultsFor) ?? null,
    askedBy: others.find(({ callId }) => controlOf(state, callId).consultsFor === call.callId) ?? null,
    waits: others.some((other) => other.phase !== 'talking' || !other.held),
  };
}
