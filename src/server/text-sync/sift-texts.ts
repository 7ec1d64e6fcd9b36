import query = require('N/query');
import { deliveries, type Delivery, type Message } from '../../core/messages/message.ts';
import { message as ids } from '../netsuite/ids.ts';
import { inList } from '../netsuite/in-list.ts';

/**
 * Leaves out what NetSuite has of these messages of one extension, by one query: 10 units. One stays where it got further
 * than its record says, or has an attachment that the record does not name.
 */
export function withoutKnown(extensionId: string, messages: readonly Message[]): Message[] {
  if (messages.length === 0) return [];
  const rows = query
    .runSuiteQL({
      query: `SELECT m.${ids.id} AS id, m.${ids.delivery} AS delivery, m.${ids.attachments} AS attachments FROM ${ids.type} m WHERE m.${ids.extension} = ? AND ${inList(`m.${ids.id}`, messages.map(({ id }) => id))}`,
      params: [extensionId, ...messages.map(({ id }) => id)],
    })
    .asMappedResults();
  const known = new Map(rows.map((row) => [String(row['id']), { delivery: String(row['delivery'] ?? '') as Delivery, named: String(row['attachments'] ?? '').split(/\s+/) }]));
  return messages.filter(({ id, delivery, attachments }) => {
    const there = known.get(id);
    return !there || deliveries.indexOf(delivery) > deliveries.indexOf(there.delivery) || attachments.some(({ url }) => !there.named.includes(url));
  });
}
