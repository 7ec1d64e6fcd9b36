import * as v from 'valibot';
import { mostHealthEvents } from '../../../core/connections/health-events.ts';
import type { HealthEvent } from '../../../core/connections/health.ts';
import type { Store } from '../store/store.ts';

/** Codes come from a line of another version, perhaps: any short word is let in, and a window shows what it knows. */
const Kept = v.pipe(v.array(v.object({ at: v.number(), code: v.pipe(v.string(), v.maxLength(40)), detail: v.nullable(v.union([v.number(), v.pipe(v.string(), v.maxLength(40))])), times: v.number() })), v.maxLength(mostHealthEvents));

/** The last events, over a restart of the worker. What cannot be kept is lost, and nobody is told: they only explain. */
export function createKeptEvents(store: Store, name: string) {
  let due: HealthEvent[] | null = null;
  let writing = false;

  async function write(): Promise<void> {
    writing = true;
    while (due) {
      const events = due;
      due = null;
      await store.set(name, events).catch(() => undefined);
    }
    writing = false;
  }

  return {
    async read(): Promise<HealthEvent[]> {
      const read = v.safeParse(Kept, await store.get(name).catch(() => null));
      return read.success ? (read.output as HealthEvent[]) : [];
    },
    /** Only the newest list is written when several come at once. */
    write(events: HealthEvent[]): void {
      due = events;
      if (!writing) void write();
    },
  };
}
