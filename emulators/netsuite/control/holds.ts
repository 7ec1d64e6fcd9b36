import { EmulatorFailure } from '../failure.ts';
import { holdsIndex } from '../executions/thread-data.ts';

/** Where executions are to stop: before a save, or before a call such as N/record.create. */
export interface HoldOrder {
  at: string;
  recordType?: string;
  script?: string;
  /** So many pass before the first is held. Default: none. */
  after?: number;
  /** How many are held; later ones pass. Default: all. */
  count?: number;
}

export interface Holds {
  /** Answers the id of the hold. */
  hold(order: HoldOrder): string;
  /** Resolves when `count` executions stand at the hold; rejects when it ends before. */
  waitHeld(id: string, count?: number): Promise<void>;
  /** Lets all of them go on together, and ends the hold. */
  release(id: string): void;
  releaseAll(): void;
  /** Called by an execution; resolves when it may go on. */
  gate(at: string, recordType: string, script: string): Promise<void>;
}

interface Hold { order: HoldOrder; held: (() => void)[]; waiting: { count: number; resolve(): void; reject(why: EmulatorFailure): void }[]; taken: number; passed: number }

/** Makes races happen on purpose: stops executions before a named call and lets them go together. */
export function createHolds(shared: SharedArrayBuffer): Holds {
  const active = new Int32Array(shared);
  const holds = new Map<string, Hold>();
  let last = 0;

  function named(id: string): Hold {
    const hold = holds.get(id);
    if (!hold) throw new EmulatorFailure('CONTROL_REFUSED', `There is no hold ${id}.`);
    return hold;
  }

  function release(id: string): void {
    const hold = named(id);
    holds.delete(id);
    Atomics.store(active, holdsIndex, holds.size);
    for (const go of hold.held) go();
    for (const { count, reject } of hold.waiting) if (hold.held.length < count) reject(new EmulatorFailure('CONTROL_REFUSED', `The hold ${id} ended with ${hold.held.length} of ${count} executions at it.`));
  }

  return {
    hold(order) {
      const id = `hold-${(last += 1)}`;
      holds.set(id, { order, held: [], waiting: [], taken: 0, passed: 0 });
      Atomics.store(active, holdsIndex, holds.size);
      return id;
    },
    waitHeld(id, count = 1) {
      const hold = named(id);
      if (hold.held.length >= count) return Promise.resolve();
      return new Promise((resolve, reject) => hold.waiting.push({ count, resolve, reject }));
    },
    release,
    releaseAll() {
      for (const id of [...holds.keys()]) release(id);
    },
    gate(at, recordType, script) {
      for (const hold of holds.values()) {
        const { order } = hold;
        if (order.at !== at || (order.recordType ?? recordType) !== recordType || (order.script ?? script) !== script || hold.taken >= (order.count ?? Infinity)) continue;
        if (hold.passed < (order.after ?? 0)) {
          hold.passed += 1;
          continue;
        }
        hold.taken += 1;
        return new Promise((resolve) => {
          hold.held.push(resolve);
          for (const waiter of hold.waiting) {
            if (hold.held.length >= waiter.count) waiter.resolve();
          }
        });
      }
      return Promise.resolve();
    },
  };
}
