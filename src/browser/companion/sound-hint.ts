import type { LineView } from '../windows/line-client.ts';
import { silentHint } from '../ui/words/companion.ts';

/** What the folded dock says while no window of the browser would be heard ringing; '' while nothing is amiss, or no ring is wanted. */
export const soundHint = (view: LineView): string =>
  view.reach === 'here' && view.state.soundLocked && view.state.preferences.ring && view.state.connection.state === 'connected' ? silentHint : '';
