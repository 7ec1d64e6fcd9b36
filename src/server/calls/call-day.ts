import format = require('N/format');

/**
 * The day of a call in the zone and format of the user who logs it, as NetSuite's date field wants it. null when the
 * platform cannot say: then NetSuite takes today.
 */
export function callDay(startedAt: number): Date | null {
  const shown: unknown = format.format({ value: new Date(startedAt), type: format.Type.DATETIME });
  const day = typeof shown === 'string' ? shown.trim().split(/\s+/)[0] : undefined;
  if (!day) return null;
  const parsed: unknown = format.parse({ value: day, type: format.Type.DATE });
  return parsed instanceof Date ? parsed : null;
}
