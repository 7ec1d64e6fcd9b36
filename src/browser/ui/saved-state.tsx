import type { Call } from '../../core/calls/call.ts';
import type { LineState } from '../../wire/line/state.ts';
import { Icon } from './icon.tsx';
import { homeAddress, phoneCallAddress } from './who.ts';
import { deletedThere, keepPageOpen, leftOut, notesNotSaved, notSaved, saved, sessionEndedShort, waitingToBeSaved } from './words/call.ts';

/** How far the log of an ended call is; nothing for one that is nobody's to log. */
export function SavedState({ call, state, typing }: { call: Call; state: LineState; /** Words in the box below are not with the line yet. */ typing: boolean }) {
  const refused = state.unsent.refused.find(({ id }) => id === call.callId);
  if (refused) return <p class="saved bad"><Icon name="warning" />{refused.theirs === null ? notSaved : notesNotSaved}</p>;
  const log = state.logged[call.callId];
  if (!log) return state.leftOut.includes(call.callId) ? <p class="saved">{leftOut}</p> : null;
  if (log.status === 'waiting' && state.unsent.sessionEnded) return <p class="saved"><a href={homeAddress} target="_blank" rel="noopener">{sessionEndedShort}</a></p>;
  if (log.status === 'waiting' || typing) return <p class="saved">{state.unsent.lasting ? waitingToBeSaved : keepPageOpen}</p>;
  if (log.record === null) return <p class="saved">{deletedThere}</p>;
  return <p class="saved good"><Icon name="check" /><a href={phoneCallAddress(log.record)} target="_blank" rel="noopener">{saved}</a></p>;
}
