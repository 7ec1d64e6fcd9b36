import type { Colleague } from '../../../wire/line/presence.ts';

/** RingCentral's words about one user, as far as they came. */
export interface PresenceWords { presenceStatus?: string | undefined; dndStatus?: string | undefined; telephonyStatus?: string | undefined }

/** One word for a colleague; the call before the wish, the wish before the rest. */
export function colleaguePresence({ presenceStatus, dndStatus, telephonyStatus }: PresenceWords): Colleague['presence'] {
  if (telephonyStatus === 'CallConnected' || telephonyStatus === 'OnHold' || telephonyStatus === 'Ringing') return 'on-a-call';
  if (dndStatus === 'DoNotAcceptAnyCalls') return 'do-not-disturb';
  switch (presenceStatus) {
    case 'Available': return 'available';
    case 'Busy': return 'busy';
    case 'Offline': return 'offline';
    default: return 'unknown';
  }
}
