import * as v from 'valibot';
import { day } from '../day.ts';

/** Calls as NetSuite has them, for Company Admins only (api Suitelet, action read-report; everybody else gets FORBIDDEN). */

/** First and last day, both whole. */
export const ReadReport = v.object({ from: day, to: day });

/** One user's calls of one day. `day`: YYYY-MM-DD, in the organizer's zone, as the phone calls have it. */
export const ReportRow = v.object({
  user: v.number(),
  name: v.string(),
  day: v.string(),
  inbound: v.number(),
  outbound: v.number(),
  /** Inbound calls that a person answered. */
  answered: v.number(),
  talkSeconds: v.number(),
  /** Without company, contact and employee. */
  unlinked: v.number(),
});
export type ReportRow = v.InferOutput<typeof ReportRow>;

/** `cut`: NetSuite gives no more rows than these; a shorter period shows the rest. */
export const Report = v.object({ rows: v.array(ReportRow), cut: v.boolean() });
export type Report = v.InferOutput<typeof Report>;
