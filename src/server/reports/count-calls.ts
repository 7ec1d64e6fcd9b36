import query = require('N/query');
import type { DayCounts, DayOfUser } from '../../core/reports/summary.ts';
import { phoneCall } from '../netsuite/ids.ts';
import { requireListValue } from '../netsuite/list-values.ts';

/** First and last day, YYYY-MM-DD, both whole. */
export interface Period { from: string; to: string }

const number = (value: unknown): number => Number(value ?? 0);

/** `keys`: written by us, columns by which the calls are counted besides the day. 10 units, and 2 for the ids of list values, 12 once an hour. */
function count({ from, to }: Period, keys: { as: string; column: string }[]): Record<string, unknown>[] {
  const counted = (condition: string): string => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
  // Where these are not to be had a report would be wrong in silence: it is refused.
  const inbound = Number(requireListValue('direction', 'Inbound'));
  const day = { as: 'day', column: `TO_CHAR(p.startdate, 'YYYY-MM-DD')` };
  return query
    .runSuiteQL({
      query:
        `SELECT ${[...keys, day].map(({ as, column }) => `${column} AS ${as}`).join(', ')}, ` +
        `${counted('p.custevent_rcns_direction = ?')} AS inbound, COUNT(*) AS calls, ` +
        `${counted('p.custevent_rcns_direction = ? AND p.custevent_rcns_outcome = ?')} AS answered, SUM(NVL(p.custevent_rcns_talk_s, 0)) AS talk, ` +
        `${counted('p.company IS NULL AND p.contact IS NULL AND p.custevent_rcns_employee IS NULL')} AS unlinked ` +
        `FROM phonecall p WHERE p.${phoneCall.session} IS NOT NULL AND p.startdate >= TO_DATE(?, 'YYYY-MM-DD') AND p.startdate <= TO_DATE(?, 'YYYY-MM-DD') ` +
        `GROUP BY ${[...keys, day].map(({ column }) => column).join(', ')} ORDER BY ${day.column}`,
      params: [inbound, inbound, Number(requireListValue('outcome', 'Completed')), from, to],
    })
    .asMappedResults();
}

const countsOf = (row: Record<string, unknown>): DayCounts => ({
  day: String(row['day'] ?? ''),
  inbound: number(row['inbound']), outbound: number(row['calls']) - number(row['inbound']), answered: number(row['answered']), talkSeconds: number(row['talk']), unlinked: number(row['unlinked']),
});

/** Calls per day, as NetSuite shows them under the caller's role; days without a call are left out. 12 units, 22 once an hour. */
export const callsPerDay = (period: Period): DayCounts[] => count(period, []).map(countsOf);

/** Calls per user and day, likewise. 12 units, 22 once an hour. */
export const callsPerUserAndDay = (period: Period): DayOfUser[] =>
  count(period, [{ as: 'employee', column: `p.${phoneCall.organizer}` }, { as: 'name', column: `BUILTIN.DF(p.${phoneCall.organizer})` }])
    .map((row) => ({ user: number(row['employee']), name: String(row['name'] ?? ''), ...countsOf(row) }));
