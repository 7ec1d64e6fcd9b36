import type { SoundClock } from './clock.ts';
import type { Frame } from './frame.ts';
import { SILENCE } from './frame.ts';
import { holdMusic } from './sound.ts';

/** One side of a conversation: says 10 ms at a time, and hears as much. */
export interface End {
  says(): Frame;
  hears(frame: Frame): void;
}

/**
 * Two ends that hear each other, 10 ms at a time. While one of them holds, the other hears music and the holder nothing: a
 * page that holds keeps sending its microphone, so silence is made here.
 */
export interface Bridge {
  hold(side: 'left' | 'right', held: boolean): void;
  close(): void;
}

export function createBridge(clock: SoundClock, ends: { left: End; right: End }): Bridge {
  const music = holdMusic();
  const held = { left: false, right: false };
  const heardBy = (listener: 'left' | 'right', voice: Frame, tune: Frame): Frame => {
    if (held[listener]) return SILENCE;
    return held[listener === 'left' ? 'right' : 'left'] ? tune : voice;
  };
  const stop = clock.onBeat(() => {
    const [left, right, tune] = [ends.left.says(), ends.right.says(), held.left || held.right ? music() : SILENCE];
    ends.left.hears(heardBy('left', right, tune));
    ends.right.hears(heardBy('right', left, tune));
  });
  return {
    hold(side, now) { held[side] = now; },
    close: stop,
  };
}

/** Sound to one end that talks to nobody yet: ringback. */
export function playTo(clock: SoundClock, end: End, sound: () => Frame): () => void {
  return clock.onBeat(() => {
    end.says();
    end.hears(sound());
  });
}
