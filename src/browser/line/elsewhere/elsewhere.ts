import { createSwitchHere, type SwitchHereTools } from './switch-here.ts';
import { createWatchElsewhere, type WatchElsewhereTools } from './watch-elsewhere.ts';

export type ElsewhereTools = Omit<SwitchHereTools, 'watch' | 'timings'> & Omit<WatchElsewhereTools, 'here' | 'timings'> & { timings: SwitchHereTools['timings'] & WatchElsewhereTools['timings'] };

/** Calls of this user on their other devices, and the way here. */
export function createElsewhere(tools: ElsewhereTools) {
  const here = (): string[] => tools.calls.live().flatMap(({ facts }) => facts.telephonySessionId ?? []);
  const watch = createWatchElsewhere({ ...tools, here });
  return { ...watch, switchHere: createSwitchHere({ ...tools, watch }) };
}

export type Elsewhere = ReturnType<typeof createElsewhere>;
