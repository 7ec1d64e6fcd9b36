import { FRAME_MS } from './frame.ts';

/** Ticks that a late event loop may catch up at once; beyond that the lost time is skipped, as a real sender would. */
const CATCH_UP_FRAMES = 20;

/** One beat every 10 ms for everything that makes sound; the timer runs only while somebody listens. */
export interface SoundClock {
  /** Returns the verb that unsubscribes. */
  onBeat(listener: () => void): () => void;
  close(): void;
}

export function createSoundClock(): SoundClock {
  const listeners = new Set<() => void>();
  let timer: NodeJS.Timeout | null = null;
  let played = 0;
  let startedAt = 0;

  const beat = (): void => {
    const due = Math.floor((performance.now() - startedAt) / FRAME_MS);
    if (due - played > CATCH_UP_FRAMES) played = due - CATCH_UP_FRAMES;
    for (; played < due; played += 1) for (const listener of listeners) listener();
  };
  const stop = (): void => {
    if (timer) clearInterval(timer);
    timer = null;
  };

  return {
    onBeat(listener) {
      listeners.add(listener);
      if (!timer) {
        startedAt = performance.now();
        played = 0;
        timer = setInterval(beat, FRAME_MS);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    close() {
      listeners.clear();
      stop();
    },
  };
}
