import type { LineState } from '../../wire/line/state.ts';
import { whoIsIt } from './who.ts';

/** Tells assistive technology of a ringing call; stays in the page, because a live region must exist before its text changes. */
export function IncomingAnnouncement({ state }: { state: LineState | null }) {
  const ringing = state?.calls.find((call) => call.phase === 'ringing' && call.direction === 'Inbound');
  return <p class="unseen" aria-live="assertive">{ringing ? `Incoming call from ${whoIsIt(ringing).title}` : ''}</p>;
}
