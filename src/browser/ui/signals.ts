/**
 * Values that screens are drawn from. Whichever of them changes, every screen of this page is drawn anew, once for all
 * changes of a moment: a window's state comes as one value, and Preact touches only what is different.
 */
export interface ReadonlySignal<T> { readonly value: T }
export interface Signal<T> { value: T }

const followers = new Set<() => void>();
let due = false;

function changed(): void {
  if (due) return;
  due = true;
  queueMicrotask(() => {
    due = false;
    for (const tell of followers) tell();
  });
}

export function signal<T>(initial: T): Signal<T> {
  let current = initial;
  return {
    get value() {
      return current;
    },
    set value(next) {
      if (Object.is(next, current)) return;
      current = next;
      changed();
    },
  };
}

/** Read out of signals, each time anew. */
export const computed = <T>(read: () => T): ReadonlySignal<T> => ({
  get value() {
    return read();
  },
});

/** `tell` runs after every change, once for all of a moment. */
export const onChange = (tell: () => void): void => void followers.add(tell);

/** Acts on what `read` makes of signals: now, and whenever that is something else. */
export function follow<T>(read: () => T, act: (value: T) => void): void {
  let last = read();
  act(last);
  onChange(() => {
    const next = read();
    if (Object.is(next, last)) return;
    last = next;
    act(next);
  });
}
