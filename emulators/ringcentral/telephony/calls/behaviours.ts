import type { HowFarEndBehaves } from '../contract.ts';

/** What numbers outside do when they are rung. */
export interface Behaviours {
  set(number: string, behaviour: HowFarEndBehaves): void;
  /** The number's own behaviour, else that of the longest ending that was set (a key without `+`), else it rings. */
  of(e164: string): HowFarEndBehaves;
}

export function createBehaviours(): Behaviours {
  const behaviours = new Map<string, HowFarEndBehaves>();
  return {
    set(number, behaviour) { behaviours.set(number, behaviour); },
    of(e164) {
      const endings = [...behaviours.keys()].filter((key) => !key.startsWith('+') && e164.endsWith(key)).sort((a, b) => b.length - a.length);
      return behaviours.get(e164) ?? behaviours.get(endings[0] ?? '') ?? 'ring';
    },
  };
}
