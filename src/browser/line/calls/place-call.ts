import { dialable } from '../../../core/numbers/dialable.ts';
import type { CommandResult } from '../../../wire/line/commands.ts';
import type { Clock } from '../../environment/clock.ts';
import type { Me } from '../account/me.ts';
import { MediaFailure } from '../media/media-failure.ts';
import type { AudioPlaces } from '../media/audio-places.ts';
import type { SipPhone } from '../sip/sip-phone.ts';
import type { Calls } from './calls.ts';
import type { DialOrder } from './dial-queue.ts';
import { done, refusalOf, refused } from './refusal.ts';

export interface PlaceCallTools {
  clock: Clock;
  calls: Calls;
  places: Pick<AudioPlaces, 'prefer'>;
  me(): Me | null;
  /** The number to show to whoever is called; null: as RingCentral has it. */
  callerId(): string | null;
  onMicrophoneBlocked(): void;
}

/** Dials on a phone that is up. Settles when RingCentral has taken or refused the call; how it goes on is in its facts. */
export function createPlaceCall({ clock, calls, places, me, callerId, onMicrophoneBlocked }: PlaceCallTools) {
  /** Extension keys to send when somebody answers, by Call-ID. */
  const keysToSend = new Map<string, string>();

  return {
    /** `begun` runs at once with its Call-ID, before anything is sent. */
    async place(phone: SipPhone, { number, person, windowId, picksUp }: DialOrder, begun: (callId: string) => void): Promise<CommandResult> {
      const target = dialable(number);
      if (!target) return refused('not-a-number');
      let callId = '';
      const user = me();
      const shown = callerId();
      const us = { number: shown ?? user?.numbers[0] ?? user?.extensionNumber ?? '', name: user?.name || null };
      const them = picksUp?.with ?? { number: target.extension === null ? target.dial : `${target.dial}#${target.extension}`, name: null };
      const direction = picksUp?.direction ?? 'Outbound';
      try {
        await phone.dial(target.dial, (call) => {
          callId = call.callId;
          places.prefer(callId, windowId);
          if (target.extension !== null) keysToSend.set(callId, target.extension);
          calls.begin({
            callId,
            direction,
            telephonySessionId: null,
            partyId: null,
            from: direction === 'Outbound' ? us : them,
            to: direction === 'Outbound' ? them : us,
            queue: null,
            startedAt: clock.now(),
            notes: '',
            notesAt: 0,
            disposition: null,
            person: null,
          }, picksUp ? 'parked' : null);
          if (person) calls.apply(callId, { what: 'chosen', person });
          begun(callId);
        }, { callerId: shown });
        const noneThere = picksUp ? calls.get(callId)?.evidence.refused : null;
        if (!noneThere) return done({ callId });
        // Nobody was called: there is nothing to show.
        calls.forget(callId);
        return refused('ringcentral-refused', `${noneThere.status} ${noneThere.reason}`);
      } catch (failure) {
        // Without a microphone there was no call.
        if (failure instanceof MediaFailure) calls.forget(callId);
        if (failure instanceof MediaFailure && failure.kind === 'microphone-blocked') onMicrophoneBlocked();
        return refusalOf(failure);
      }
    },
    /** Keys behind `#` of the number dialled, once. */
    takeKeys(callId: string): string | null {
      const keys = keysToSend.get(callId) ?? null;
      keysToSend.delete(callId);
      return keys;
    },
  };
}

export type PlaceCall = ReturnType<typeof createPlaceCall>;
