import record = require('N/record');
import type { SessionAnswer } from '../../wire/session/session.ts';
import { settings } from '../netsuite/ids.ts';
import { loadSettings } from '../settings/settings-record.ts';

const succeeds = (attempt: () => unknown): boolean => {
  try {
    attempt();
    return true;
  } catch {
    // The platform refused: that is the answer.
    return false;
  }
};

/** Whether the platform would let the caller save company settings: whoever may start a settings record is a Company Admin. 2 units. */
export const mayEditSettings = (): boolean => succeeds(() => record.create({ type: settings.type }));

/** What the caller sees of company settings; asked of the platform, not of a list of roles. */
export function companyRight(): SessionAnswer['company'] {
  if (mayEditSettings()) return 'edit';
  return succeeds(loadSettings) ? 'read' : 'hidden';
}
