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
  let cancel = (): void => undefined;
  return {
    pages(awake: number): void {
      cancel();
      if (awake > 0) {
        if (asleep) wake();
        asleep = false;
      } else if (!asleep) {
        cancel = clock.after(inCall() ? timings.lastPageGoneInCallMs : timings.lastPageGoneMs, () => {
          asleep = true;
          sleep();
        });
      }
    },
    close: (): void => cancel(),
  };
}
