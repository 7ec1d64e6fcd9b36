import type { Call } from '../../core/calls/call.ts';

/**
 * Calls with a card in the dock: every one while it lives, and the newest that has ended. A folded dock shows only what
 * asks for an answer or has just ended; a call that is going on is a line in its bar.
 */
export function shownCalls(calls: readonly Call[], unfolded: boolean): Call[] {
  const live = calls.filter(({ phase }) => phase !== 'ended');
  const lastEnded = calls.find(({ phase }) => phase === 'ended');
  const shown = unfolded ? live : live.filter((call) => call.phase === 'ringing' && call.direction === 'Inbound');
  return lastEnded ? [...shown, lastEnded] : shown;
}
