import { createBridge, playTo } from './bridge.ts';
import type { Bridge } from './bridge.ts';
import type { SoundClock } from './clock.ts';
import { createFarEnd } from './far-end.ts';
import { createKeypadDetector } from './keypad.ts';
import { createPacketWatch } from './packet-watch.ts';
import { createPageEnd } from './page-end.ts';
import type { PageEnd } from './page-end.ts';
import { ringback } from './sound.ts';

export interface MediaStatistics { packetsIn: number; packetsOut: number; energyIn: number; longestPauseMs: number; digits: string }

/** The sound of a call between one of our users and the person outside. */
export interface Conversation {
  readonly page: PageEnd;
  /** The user hears the other telephone ring. */
  ringback(): void;
  /** Both hear each other. */
  connect(): void;
  hold(held: boolean): void;
  speak(toneHz: number): void;
  statistics(): MediaStatistics;
  resetStatistics(): void;
  close(): void;
}

export function createConversation(clock: SoundClock): Conversation {
  const keypad = createKeypadDetector();
  // Keys are read from the sound as it arrives: a beat that comes late would tear a short key apart.
  const page = createPageEnd({ onFrame: (frame) => { if (bridge && !held) keypad.hear(frame); } });
  const farEnd = createFarEnd();
  const watch = createPacketWatch(page.leg);
  let stopRingback: (() => void) | null = null;
  let bridge: Bridge | null = null;
  let held = false;

  const quiet = (): void => {
    stopRingback?.();
    stopRingback = null;
  };
  return {
    page,
    ringback() { stopRingback = playTo(clock, page, ringback()); },
    connect() {
      quiet();
      bridge = createBridge(clock, { left: page, right: farEnd });
      bridge.hold('left', held);
    },
    hold(now) {
      held = now;
      bridge?.hold('left', now);
    },
    speak: (toneHz) => farEnd.speak(toneHz),
    statistics: () => ({
      packetsIn: watch.packetsIn(), packetsOut: watch.packetsOut(), energyIn: farEnd.energyIn(),
      longestPauseMs: watch.longestPauseMs(), digits: keypad.digits(),
    }),
    resetStatistics() {
      watch.reset();
      farEnd.reset();
    },
    close() {
      quiet();
      bridge?.close();
      watch.close();
      page.close();
    },
  };
}
