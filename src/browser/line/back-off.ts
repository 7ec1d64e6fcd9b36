/** Pauses between tries: the first, doubled each time up to the longest, spread by a fifth so that tabs and users do not fall in step. */
export function createBackOff(firstMs: number, longestMs: number, random: () => number) {
  let tries = 0;
  return {
    next(): number {
      const pause = Math.min(longestMs, firstMs * 2 ** Math.min(tries, 16));
      tries += 1;
      return Math.round(pause * (0.9 + 0.2 * random()));
    },
    reset(): void {
      tries = 0;
    },
  };
}
