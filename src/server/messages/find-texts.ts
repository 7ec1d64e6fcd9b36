import query = require('N/query');
import { textDayId } from '../../core/messages/day-key.ts';
import { message, phoneCall, tombstone } from '../netsuite/ids.ts';

/** What NetSuite has already, as far as the caller may see it. */
export interface FoundTexts {
  /** Records of messages: by extension and message id, where they belong. */
  messages: Map<string, { id: number; /** null: its phone call was deleted. */ call: number | null }>;
  /** Phone calls by external id; of doubles the oldest. */
  days: Map<string, number>;
  /** External ids of phone calls that a person deleted. */
  deleted: Set<string>;
}

export const nameOfMessage = (extensionId: string, messageId: string): string => `${extensionId}:${messageId}`;

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** Looks messages and their conversations' days up in one query: 10 units, however many. */
export function findTexts(extensions: readonly string[], messageIds: readonly string[], days: readonly string[]): FoundTexts {
  const found: FoundTexts = { messages: new Map(), days: new Map(), deleted: new Set() };
  const keys = extensions.flatMap((extension) => days.map((day) => textDayId(extension, day)));
  const rows = query
    .runSuiteQL({
      query:
        `SELECT 'message' AS kind, m.id AS id, m.${message.extension} AS extension, m.${message.id} AS name_, m.${message.call} AS call_ FROM ${message.type} m ` +
        `WHERE m.${message.extension} IN (${marks(extensions)}) AND m.${message.id} IN (${marks(messageIds)}) ` +
        `UNION ALL SELECT 'day' AS kind, p.id AS id, p.${phoneCall.extension} AS extension, p.${phoneCall.conversation} AS name_, NULL AS call_ FROM phonecall p ` +
        `WHERE p.${phoneCall.extension} IN (${marks(extensions)}) AND p.${phoneCall.conversation} IN (${marks(days)}) ` +
        `UNION ALL SELECT 'deleted' AS kind, t.id AS id, NULL AS extension, t.${tombstone.key} AS name_, NULL AS call_ FROM ${tombstone.type} t WHERE t.${tombstone.key} IN (${marks(keys)})`,
      params: [...extensions, ...messageIds, ...extensions, ...days, ...keys],
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
