import type { Clock } from '../../environment/clock.ts';
import { SipRefused } from '../sip/sip-failure.ts';
import type { SipCall } from '../sip/sip-call.ts';
import type { LineTimings } from '../timings.ts';
import type { AudioPlaces } from './audio-places.ts';
import { MediaFailure } from './media-failure.ts';

export interface MoveAudioTools {
  clock: Clock;
  timings: Pick<LineTimings, 'lastPageGoneInCallMs' | 'moveAgainMs'>;
  places: Pick<AudioPlaces, 'opened' | 'isAttached' | 'windowOf' | 'leave'>;
  leg(callId: string): SipCall | undefined;
  /** RingCentral does not know the call any more; it is hung up next. */
  onOver(callId: string): void;
  /** The call is heard in another window. */
  onMoved(callId: string): void;
  onChange(): void;
}

/** RingCentral does not know the call any more. */
const isOver = (failure: unknown): boolean => failure instanceof SipRefused && [404, 410, 481].includes(failure.status);

/**
 * When the window with a call's audio goes, another one takes it over: opens the microphone, and a re-INVITE brings the
 * call there. One at a time for each call, over as many windows as it takes; hung up when none came for too long.
 */
export function createMoveAudio({ clock, timings, places, leg, onOver, onMoved, onChange }: MoveAudioTools) {
  const moving = new Set<string>();
  const isUp = (callId: string): boolean => leg(callId)?.isUp() === true;
  const pause = (): Promise<void> => new Promise((resolve) => clock.after(timings.moveAgainMs, resolve));

  async function once(callId: string): Promise<void> {
    try {
      await places.opened(callId);
      await leg(callId)?.refresh();
      // The window is there and yet the call is not: what RingCentral said was no answer.
      if (isUp(callId) && !places.isAttached(callId) && places.windowOf(callId) !== null) await pause();
    } catch (failure) {
      if (isOver(failure)) {
        const over = leg(callId);
        onOver(callId);
        await over?.hangUp();
      }
      const windowId = places.windowOf(callId);
      if (failure instanceof MediaFailure && windowId !== null) places.leave(callId, windowId);
      if (isUp(callId) && !(failure instanceof MediaFailure)) await pause();
    }
  }

  async function move(callId: string): Promise<void> {
    if (moving.has(callId) || !isUp(callId)) return;
    moving.add(callId);
    onChange();
    const cancel = clock.after(timings.lastPageGoneInCallMs, () => void leg(callId)?.hangUp());
    while (isUp(callId) && !places.isAttached(callId)) await once(callId);
    cancel();
    moving.delete(callId);
    if (places.isAttached(callId)) onMoved(callId);
    onChange();
  }

  return {
    /** The call has no window any more. A call that is not up yet needs none. */
    lost: (callId: string): void => void move(callId),
    /** Its leg is up: the window that made the offer may have gone meanwhile. */
    legUp(callId: string): void {
      if (places.windowOf(callId) === null) void move(callId);
    },
    isMoving: (callId: string): boolean => moving.has(callId),
    moving: (): string[] => [...moving],
  };
}

export type MoveAudio = ReturnType<typeof createMoveAudio>;
