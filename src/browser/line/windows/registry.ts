import type { Sound, ToLine, ToWindow } from '../../../wire/line/messages.ts';
import type { Clock } from '../../environment/clock.ts';
import type { Locks } from '../../environment/locks.ts';
import type { RingCandidate } from '../ringing/choose-ringing-window.ts';

/** The line's end of the channel to one window. */
export interface WindowPort { post(message: ToWindow): void; close(): void }

type Hello = Extract<ToLine, { kind: 'hello' }>;
interface Entry extends RingCandidate { port: WindowPort; stopWatching(): void }

export interface RegistryTools {
  clock: Clock;
  locks: Locks;
  /** A window closed, navigated or crashed, or went to sleep in the back/forward cache. */
  onGone(windowId: string): void;
  /** It came, came back, or came into view. */
  onAvailable(windowId: string): void;
  onChange(): void;
}

/** Knows which windows are there. A window's death is told by its lock, its sleep by itself. */
export function createWindowRegistry({ clock, locks, onGone, onAvailable, onChange }: RegistryTools) {
  const windows = new Map<string, Entry>();

  function leave(windowId: string): void {
    const entry = windows.get(windowId);
    if (!entry) return;
    windows.delete(windowId);
    entry.stopWatching();
    entry.port.close();
    onGone(windowId);
    onChange();
  }

  return {
    join(hello: Hello, port: WindowPort): void {
      const known = windows.get(hello.windowId);
      const stopWatching = known?.stopWatching ?? locks.whenGone(hello.lock, () => leave(hello.windowId));
      windows.set(hello.windowId, { windowId: hello.windowId, page: hello.page, visible: hello.visible, sound: hello.sound, awake: true, since: clock.now(), port, stopWatching });
      onChange();
      onAvailable(hello.windowId);
    },
    visible(windowId: string, visible: boolean): void {
      const entry = windows.get(windowId);
      if (!entry) return;
      entry.visible = visible;
      onChange();
      if (visible && entry.awake) onAvailable(windowId);
    },
    sound(windowId: string, sound: Sound): void {
      const entry = windows.get(windowId);
      if (!entry) return;
      entry.sound = sound;
      onChange();
    },
    /** It may come back with its lock never given up, so the lock tells nothing. */
    asleep(windowId: string): void {
      const entry = windows.get(windowId);
      if (!entry?.awake) return;
      entry.awake = false;
      onGone(windowId);
      onChange();
    },
    isAwake: (windowId: string): boolean => windows.get(windowId)?.awake === true,
    candidates: (): RingCandidate[] => [...windows.values()],
    awake: (): number => [...windows.values()].filter((entry) => entry.awake).length,
    post(windowId: string, message: ToWindow): void {
      windows.get(windowId)?.port.post(message);
    },
    postAll(message: ToWindow): void {
      for (const entry of windows.values()) if (entry.awake) entry.port.post(message);
    },
    close(): void {
      for (const entry of windows.values()) entry.stopWatching();
      windows.clear();
    },
  };
}

export type WindowRegistry = ReturnType<typeof createWindowRegistry>;
