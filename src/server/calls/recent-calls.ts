import query = require('N/query');
import runtime = require('N/runtime');
import { mostRecentCalls, type RecentCall } from '../../wire/calls/recent.ts';
import { phoneCall } from '../netsuite/ids.ts';

const asText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The newest calls that were logged for whoever looks, as NetSuite shows them under their role: one query, 10 units. */
export function recentCalls(): RecentCall[] {
  return query
    .runSuiteQL({
      query:
        `SELECT * FROM (SELECT p.id AS id, p.title AS title, p.startdate AS day FROM phonecall p ` +
        `WHERE p.${phoneCall.organizer} = ? AND p.${phoneCall.session} IS NOT NULL ORDER BY p.id DESC) WHERE ROWNUM <= ${mostRecentCalls}`,
      params: [runtime.getCurrentUser().id],
    })
    .asMappedResults()
    .map((row) => ({ record: Number(row['id']), title: asText(row['title']), day: asText(row['day']) }));
}
