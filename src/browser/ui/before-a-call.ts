import type { LineState } from '../../wire/line/state.ts';
import type { Permitted } from '../environment/permissions.ts';

/** What would keep a call from being heard or answered, and is better settled before the first one. */
export type BeforeACall = 'sound-locked' | 'microphone-not-asked' | 'microphone-blocked';

/** Nothing for those who have no phone yet, and nothing about the microphone while a call needs it: then the call itself asks. */
export function beforeACall(state: LineState, microphone: Permitted): BeforeACall[] {
  const { connection, preferences, calls } = state;
  const blocked = connection.state === 'connected-no-calls' && connection.cause === 'microphone-blocked';
  if (connection.state !== 'connected' && !blocked) return [];
  const found: BeforeACall[] = [];
  if (blocked || microphone === 'denied') found.push('microphone-blocked');
  else if (microphone === 'prompt' && calls.every(({ phase }) => phase === 'ended')) found.push('microphone-not-asked');
  if (preferences.ring && state.soundLocked) found.push('sound-locked');
  return found;
}
