import type { TabSession } from '../environment/tab-session.ts';

/** Remembered per browser tab and session: pages load anew at each step in NetSuite. */
const KEY = 'rcns-dock-open';

/** Whether the dock is unfolded. */
export interface Fold {
  open(): boolean;
  /** Calls back on every change. */
  subscribe(changed: () => void): void;
  /** The person's own choice, kept from page to page. */
  toggle(): void;
  /** Unfolds for what is going on now. */
  unfold(): void;
  /** Back to the person's own choice. */
  restore(): void;
}

/** Where nothing can be kept, the dock starts folded on each page. */
export function createFold(session: TabSession): Fold {
  const chosen = (): boolean => session.read(KEY) === true;
  const listeners: (() => void)[] = [];
  let open = chosen();
  const set = (next: boolean): void => {
    if (next === open) return;
    open = next;
    listeners.forEach((changed) => changed());
  };
  return {
    open: () => open,
    subscribe: (changed) => void listeners.push(changed),
    toggle() {
      session.write(KEY, !open);
      set(!open);
    },
    unfold: () => set(true),
    restore: () => set(chosen()),
  };
}
