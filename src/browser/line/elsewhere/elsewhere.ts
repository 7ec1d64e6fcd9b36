import type { Calls } from '../calls/calls.ts';
import { createWatchElsewhere, type WatchElsewhereTools } from './watch-elsewhere.ts';

export type ElsewhereTools = Omit<WatchElsewhereTools, 'here' | 'onElsewhere'> & { calls: Calls };

/** Calls of this user on their other devices; how they come here is in switch-here.ts. */
export function createElsewhere(tools: ElsewhereTools) {
  const here = (): string[] => tools.calls.live().flatMap(({ facts }) => facts.telephonySessionId ?? []);
  const onElsewhere = (telephonySessionId: string): void => {
    for (const { facts } of tools.calls.all()) if (facts.telephonySessionId === telephonySessionId) tools.calls.apply(facts.callId, { what: 'goes-on-elsewhere' });
  };
  return createWatchElsewhere({ ...tools, here, onElsewhere });
}

export type Elsewhere = ReturnType<typeof createElsewhere>;
