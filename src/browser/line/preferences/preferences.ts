import * as v from 'valibot';
import { Preferences, usualPreferences } from '../../../wire/line/preferences.ts';
import type { Sealed } from '../store/sealed.ts';

export interface PreferencesTools {
  sealed: Sealed;
  /** Under which they are kept: one per account and user of this browser profile. */
  name: string;
  onChange(): void;
}

/** What a user has chosen for this browser profile; the usual ones until they are read. Sealed, since a caller ID is a phone number. */
export function createPreferences({ sealed, name, onChange }: PreferencesTools) {
  let current = usualPreferences;

  async function read(): Promise<void> {
    const kept = await sealed.read(name);
    // Kept by an older version perhaps, which knew fewer.
    const whole = v.safeParse(Preferences, { ...usualPreferences, ...(typeof kept === 'object' ? kept : null) });
    if (whole.success) current = whole.output;
    onChange();
  }

  /** One after the other, the reading first: two windows may choose at once. */
  let last: Promise<unknown> = read().catch(() => undefined);

  return {
    current: (): Preferences => current,
    /** false: not a choice there is; nothing is changed. */
    change(change: Partial<Preferences>): Promise<boolean> {
      const changed = last.then(async () => {
        const next = v.safeParse(Preferences, { ...current, ...change });
        if (!next.success) return false;
        current = next.output;
        onChange();
        await sealed.write(name, current);
        return true;
      });
      last = changed.catch(() => undefined);
      return changed;
    },
  };
}

export type UserPreferences = ReturnType<typeof createPreferences>;
