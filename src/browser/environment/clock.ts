/** Time as the phone sees it, so that tests can turn it by hand. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs `act` once after `ms`; returns the cancel. */
  after(ms: number, act: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

export class TimedOut extends Error {
  constructor(what: string) {
    super(`${what}: no answer in time`);
    this.name = 'TimedOut';
  }
}

/** Rejects with TimedOut when `work` has not settled after `ms`; `work` itself goes on. */
export function within<T>(clock: Clock, ms: number, what: string, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(new TimedOut(what)));
    work.then(
      (value) => {
        cancel();
        resolve(value);
      },
      (failure: unknown) => {
        cancel();
        reject(failure instanceof Error ? failure : new Error(String(failure)));
      },
    );
  });
}
