import type { TelephonySessionEvent } from '../telephony/contract.ts';

/** What may go wrong with telephony events on their way; `delayMs` holds every one back. */
export interface EventFaultSettings { duplicate: boolean; reorder: boolean; delayMs: number }

/** Milliseconds after which a held event goes out although none followed it. */
const longestHold = 300;

export interface EventFaults {
  pass(event: TelephonySessionEvent): void;
  set(change: Partial<EventFaultSettings>): void;
  settings(): EventFaultSettings;
  close(): void;
}

/** Stands between the switch and the gateway. Reordering swaps two events that follow each other within the longest hold. */
export function createEventFaults(tools: { deliver: (event: TelephonySessionEvent) => void }): EventFaults {
  let settings: EventFaultSettings = { duplicate: false, reorder: false, delayMs: 0 };
  let held: { event: TelephonySessionEvent; timer: NodeJS.Timeout } | undefined;
  const timers = new Set<NodeJS.Timeout>();

  function later(milliseconds: number, what: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      timers.delete(timer);
      what();
    }, milliseconds);
    timers.add(timer);
    return timer;
  }
  function deliver(event: TelephonySessionEvent): void {
    tools.deliver(event);
    if (settings.duplicate) tools.deliver(event);
  }
  function releaseHeld(): void {
    if (!held) return;
    const { event, timer } = held;
    clearTimeout(timer);
    timers.delete(timer);
    held = undefined;
    deliver(event);
  }
  function arrive(event: TelephonySessionEvent): void {
    if (settings.reorder && !held) {
      held = { event, timer: later(longestHold, releaseHeld) };
      return;
    }
    deliver(event);
    releaseHeld();
  }

  return {
    pass(event) {
      if (settings.delayMs > 0) later(settings.delayMs, () => arrive(event));
      else arrive(event);
    },
    set(change) {
      settings = { ...settings, ...change };
      if (!settings.reorder) releaseHeld();
    },
    settings: () => settings,
    close() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      held = undefined;
    },
  };
}
