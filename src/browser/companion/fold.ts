import { type Signal, effect, signal } from '@preact/signals';

/** Remembered per browser tab and session: pages load anew at each step in NetSuite. */
const KEY = 'rcns-dock-open';

/** Whether the dock is unfolded. Storage may be refused by the browser; then it starts folded on each page. */
export function createFold(storage: () => Storage): Signal<boolean> {
  const open = signal(read(storage));
  effect(() => write(storage, open.value));
  return open;
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
