/**
 * Whatever changes more than one call takes its turn here, so that windows which press at once cannot interleave.
 *
 * `take` runs `work` when its turn has come; the next one's comes when `work` has settled, or earlier when it lets go.
 */
export function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take<T>(work: (letGo: () => void) => Promise<T>): Promise<T> {
      let letGo = (): void => undefined;
      const early = new Promise<void>((resolve) => (letGo = resolve));
      const done = last.then(() => work(letGo));
      last = Promise.race([early, done.catch(() => undefined)]);
      return done;
    },
  };
}

export type Turns = ReturnType<typeof createTurns>;
