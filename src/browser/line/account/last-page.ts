import type { Clock } from '../../environment/clock.ts';
import type { LineTimings } from '../timings.ts';

export interface LastPageTools {
  clock: Clock;
  timings: Pick<LineTimings, 'lastPageGoneMs' | 'lastPageGoneInCallMs'>;
  inCall(): boolean;
  /** No page for a while: nobody would hear it ring. */
  sleep(): void;
  wake(): void;
}

/** With no page open the phone is put away after a while, and taken up again with the next page. */
export function createLastPage({ clock, timings, inCall, sleep, wake }: LastPageTools) {
  let asleep = false;
  /** Waiting for the next page, with a call up or without. */
  let waiting: 'no' | 'in-call' | 'idle' = 'no';
  let cancel = (): void => undefined;

  function wait(): void {
    cancel();
    waiting = inCall() ? 'in-call' : 'idle';
    cancel = clock.after(waiting === 'in-call' ? timings.lastPageGoneInCallMs : timings.lastPageGoneMs, () => {
      waiting = 'no';
      asleep = true;
      sleep();
    });
  }

  return {
    pages(awake: number): void {
      if (awake === 0 && !asleep) return wait();
      if (awake === 0) return;
      cancel();
      waiting = 'no';
      if (asleep) wake();
      asleep = false;
    },
    /** The call has ended, or one has come: the patience is another. */
    callsChanged(): void {
      if (waiting !== 'no' && (waiting === 'in-call') !== inCall()) wait();
    },
    close: (): void => cancel(),
  };
}
