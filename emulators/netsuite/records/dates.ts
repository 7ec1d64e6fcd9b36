/** Dates as people of the account write them: M/D/YYYY and h:mm am, in the company's time zone. */

export interface Wall { year: number; month: number; day: number; hour: number; minute: number; second: number }

const formatters = new Map<string, Intl.DateTimeFormat>();

/** What clock and calendar show in a zone at an instant. */
export function wallAt(instant: Date, timeZone: string): Wall {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
    formatters.set(timeZone, formatter);
  }
  const parts = Object.fromEntries(formatter.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
  return { year: parts['year'] ?? 0, month: parts['month'] ?? 0, day: parts['day'] ?? 0, hour: parts['hour'] ?? 0, minute: parts['minute'] ?? 0, second: parts['second'] ?? 0 };
}

/** The instant at which a zone's clocks show this; in the hour that a clock change doubles, the first one. */
export function instantOf(wall: Wall, timeZone: string): Date {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  let guess = asUtc;
  for (let round = 0; round < 2; round += 1) {
    const shown = wallAt(new Date(guess), timeZone);
    guess += asUtc - Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second);
  }
  return new Date(guess);
}

/** 2026-11-23 */
export function dayText(wall: Pick<Wall, 'year' | 'month' | 'day'>): string {
  return `${String(wall.year).padStart(4, '0')}-${two(wall.month)}-${two(wall.day)}`;
}

/** 14:52:00 */
export function timeText(wall: Pick<Wall, 'hour' | 'minute' | 'second'>): string {
  return `${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}`;
}

/** 2026-11-23 becomes 11/23/2026. */
export function shownDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(month)}/${Number(date)}/${year ?? ''}`;
}

/** 14:52:00 becomes 2:52 pm. */
export function shownTime(time: string, seconds = false): string {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return `${((hour + 11) % 12) + 1}:${two(minute)}${seconds ? `:${two(second)}` : ''} ${hour < 12 ? 'am' : 'pm'}`;
}

/** An instant in ISO 8601 as a person of the zone reads it. */
export function shownInstant(iso: string, timeZone: string, seconds = false): string {
  const wall = wallAt(new Date(iso), timeZone);
  return `${shownDay(dayText(wall))} ${shownTime(timeText(wall), seconds)}`;
}

/** M/D/YYYY to a day; null when it is none. */
export function readDay(text: string): string | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  if (!match) return null;
  const day = dayText({ year: Number(match[3]), month: Number(match[1]), day: Number(match[2]) });
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}

/** h:mm am, h:mm:ss am or 24-hour time to 14:52:00; null when it is none. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?$/i.exec(text.trim());
  if (!match) return null;
  const half = match[4]?.toLowerCase();
  const hour = half ? (Number(match[1]) % 12) + (half === 'pm' ? 12 : 0) : Number(match[1]);
  const minute = Number(match[2]);
  const second = Number(match[3] ?? '0');
  return hour < 24 && minute < 60 && second < 60 ? timeText({ hour, minute, second }) : null;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
