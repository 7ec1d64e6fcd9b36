import type { Account } from '../account/account.ts';
import type { AppScope } from '../account/seed.ts';

/** What a subscriber wants to hear; `extensionId: null` means the whole account. */
export type EventFilter =
  | { kind: 'telephony'; text: string; extensionId: string | null; direction: string[]; statusCode: string[]; phoneNumber: string[]; missedCall: boolean; sipData: boolean }
  | { kind: 'presence'; text: string; extensionId: string | null; detailed: boolean; sipData: boolean };

/** A filter that cannot be served, in the words of `disabledFilters`. */
export interface DisabledFilter { filter: string; reason: string; message: string }

export type ReadFilter = { is: 'filter'; filter: EventFilter } | { is: 'disabled'; disabled: DisabledFilter };

const scopeOf: Record<EventFilter['kind'], AppScope> = { telephony: 'CallControl', presence: 'ReadPresence' };
const knownQuery: Record<EventFilter['kind'], string[]> = {
  telephony: ['direction', 'statusCode', 'phoneNumber', 'missedCall', 'sipData'], presence: ['detailedTelephonyState', 'sipData'],
};

/** Reads one event filter (ringcentral.md 3.6). What this simulator never sends is refused by name instead of staying silent. */
export function readEventFilter(text: string, who: { extensionId: string; scopes: string[] }, account: Account): ReadFilter {
  const disabled = (reason: string, message: string): ReadFilter => ({ is: 'disabled', disabled: { filter: text, reason, message } });
  const [path = '', queryText = ''] = text.split(/\?(.*)/s);
  const query = new URLSearchParams(queryText);
  const match = /^\/restapi\/v1\.0\/account\/([^/]+)(?:\/extension\/([^/]+))?\/(telephony\/sessions|presence)$/.exec(path);
  if (!match) return disabled('NotEmulated', 'The simulator does not emulate this event');
  const kind = match[3] === 'presence' ? 'presence' : 'telephony';

  if (match[1] !== '~' && match[1] !== account.accountId) return disabled('SUB-402', 'The account of the event filter is not accessible');
  const extensionId = match[2] === undefined ? null : match[2] === '~' ? who.extensionId : match[2];
  if (extensionId !== null && !account.user(extensionId)) return disabled('SUB-402', 'The extension of the event filter is not accessible');
  if (!who.scopes.includes(scopeOf[kind])) return disabled('CMN-401', `Application needs to have [${scopeOf[kind]}] permission`);
  const unknown = [...query].find(([name, value]) => !knownQuery[kind].includes(name) && value !== 'false');
  if (unknown) return disabled('NotEmulated', `The simulator does not emulate the query parameter [${unknown[0]}] of this event`);

  const filter: EventFilter = kind === 'presence'
    ? { kind, text, extensionId, detailed: query.get('detailedTelephonyState') === 'true', sipData: query.get('sipData') === 'true' }
    : {
      kind, text, extensionId, direction: query.getAll('direction'), statusCode: query.getAll('statusCode'),
      phoneNumber: query.getAll('phoneNumber').map((number) => number.replace(/^ /, '+')), missedCall: query.get('missedCall') === 'true', sipData: query.get('sipData') === 'true',
    };
  return { is: 'filter', filter };
}
