import type { Clock } from '../../environment/clock.ts';
import type { NoteHealth } from '../health/line-health.ts';
import type { SipCall } from '../sip/sip-call.ts';
import type { LineTimings } from '../timings.ts';
import type { AudioPlaces } from './audio-places.ts';
import type { MoveAudio } from './move-audio.ts';

export interface RestoreAudioTools {
  clock: Clock;
  timings: Pick<LineTimings, 'iceHealMs' | 'iceAgainMs'>;
  places: Pick<AudioPlaces, 'windowOf'>;
  moveAudio: Pick<MoveAudio, 'isMoving'>;
  leg(callId: string): SipCall | undefined;
  /** Registered: a re-INVITE can be sent. */
  phoneReady(): boolean;
  note: NoteHealth;
  onChange(): void;
}

/** A way that six new attempts over a minute did not find is not there: then a person decides. */
const mostTries = 6;

interface Interruption { tries: number; lost: boolean; busy: boolean; cancel(): void }

/**
 * When the network under a call's audio goes (another Wi-Fi, a VPN, a cable), its window says so, and ICE is restarted by
 * a re-INVITE. `disconnected` often heals by itself and gets a moment; `failed` does not.
 */
export function createRestoreAudio({ clock, timings, places, moveAudio, leg, phoneReady, note, onChange }: RestoreAudioTools) {
  const interruptions = new Map<string, Interruption>();
  const isUp = (callId: string): boolean => leg(callId)?.isUp() === true;

  function tryIn(callId: string, ms: number): void {
    const each = interruptions.get(callId);
    each?.cancel();
    if (each) each.cancel = clock.after(ms, () => void restart(callId));
  }

  function over(callId: string, restored: boolean): void {
    const each = interruptions.get(callId);
    if (!each) return;
    each.cancel();
    interruptions.delete(callId);
    if (restored) note('audio-restored');
    onChange();
  }

  async function restart(callId: string): Promise<void> {
    const each = interruptions.get(callId);
    if (!each || each.busy) return;
    if (!isUp(callId)) return over(callId, false);
    // Whoever moves the audio makes a connection anew; and without the phone there is nothing to ask with.
    if (moveAudio.isMoving(callId) || !phoneReady()) return tryIn(callId, timings.iceAgainMs);
    if (each.tries >= mostTries) {
      each.lost = true;
      note('audio-lost');
      onChange();
      return;
    }
    each.tries += 1;
    each.busy = true;
    note('audio-restarted');
    await leg(callId)?.refresh().catch(() => undefined);
    each.busy = false;
    if (interruptions.get(callId) === each) tryIn(callId, timings.iceAgainMs * each.tries);
  }

  return {
    /** A window tells how the connection of a call stands; the words are those of iceConnectionState. */
    ice(windowId: string, callId: string, state: string): void {
      if (places.windowOf(callId) !== windowId) return;
      if (state === 'connected' || state === 'completed') return over(callId, true);
      if ((state !== 'disconnected' && state !== 'failed') || !isUp(callId)) return;
      if (!interruptions.has(callId)) {
        interruptions.set(callId, { tries: 0, lost: false, busy: false, cancel: () => undefined });
        note('audio-interrupted');
        onChange();
        tryIn(callId, state === 'failed' ? 0 : timings.iceHealMs);
      } else if (state === 'failed' && interruptions.get(callId)?.tries === 0) tryIn(callId, 0);
    },
    /** Somebody does not want to wait, or has mended the network. */
    tryNow(): void {
      for (const [callId, each] of interruptions) {
        each.tries = 0;
        each.lost = false;
        tryIn(callId, 0);
      }
    },
    /** Call-IDs that are worked on. */
    restoring: (): string[] => [...interruptions].filter(([callId, { lost }]) => !lost && isUp(callId)).map(([callId]) => callId),
    /** Of all calls that are up, the worst. */
    worst(): 'flows' | 'interrupted' | 'lost' {
      const up = [...interruptions].filter(([callId]) => isUp(callId));
      return up.some(([, { lost }]) => lost) ? 'lost' : up.length > 0 ? 'interrupted' : 'flows';
    },
    close(): void {
      for (const each of interruptions.values()) each.cancel();
      interruptions.clear();
    },
  };
}

export type RestoreAudio = ReturnType<typeof createRestoreAudio>;
