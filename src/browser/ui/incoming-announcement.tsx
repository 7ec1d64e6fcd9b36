import type { LineState } from '../../wire/line/state.ts';
import { whoIsIt } from './who.ts';

/** What assistive technology is told of a ringing call; empty where none rings. */
export function incomingWords(state: LineState | null): string {
  const ringing = state?.calls.find((call) => call.phase === 'ringing' && call.direction === 'Inbound');
  return ringing ? `Incoming call from ${whoIsIt(ringing).title}` : '';
}

/** Stays in the page, because a live region must exist before its text changes. */
export const IncomingAnnouncement = ({ state }: { state: LineState | null }) => <p class="unseen" aria-live="assertive">{incomingWords(state)}</p>;
