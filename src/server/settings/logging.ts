import type * as v from 'valibot';
import type { LoggingCard, SaveDispositions, SaveWhatToLog } from '../../wire/settings/logging.ts';
import { Refused } from '../refused.ts';
import { mayEditSettings } from '../session/rights.ts';
import { allDispositions, saveDispositions } from './dispositions.ts';
import { saveWhatToLog, whatToLog } from './what-to-log.ts';

/** Lists are everybody's to read, and a role may hold rights to them for other reasons: ours is the settings record's to guard. 2 units. */
function requireAdmin(): void {
  if (!mayEditSettings()) throw new Refused('FORBIDDEN', 'settings');
}

/** The card Logging, for Company Admins. 24 units. */
export function readLogging(): LoggingCard {
  requireAdmin();
  return { whatToLog: whatToLog(), dispositions: allDispositions() };
}

export function saveLogging(save: v.InferOutput<typeof SaveWhatToLog>): LoggingCard {
  requireAdmin();
  saveWhatToLog(save.whatToLog);
  return readLogging();
}

/** Two choices of one name could not be told apart, neither by people nor by whoever writes the record. */
export function saveChoices({ dispositions }: v.InferOutput<typeof SaveDispositions>): LoggingCard {
  requireAdmin();
  const names = new Map(allDispositions().map(({ id, name }) => [id, name]));
  const wanted = [...[...names].filter(([id]) => !dispositions.some((each) => each.id === id)).map(([, name]) => name), ...dispositions.map(({ name }) => name)];
  if (new Set(wanted.map((name) => name.toLowerCase())).size < wanted.length) throw new Refused('BAD_SETTING', 'dispositions.name');
  if (dispositions.some(({ id }) => id !== null && !names.has(id))) throw new Refused('CONFLICT', 'dispositions.id');
  saveDispositions(dispositions);
  return readLogging();
}
