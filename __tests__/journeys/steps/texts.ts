import { askNetSuite } from '../../../emulators/demo/questions.ts';
import type { World } from '../open-world.ts';

export interface LoggedText { phoneCall: number; title: string; text: string; direction: string; delivery: string; reason: string }

/** Messages that NetSuite holds with these words, as an administrator sees them, oldest first. */
export async function loggedTexts({ demo }: World, ...words: string[]): Promise<LoggedText[]> {
  const rows = await askNetSuite(
    demo.netsuite,
    `SELECT p.id AS phone_call, p.title AS title, m.custrecord_rcns_msg_text AS words, m.custrecord_rcns_msg_direction AS direction, m.custrecord_rcns_msg_delivery AS delivery, m.custrecord_rcns_msg_reason AS reason
       FROM customrecord_rcns_message m JOIN phonecall p ON p.id = m.custrecord_rcns_msg_call ORDER BY m.id`,
    [],
  );
  return rows
    .map((row) => ({ phoneCall: Number(row['phone_call']), title: String(row['title']), text: String(row['words']), direction: String(row['direction']), delivery: String(row['delivery']), reason: String(row['reason'] ?? '') }))
    .filter(({ text }) => words.includes(text));
}
