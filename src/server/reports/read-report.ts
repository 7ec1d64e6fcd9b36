import query = require('N/query');
import type * as v from 'valibot';
import { daysBetween } from '../../wire/reports/days.ts';
import { ReadReport, type Report } from '../../wire/reports/reports.ts';
import { phoneCall } from '../netsuite/ids.ts';
import { listValueId } from '../netsuite/list-values.ts';
import { Refused } from '../refused.ts';
import { reading, type Action } from '../session/json-endpoint.ts';

/** Days of one report; a day of a user is a row. */
const mostDays = 366;
/** NetSuite gives this many rows in one answer. */
const mostRows = 5_000;

const number = (value: unknown): number => Number(value ?? 0);

/** Calls per user and day, as NetSuite shows them under the caller's role: one query, 10 units, and 12 where ids of list values are asked for. */
function readReport({ from, to }: v.InferOutput<typeof ReadReport>): Report {
  const days = daysBetween(from, to).length;
  if (days < 1 || days > mostDays) throw new Refused('BAD_REQUEST', 'to');
  const counted = (condition: string): string => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
  const inbound = Number(listValueId('direction', 'Inbound'));
  const rows = query
    .runSuiteQL({
      query:
        `SELECT p.${phoneCall.organizer} AS employee, BUILTIN.DF(p.${phoneCall.organizer}) AS name, TO_CHAR(p.startdate, 'YYYY-MM-DD') AS day, ` +
        `${counted('p.custevent_rcns_direction = ?')} AS inbound, COUNT(*) AS calls, ` +
        `${counted('p.custevent_rcns_direction = ? AND p.custevent_rcns_outcome = ?')} AS answered, SUM(NVL(p.custevent_rcns_talk_s, 0)) AS talk, ` +
        `${counted('p.company IS NULL AND p.contact IS NULL AND p.custevent_rcns_employee IS NULL')} AS unlinked ` +
        `FROM phonecall p WHERE p.${phoneCall.session} IS NOT NULL AND p.startdate >= TO_DATE(?, 'YYYY-MM-DD') AND p.startdate <= TO_DATE(?, 'YYYY-MM-DD') ` +
        `GROUP BY p.${phoneCall.organizer}, BUILTIN.DF(p.${phoneCall.organizer}), TO_CHAR(p.startdate, 'YYYY-MM-DD') ORDER BY TO_CHAR(p.startdate, 'YYYY-MM-DD')`,
      params: [inbound, inbound, Number(listValueId('outcome', 'Completed')), from, to],
    })
    .asMappedResults();
  return {
    cut: rows.length >= mostRows,
    rows: rows.map((row) => ({
      user: number(row['employee']), name: String(row['name'] ?? ''), day: String(row['day'] ?? ''),
      inbound: number(row['inbound']), outbound: number(row['calls']) - number(row['inbound']), answered: number(row['answered']), talkSeconds: number(row['talk']), unlinked: number(row['unlinked']),
    })),
  };
}

export const reportActions: Record<string, Action> = { 'read-report': { changes: false, run: (body) => readReport(reading(ReadReport, body)) } };
