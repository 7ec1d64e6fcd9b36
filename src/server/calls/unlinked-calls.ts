import query = require('N/query');
import runtime = require('N/runtime');
import { numberKey } from '../../core/numbers/e164.ts';
import type { UnlinkedNumber } from '../../wire/people/choose.ts';
import { phoneCall as ids } from '../netsuite/ids.ts';
import { fieldId } from './phone-call-record.ts';

/** Calls looked at: what a person can still remember. */
const mostCalls = 500;

const asText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** How RingCentral may have reported one number. */
function spellings(number: string): string[] {
  const key = numberKey(number, String(runtime.country))?.number ?? '';
  return [...new Set([number, key, key.replace('+', '')].filter((each) => each !== ''))];
}

/**
 * Logged calls, and days of texts, that are linked to nobody, by number, newest first: the caller's own, or with a number
 * everybody's of that number as far as the caller's role shows them. One query, 10 units.
 */
export function unlinkedCalls(number: string | null): UnlinkedNumber[] {
  const asked = number === null ? [] : spellings(number);
  const whose = number === null ? `p.${ids.organizer} = ? AND p.phone IS NOT NULL` : `p.phone IN (${asked.map(() => '?').join(', ')})`;
  const rows = query
    .runSuiteQL({
      query:
        'SELECT * FROM (SELECT p.id AS id, p.title AS title, p.startdate AS day, p.phone AS phone FROM phonecall p ' +
        `WHERE (p.${ids.session} IS NOT NULL OR p.${ids.conversation} IS NOT NULL) AND p.company IS NULL AND p.contact IS NULL AND p.${fieldId('employee')} IS NULL AND ${whose} ORDER BY p.id DESC) WHERE ROWNUM <= ${mostCalls}`,
      params: number === null ? [runtime.getCurrentUser().id] : asked,
    })
    .asMappedResults();
  const found = new Map<string, UnlinkedNumber>();
  for (const row of rows) {
    const key = numberKey(asText(row['phone']), String(runtime.country))?.number;
    if (key === undefined) continue;
    const known = found.get(key) ?? { number: key, records: [], title: asText(row['title']), day: asText(row['day']) };
    known.records.push(Number(row['id']));
    found.set(key, known);
  }
  return [...found.values()];
}
