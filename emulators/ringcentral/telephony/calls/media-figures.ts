import { createKeypadDetector } from '../media/keypad.ts';
import type { Frame } from '../media/frame.ts';
import type { LegMedia } from '../media/leg.ts';
import { createPacketWatch } from '../media/packet-watch.ts';

/** What the far end can tell of one user's sound: packets, the longest pause between two of them, keys. */
export interface MediaFigures {
  packetsIn(): number;
  packetsOut(): number;
  longestPauseMs(): number;
  digits(): string;
  /** 10 ms as they arrive: a beat of the clock that comes late would tear a short key apart. */
  hear(frame: Frame): void;
  reset(): void;
  close(): void;
}

export function createMediaFigures(leg: LegMedia): MediaFigures {
  const keypad = createKeypadDetector();
  const watch = createPacketWatch(leg);
  return {
    packetsIn: watch.packetsIn,
    packetsOut: watch.packetsOut,
    longestPauseMs: watch.longestPauseMs,
    digits: keypad.digits,
    hear: keypad.hear,
    reset: watch.reset,
    close: watch.close,
  };
}
