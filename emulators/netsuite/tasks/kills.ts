/** Invocations of a map/reduce stage that end before their time, as when a server goes down. */
export interface KillOrder {
  script?: string;
  stage: 'MAP' | 'REDUCE';
  /** 1: each of them, 10: every tenth. Tries after a kill count as well. */
  every: number;
  /** Before anything is saved, after everything is, or one time so and one time so: then nobody learns of it. */
  when: 'before' | 'after' | 'alternately';
  /** How many in all; absent: without end. */
  times?: number;
}

export type Fate = 'before' | 'after' | null;

export interface Kills {
  add(order: KillOrder): void;
  /** What becomes of the next invocation. */
  take(script: string, stage: string): Fate;
  clear(): void;
}

export function createKills(): Kills {
  let orders: { order: KillOrder; seen: number; killed: number }[] = [];
  return {
    add(order) { orders.push({ order, seen: 0, killed: 0 }); },
    take(script, stage) {
      for (const each of orders) {
        const { order } = each;
        if (order.stage !== stage || (order.script ?? script) !== script || each.killed >= (order.times ?? Infinity)) continue;
        each.seen += 1;
        if (each.seen % order.every !== 0) continue;
        each.killed += 1;
        return order.when === 'alternately' ? (each.killed % 2 === 1 ? 'before' : 'after') : order.when;
      }
      return null;
    },
    clear() { orders = []; },
  };
}
