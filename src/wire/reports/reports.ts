import * as v from 'valibot';

/** Calls as NetSuite has them, for Company Admins only (api Suitelet, action read-report; everybody else gets FORBIDDEN). */

const day = v.pipe(v.string(), v.regex(/^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));
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
