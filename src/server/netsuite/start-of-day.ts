import { callDay } from '../calls/call-day.ts';

const quarterMs = 15 * 60_000;
/** No place on earth is further from Greenwich. */
const farthestMs = 14 * 3_600_000;

const pad = (value: number): string => String(value).padStart(2, '0');
/** The day (YYYY-MM-DD) of a moment, epoch milliseconds, in the zone of whoever asks; null when the platform cannot say. No units. */
export const dayOf = (at: number): string | null => {
  const day = callDay(at);
  return day && `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
};

/** When a day (YYYY-MM-DD) begins in the zone of whoever asks, epoch milliseconds; in Greenwich where the platform cannot say. No units. */
export function startOfDay(day: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  let low = 0;
  let high = (2 * farthestMs) / quarterMs;
  while (low < high) {
    const middle = (low + high) >> 1;
    const shown = dayOf(midnight - farthestMs + middle * quarterMs);
    if (shown === null) return midnight;
    if (shown < day) low = middle + 1;
    else high = middle;
  }
  return midnight - farthestMs + low * quarterMs;
}

/** The day after, as YYYY-MM-DD. */
export const dayAfter = (day: string): string => new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
