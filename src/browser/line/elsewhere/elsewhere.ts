import { createSwitchHere, type SwitchHereTools } from './switch-here.ts';
import { createWatchElsewhere, type WatchElsewhereTools } from './watch-elsewhere.ts';

export type ElsewhereTools = Omit<SwitchHereTools, 'watch' | 'timings'> & Omit<WatchElsewhereTools, 'here' | 'onElsewhere' | 'timings'> & { timings: SwitchHereTools['timings'] & WatchElsewhereTools['timings'] };

/** Calls of this user on their other devices, and the way here. */
export function createElsewhere(tools: ElsewhereTools) {
  const here = (): string[] => tools.calls.live().flatMap(({ facts }) => facts.telephonySessionId ?? []);
  const onElsewhere = (telephonySessionId: string): void => {
    for (const { facts } of tools.calls.all()) if (facts.telephonySessionId === telephonySessionId) tools.calls.apply(facts.callId, { what: 'goes-on-elsewhere' });
  };
  const watch = createWatchElsewhere({ ...tools, here, onElsewhere });
  return { ...watch, switchHere: createSwitchHere({ ...tools, watch }) };
}

export type Elsewhere = ReturnType<typeof createElsewhere>;
