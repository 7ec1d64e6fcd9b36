/** The slice of Web Locks in use. */
export interface Locks {
  /** Takes the lock and holds it until `whileHeld` settles. */
  hold<T>(name: string, whileHeld: () => Promise<T>): Promise<T>;
  /** Calls `gone` once when whoever holds the lock has died or let go; returns the cancel. */
  whenGone(name: string, gone: () => void): () => void;
  /** Waits for the lock in its queue, or takes it from whoever holds it; `robbed` when it is taken from us later. Returns what gives it up, held or not. */
  claim(name: string, steal: boolean, held: () => void, robbed: () => void): () => void;
}

export const browserLocks = (locks: LockManager): Locks => ({
  hold: <T>(name: string, whileHeld: () => Promise<T>) => locks.request(name, whileHeld) as Promise<T>,
  whenGone(name, gone) {
    const waiting = new AbortController();
    // Shared, so that all who wait learn it at once.
    locks.request(name, { mode: 'shared', signal: waiting.signal }, () => gone()).catch((failure: unknown) => {
      if (!waiting.signal.aborted) throw failure;
    });
    return () => waiting.abort();
  },
  claim(name, steal, held, robbed) {
    const waiting = new AbortController();
    let letGo = (): void => undefined;
    let over = false;
    // A theft knows no signal: it never waits.
    locks.request(name, steal ? { steal } : { signal: waiting.signal }, () => {
      if (over) return undefined;
      held();
      return new Promise<void>((resolve) => (letGo = resolve));
    }).catch(() => {
      if (!over) robbed();
    });
    return () => {
      over = true;
      waiting.abort();
      letGo();
    };
  },
});
