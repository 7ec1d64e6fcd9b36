import type { Clock } from '../../../src/browser/environment/clock.ts';

export type HandClock = ReturnType<typeof createHandClock>;

/** A clock that a test turns by hand. */
export function createHandClock(start = Date.UTC(2026, 10, 24, 9, 30)) {
  let now = start;
  let timers: { at: number; act: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    after(ms, act) {
      const timer = { at: now + ms, act };
      timers.push(timer);
      return () => (timers = timers.filter((each) => each !== timer));
    },
  };
  return {
    ...clock,
    waiting: () => timers.length,
    /** Lets `ms` pass, and every promise settle in between. */
    async pass(ms: number): Promise<void> {
      const end = now + ms;
      await settled();
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((each) => each !== next);
        now = Math.max(now, next.at);
        next.act();
        await settled();
      }
      now = end;
      await settled();
    },
  };
}

/** Everything that needs no time has happened: promises that follow each other, several turns of them. */
export async function settled(rounds = 12): Promise<void> {
  for (let round = 0; round < rounds; round += 1) await new Promise((resolve) => setImmediate(resolve));
}
