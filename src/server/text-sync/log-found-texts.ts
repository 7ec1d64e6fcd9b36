import runtime = require('N/runtime');
import type { TextLog } from '../../wire/messages/log.ts';
import { logTexts } from '../messages/log-texts.ts';
import type { FoundTexts, LoggedTexts } from './found-texts.ts';

/** Logs them through the same function as the live door, in the days of their organizer; done twice, it changes nothing. 35 units for one new message, 6 for each more. */
export function logFoundTexts({ extensionId, zone, logs }: FoundTexts): LoggedTexts {
  const results = logTexts(
    logs,
    {
      account: runtime.accountId,
      // Background work runs with an administrator's rights, and names the organizer itself.
      caller: { id: runtime.getCurrentUser().id, mayEditSettings: () => true },
      remainingUnits: () => runtime.getCurrentScript().getRemainingUsage(),
    },
    () => ({ of: 'organizer', zone }),
  );
  return {
    extensionId,
    refused: results.flatMap(({ status, code, detail }, at) => (status === 'refused' ? [{ log: logs[at] as TextLog, code: detail ?? code ?? 'UNKNOWN' }] : [])),
    later: results.some(({ status }) => status === 'later'),
  };
}
