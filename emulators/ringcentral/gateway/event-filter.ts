import type { Account } from '../account/account.ts';
import type { AppScope } from '../account/seed.ts';

/** What a subscriber wants to hear; `extensionId: null` means the whole account. */
export type EventFilter =
  | { kind: 'telephony'; text: string; extensionId: string | null; direction: string[]; statusCode: string[]; phoneNumber: string[]; missedCall: boolean; sipData: boolean }
  | { kind: 'presence'; text: string; extensionId: string | null; detailed: boolean; sipData: boolean }
  | { kind: 'message-store'; text: string; extensionId: string; type: string[]; direction: string[] }
  | { kind: 'instant' | 'voicemail'; text: string; extensionId: string };

/** A filter that cannot be served, in the words of `disabledFilters`. */
export interface DisabledFilter { filter: string; reason: string; message: string }

export type ReadFilter = { is: 'filter'; filter: EventFilter } | { is: 'disabled'; disabled: DisabledFilter };

const scopeOf: Record<EventFilter['kind'], AppScope> = { telephony: 'CallControl', presence: 'ReadPresence', 'message-store': 'ReadMessages', instant: 'ReadMessages', voicemail: 'ReadMessages' };
const knownQuery: Record<EventFilter['kind'], string[]> = {
  telephony: ['direction', 'statusCode', 'phoneNumber', 'missedCall', 'sipData'], presence: ['detailedTelephonyState', 'sipData'],
  'message-store': ['type', 'direction'], instant: ['type'], voicemail: [],
};
const kindOf: Record<string, EventFilter['kind']> = { 'telephony/sessions': 'telephony', presence: 'presence', 'message-store': 'message-store', 'message-store/instant': 'instant', voicemail: 'voicemail' };

/** Reads one event filter (ringcentral.md 3.6). What this simulator never sends is refused by name instead of staying silent. */
export function readEventFilter(text: string, who: { extensionId: string; scopes: string[] }, account: Account): ReadFilter {
  const disabled = (reason: string, message: string): ReadFilter => ({ is: 'disabled', disabled: { filter: text, reason, message } });
  const [path = '', queryText = ''] = text.split(/\?(.*)/s);
  const query = new URLSearchParams(queryText);
  const match = /^\/restapi\/v1\.0\/account\/([^/]+)(?:\/extension\/([^/]+))?\/(telephony\/sessions|presence|message-store|message-store\/instant|voicemail)$/.exec(path);
  if (!match) return disabled('NotEmulated', 'The simulator does not emulate this event');
  const kind = kindOf[match[3] ?? ''] ?? 'telephony';

  if (match[1] !== '~' && match[1] !== account.accountId) return disabled('SUB-402', 'The account of the event filter is not accessible');
  const extensionId = match[2] === undefined ? null : match[2] === '~' ? who.extensionId : match[2];
  if (extensionId !== null && !account.user(extensionId)) return disabled('SUB-402', 'The extension of the event filter is not accessible');
  if (!who.scopes.includes(scopeOf[kind])) return disabled('CMN-401', `Application needs to have [${scopeOf[kind]}] permission`);
  const unknown = [...query].find(([name, value]) => !knownQuery[kind].includes(name) && value !== 'false');
  if (unknown) return disabled('NotEmulated', `The simulator does not emulate the query parameter [${unknown[0]}] of this event`);

  if (kind !== 'telephony' && kind !== 'presence') return messageFilter(kind, text, extensionId, who.extensionId, query, disabled);
  const filter: EventFilter = kind === 'presence'
    ? { kind, text, extensionId, detailed: query.get('detailedTelephonyState') === 'true', sipData: query.get('sipData') === 'true' }
    : {
      kind, text, extensionId, direction: query.getAll('direction'), statusCode: query.getAll('statusCode'),
      phoneNumber: query.getAll('phoneNumber').map((number) => number.replace(/^ /, '+')), missedCall: query.get('missedCall') === 'true', sipData: query.get('sipData') === 'true',
    };
  return { is: 'filter', filter };
}

/** Messages are heard of by their owner only. */
function messageFilter(kind: 'message-store' | 'instant' | 'voicemail', text: string, extensionId: string | null, owner: string, query: URLSearchParams, disabled: (reason: string, message: string) => ReadFilter): ReadFilter {
  if (extensionId !== owner) return disabled('NotEmulated', 'The simulator does not emulate events about messages of others');
  if (kind === 'message-store') return { is: 'filter', filter: { kind, text, extensionId, type: query.getAll('type'), direction: query.getAll('direction') } };
  if (kind === 'instant' && query.get('type') !== 'SMS') return disabled('SUB-402', 'The parameter [type] of the event filter must be SMS');
  return { is: 'filter', filter: { kind, text, extensionId } };
}
