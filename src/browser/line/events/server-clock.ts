/**
 * RingCentral's clock in terms of ours. Events carry RingCentral's time; the shortest delay seen is closest to the true
 * difference, so that an event replayed late still gets its right moment.
 */
export function createServerClock() {
  let difference: number | null = null;
  return {
    /** Our epoch milliseconds for an event of `theirs`, received at `now`. */
    ours(theirs: number, now: number): number {
      difference = difference === null ? now - theirs : Math.min(difference, now - theirs);
      return theirs + difference;
    },
  };
}
