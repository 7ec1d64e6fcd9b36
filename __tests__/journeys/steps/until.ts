import { setTimeout as pause } from 'node:timers/promises';

/** Looks again every 50 ms until something is there; fails with the sentence, never guesses a time. */
export async function until<T>(sentence: string, look: () => T | Promise<T>, within = 10_000): Promise<NonNullable<Exclude<T, false>>> {
  const latest = performance.now() + within;
  for (;;) {
    const seen = await look();
    if (seen) return seen as NonNullable<Exclude<T, false>>;
    if (performance.now() > latest) throw new Error(`Waited ${within} ms in vain until ${sentence}.`);
    await pause(50);
  }
}
