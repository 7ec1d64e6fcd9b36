import type { CallEnd } from '../../../core/calls/call.ts';
import type { Direction } from '../../../core/calls/outcome.ts';
import type { PersonRef } from '../../../core/people/person.ts';
import type { QueuedDial } from '../../../wire/line/state.ts';
import type { Clock } from '../../environment/clock.ts';
import type { LineTimings } from '../timings.ts';

/** What was asked to be dialled, and from which window. */
export interface DialOrder {
  number: string;
  person: PersonRef | null;
  windowId: string;
  /** A parked call waits there: which way it began, and who is in it. */
  picksUp?: { direction: Direction; with: CallEnd };
}

export interface DialQueueTools {
  clock: Clock;
  timings: Pick<LineTimings, 'dialGiveUpMs'>;
  /** The phone is registered. */
  ready(): boolean;
  dial(order: DialOrder): void;
  onChange(): void;
}

/** One number that waits for the phone: dialled by itself as soon as that is up, given up aloud after a while. */
export function createDialQueue({ clock, timings, ready, dial, onChange }: DialQueueTools) {
  let queued: { order: DialOrder; since: number; state: QueuedDial['state'] } | null = null;
  let cancelGiveUp = (): void => undefined;

  function wait(order: DialOrder): void {
    cancelGiveUp();
    queued = { order, since: clock.now(), state: 'waiting' };
    cancelGiveUp = clock.after(timings.dialGiveUpMs, () => {
      if (queued) queued = { ...queued, state: 'gave-up' };
      onChange();
    });
    onChange();
  }

  function go(): void {
    if (queued?.state !== 'waiting') return;
    const { order } = queued;
    forget();
    dial(order);
  }

  function forget(): void {
    cancelGiveUp();
    queued = null;
    onChange();
  }

  return {
    wait,
    /** The phone is up. */
    go,
    /** false: nothing waits. */
    retry(): boolean {
      if (!queued) return false;
      wait(queued.order);
      if (ready()) go();
      return true;
    },
    forget,
    view: (): QueuedDial | null => queued && { number: queued.order.number, since: queued.since, state: queued.state },
    close: (): void => cancelGiveUp(),
  };
}

export type DialQueue = ReturnType<typeof createDialQueue>;
