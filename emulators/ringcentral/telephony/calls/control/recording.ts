import { randomInt } from 'node:crypto';
import type { Recording } from '../../contract.ts';
import { CallRefusal } from '../../contract.ts';
import type { Place } from '../call.ts';

/** A party's recordings: there is one a call, on or paused. Throw CallRefusal unless the party talks. */

export function startRecording(place: Place): Recording {
  const existing = recordingsOf(place)[0];
  return setRecording(place, existing?.id ?? String(randomInt(1_000_000_000, 9_999_999_999)), true, existing === undefined);
}

export function stopRecording(place: Place): void {
  const [existing] = recordingsOf(place);
  if (!existing?.active) throw new CallRefusal('not allowed now', 'The call is not being recorded.');
  setRecording(place, existing.id, false);
}

/** Pauses, or goes on with, a recording that was started. */
export function setRecording(place: Place, id: string, active: boolean, isNew = false): Recording {
  const known = recordingsOf(place);
  if (!isNew && !known.some((one) => one.id === id)) throw new CallRefusal('no such recording', 'The recording is not found.');
  const changed: Recording = { id, active };
  place.call.session.update(place.party, { recordings: [...known.filter((one) => one.id !== id), changed], muted: place.call.session.party(place.party).muted });
  return changed;
}

function recordingsOf({ call, party }: Place): Recording[] {
  if (call.ended || !call.member(party)) throw new CallRefusal('not allowed now', 'Only a call that is up can be recorded.');
  return call.session.party(party).recordings ?? [];
}
