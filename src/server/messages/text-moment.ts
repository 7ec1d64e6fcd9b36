import { callDay, shownMoment } from '../calls/call-day.ts';

/** When a text was written, as the organizer's calendar and clock say it. */
export interface TextMoment {
  /** For NetSuite's date field; null: it cannot say, and takes today. */
  date: Date | null;
  /** `2026-11-23`; '' with the date unknown. */
  day: string;
  /** As NetSuite writes times of day for this user, '' where it cannot say. */
  time: string;
}

const two = (number: number): string => String(number).padStart(2, '0');
const timeBehind = /(\d{1,2}[:.-]\d{2})(?:[:.-]\d{2})?(\s*[^\d\s]+)?\s*$/;

/** In this zone, or in that of whoever runs the script, and in their format. 0 units. */
export function textMoment(at: number, zone: string | null): TextMoment {
  const date = callDay(at, zone);
  const shown = shownMoment(at, zone);
  const time = typeof shown === 'string' ? timeBehind.exec(shown.trim()) : null;
  return {
    date,
    day: date ? `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` : new Date(at).toISOString().slice(0, 10),
    time: time ? `${time[1] ?? ''}${time[2] ?? ''}` : '',
  };
}
