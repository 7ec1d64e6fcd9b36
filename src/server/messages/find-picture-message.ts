import query = require('N/query');
import { extension, message, phoneCall } from '../netsuite/ids.ts';

/** A message's record, and whom it belongs to. */
export interface PictureMessage {
  record: number;
  /** Employee ids: of the phone call's organizer, and of whose extension it is. */
  owners: number[];
  /** Phone calls with its text: several of a group text, none where it was deleted. */
  calls: number[];
}

/** null: there is none. 10 units, 20 for a group text. */
export function findPictureMessage(extensionId: string, messageId: string): PictureMessage | null {
  const [row] = query
    .runSuiteQL({
      query:
        `SELECT m.id AS id, p.id AS call_, p.${phoneCall.organizer} AS organizer, p.${phoneCall.conversation} AS day_, x.${extension.employee} AS employee FROM ${message.type} m ` +
        `LEFT JOIN phonecall p ON p.id = m.${message.call} LEFT JOIN ${extension.type} x ON x.${extension.id} = m.${message.extension} WHERE m.${message.extension} = ? AND m.${message.id} = ?`,
      params: [extensionId, messageId],
    })
    .asMappedResults();
  if (!row) return null;
  const owners = [row['organizer'], row['employee']].map((id) => Number(id ?? 0)).filter((id) => id > 0);
  const call = Number(row['call_'] ?? 0);
  return { record: Number(row['id']), owners, calls: call > 0 ? [...new Set([call, ...sameDay(extensionId, String(row['day_'] ?? ''))])] : [] };
}

/** Of a group text each person in it has a phone call: their days are named alike, but for the person at the end. */
function sameDay(extensionId: string, day: string): number[] {
  const [conversation, date, person] = day.split(':');
  if (person === undefined) return [];
  return query
    .runSuiteQL({ query: `SELECT p.id AS id FROM phonecall p WHERE p.${phoneCall.extension} = ? AND p.${phoneCall.conversation} LIKE ?`, params: [extensionId, `${conversation}:${date}:%`] })
    .asMappedResults()
    .map((each) => Number(each['id']));
}
