import type { Call } from '../../core/calls/call.ts';

/** The calls of the dock: those with a card, and the one that its bar names in a few words. */
export interface ShownCalls { cards: Call[]; bar: Call | null }

/**
 * A folded dock covers the page only where an answer is asked for; unfolded it has a card for every live call or else
 * for the newest that has ended. What has no card is named in the bar.
 */
export function shownCalls(calls: readonly Call[], unfolded: boolean): ShownCalls {
  const live = calls.filter(({ phase }) => phase !== 'ended');
  const lastEnded = calls.find(({ phase }) => phase === 'ended');
  const here = live.length > 0 || !lastEnded ? live : [lastEnded];
  const cards = unfolded ? here : live.filter((call) => call.phase === 'ringing' && call.direction === 'Inbound');
  return { cards, bar: here.find((call) => !cards.includes(call)) ?? null };
}
