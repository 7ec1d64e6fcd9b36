import type { Permitted } from '../environment/permissions.ts';
import type { LineState } from '../../wire/line/state.ts';

/** A call whose page was loaded anew waits for a microphone that the browser does not give without being asked. */
export function waitsForMicrophone(state: LineState, permitted: Permitted): 'to-be-asked' | 'denied' | null {
  if (state.movingAudio.length === 0 || permitted === 'granted') return null;
  if (permitted === 'prompt') return 'to-be-asked';
  // Where the browser does not tell, its refusal does; asking again may bring up its question.
  const refused = state.connection.state === 'connected-no-calls' && state.connection.cause === 'microphone-blocked';
  return permitted === 'denied' ? 'denied' : refused ? 'to-be-asked' : null;
}
