/** Figures of a report as people read them: the same in the phone app and on the dashboard. */

/** `12,408`. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** Hours and minutes of talk: `3 h 05 min`, `12 min`, `40 s`. */
export function talkTime(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${grouped(Math.floor(minutes / 60))} h ${String(minutes % 60).padStart(2, '0')} min`;
}

export const percent = (rate: number | null): string => (rate === null ? '–' : `${Math.round(rate * 100)} %`);

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Nov 23` of 2026-11-23. */
export const shortDay = (day: string): string => `${months[Number(day.slice(5, 7)) - 1] ?? ''} ${Number(day.slice(8, 10))}`;

/** A round number at or above the highest bar, so that the lines of a chart stand at whole calls. */
export function ceiling(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return ([1, 2, 4, 5, 10].find((step) => step * power >= most) ?? 10) * power;
}
