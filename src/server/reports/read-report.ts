import type * as v from 'valibot';
import { daysBetween } from '../../wire/reports/days.ts';
import { ReadReport, type Report } from '../../wire/reports/reports.ts';
import { Refused } from '../refused.ts';
import { reading, type Action } from '../session/json-endpoint.ts';
import { callsPerUserAndDay } from './count-calls.ts';

/** Days of one report; a day of a user is a row. */
const mostDays = 366;
/** NetSuite gives this many rows in one answer. */
const mostRows = 5_000;

/** Calls per user and day, as NetSuite shows them under the caller's role: 12 units, 22 once an hour. */
function readReport(period: v.InferOutput<typeof ReadReport>): Report {
  const days = daysBetween(period.from, period.to).length;
  if (days < 1 || days > mostDays) throw new Refused('BAD_REQUEST', 'to');
  const rows = callsPerUserAndDay(period);
  return { cut: rows.length >= mostRows, rows };
}

export const reportActions: Record<string, Action> = { 'read-report': { changes: false, run: (body) => readReport(reading(ReadReport, body)) } };
