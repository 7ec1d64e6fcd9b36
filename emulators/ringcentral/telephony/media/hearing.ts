import { FRAME_MS, meanSquare } from './frame.ts';
import type { Frame } from './frame.ts';

/** Energy is averaged over this long: the beeps of a browser's fake microphone come twice a second. */
const WINDOW_MS = 500;

/** How loud it was over the last half second: mean square, 0 to 1. */
export interface Loudness {
  hear(frame: Frame): void;
  energy(): number;
  reset(): void;
}

export function createLoudness(): Loudness {
  const window: number[] = [];
  return {
    hear(frame) {
      window.push(meanSquare(frame));
      if (window.length > WINDOW_MS / FRAME_MS) window.shift();
    },
    energy: () => (window.length === 0 ? 0 : window.reduce((sum, value) => sum + value, 0) / window.length),
    reset() { window.length = 0; },
  };
}
