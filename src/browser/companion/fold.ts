import { type ReadonlySignal, signal } from '@preact/signals';
import type { TabSession } from '../environment/tab-session.ts';

/** Remembered per browser tab and session: pages load anew at each step in NetSuite. */
const KEY = 'rcns-dock-open';

/** Whether the dock is unfolded. */
export interface Fold {
  readonly open: ReadonlySignal<boolean>;
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
  const open = signal(chosen());
  return {
    open,
    toggle() {
      open.value = !open.value;
      session.write(KEY, open.value);
    },
    unfold() { open.value = true; },
    restore() { open.value = chosen(); },
  };
}
