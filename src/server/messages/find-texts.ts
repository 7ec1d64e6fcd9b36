import query = require('N/query');
import { messageKey, textDayId } from '../../core/messages/day-key.ts';
import { message, phoneCall, tombstone } from '../netsuite/ids.ts';
import { inList } from '../netsuite/in-list.ts';

/** What NetSuite has already, as far as the caller may see it. */
export interface FoundTexts {
  /** Records of messages: by extension and message id, where they belong. */
  messages: Map<string, { id: number; /** null: its phone call was deleted. */ call: number | null }>;
  /** Phone calls by external id; of doubles the oldest. */
  days: Map<string, number>;
  /** External ids of phone calls and of messages that a person deleted. */
  deleted: Set<string>;
}

export const nameOfMessage = (extensionId: string, messageId: string): string => `${extensionId}:${messageId}`;

/** A message to be looked up. */
interface MessageName { extensionId: string; messageId: string }
/** A conversation's day, as it stands on the phone call. */
export interface DayName { extensionId: string; day: string }

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** Looks messages and their conversations' days up in one query: 10 units, however many. What it finds besides (a message id of another extension) has its own name. */
export function findTexts(messages: readonly MessageName[], days: readonly DayName[]): FoundTexts {
  const found: FoundTexts = { messages: new Map(), days: new Map(), deleted: new Set() };
  const writers = unique(messages.map(({ extensionId }) => extensionId));
  const messageIds = unique(messages.map(({ messageId }) => messageId));
  const extensions = unique(days.map(({ extensionId }) => extensionId));
  const names = unique(days.map(({ day }) => day));
  const keys = unique([...days.map(({ extensionId, day }) => textDayId(extensionId, day)), ...messages.map(messageKey)]);
  const rows = query
    .runSuiteQL({
      query:
        `SELECT 'message' AS kind, m.id AS id, m.${message.extension} AS extension, m.${message.id} AS name_, m.${message.call} AS call_ FROM ${message.type} m ` +
        `WHERE ${inList(`m.${message.extension}`, writers)} AND ${inList(`m.${message.id}`, messageIds)} ` +
        `UNION ALL SELECT 'day' AS kind, p.id AS id, p.${phoneCall.extension} AS extension, p.${phoneCall.conversation} AS name_, NULL AS call_ FROM phonecall p ` +
        `WHERE ${inList(`p.${phoneCall.extension}`, extensions)} AND ${inList(`p.${phoneCall.conversation}`, names)} ` +
        `UNION ALL SELECT 'deleted' AS kind, t.id AS id, NULL AS extension, t.${tombstone.key} AS name_, NULL AS call_ FROM ${tombstone.type} t WHERE ${inList(`t.${tombstone.key}`, keys)}`,
      params: [...writers, ...messageIds, ...extensions, ...names, ...keys],
    })
    .asMappedResults();
  for (const row of rows) {
    const name = String(row['name_']);
    const id = Number(row['id']);
    if (row['kind'] === 'deleted') found.deleted.add(name);
    else if (row['kind'] === 'day') {
      const key = textDayId(String(row['extension']), name);
      found.days.set(key, Math.min(id, found.days.get(key) ?? id));
    } else found.messages.set(nameOfMessage(String(row['extension']), name), { id, call: row['call_'] === null ? null : Number(row['call_']) });
  }
  return found;
}
