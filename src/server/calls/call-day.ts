import format = require('N/format');

/** The time behind a date; a date itself may hold blanks (`23 November, 2026 1:15 am`). */
const timeBehind = /\s+\d{1,2}[:.-]\d{2}\b.*$/;

/** A moment as NetSuite writes it, in this zone (as the preference TIMEZONE names it), or in that of whoever runs the script. */
export const shownMoment = (at: number, zone: string | null): unknown =>
  format.format({ value: new Date(at), type: format.Type.DATETIME, ...(zone === null ? {} : { timezone: zone as unknown as format.Timezone }) });

/**
 * The day of a call in the zone and format of the user who logs it, as NetSuite's date field wants it. null when the
 * platform cannot say: then NetSuite takes today.
 */
export function callDay(startedAt: number, zone: string | null = null): Date | null {
  const shown = shownMoment(startedAt, zone);
  const day = typeof shown === 'string' ? shown.trim().replace(timeBehind, '') : '';
  if (day === '') return null;
  try {
    const parsed: unknown = format.parse({ value: day, type: format.Type.DATE });
    return parsed instanceof Date && !Number.isNaN(parsed.getTime()) ? parsed : null;
  } catch {
    // A way of writing dates that NetSuite itself does not read again: better today than no record.
    return null;
  }
}
