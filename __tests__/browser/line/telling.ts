import type { PersonFound } from '../../../src/core/people/person.ts';
import { usualPreferences, type Preferences } from '../../../src/wire/line/preferences.ts';
import type { RingCandidate } from '../../../src/browser/line/ringing/choose-ringing-window.ts';

export const tab = (windowId: string, over: Partial<RingCandidate> = {}): RingCandidate => ({ windowId, page: 'record', visible: false, sound: 'unlocked', awake: true, since: 1, ...over });

/** What decides which window tells of a text: the windows there are, the user's switches, and NetSuite's names. */
export function createTelling() {
  const now = { windows: [] as RingCandidate[], preferences: usualPreferences as Preferences, found: { kind: 'nobody' } as PersonFound, asked: 0 };
  return {
    now,
    windows: { candidates: () => now.windows },
    preferences: { current: () => now.preferences },
    netsuite: { whoIs: async () => { now.asked += 1; return { found: [now.found] }; }, changeService: async () => ({}) as never },
  };
}
