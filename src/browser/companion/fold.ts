import { type ReadonlySignal, signal } from '@preact/signals';

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

/** Storage may be refused by the browser; then the dock starts folded on each page. */
export function createFold(storage: () => Storage): Fold {
  const open = signal(read(storage));
  return {
    open,
    toggle() {
      open.value = !open.value;
      write(storage, open.value);
    },
    unfold() { open.value = true; },
    restore() { open.value = read(storage); },
  };
}

function read(storage: () => Storage): boolean {
  try {
    return storage().getItem(KEY) === 'yes';
  } catch {
    return false;
  }
}

function write(storage: () => Storage, open: boolean): void {
  try {
    storage().setItem(KEY, open ? 'yes' : 'no');
  } catch {
    // Only the memory of it is lost.
    return;
  }
}
