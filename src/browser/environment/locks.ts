/** The slice of Web Locks in use. */
export interface Locks {
  /** Takes the lock and holds it until `whileHeld` settles. */
  hold<T>(name: string, whileHeld: () => Promise<T>): Promise<T>;
  /** Calls `gone` once when whoever holds the lock has died or let go; returns the cancel. */
  whenGone(name: string, gone: () => void): () => void;
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
});
