/** Chance that can be had again: the same seed gives the same draws (mulberry32). */
export function createChance(seed: number) {
  let state = seed >>> 0;
  const draw = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** A whole number below this one. */
    below: (end: number): number => Math.floor(draw() * end),
    of: <T>(choices: readonly T[]): T => choices[Math.floor(draw() * choices.length)] as T,
  };
}

export type Chance = ReturnType<typeof createChance>;
