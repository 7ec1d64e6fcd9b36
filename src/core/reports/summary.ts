/** Calls of one day. */
export interface DayCounts { day: string; inbound: number; outbound: number; answered: number; talkSeconds: number; unlinked: number }
/** Calls of one user on one day. */
export interface DayOfUser extends DayCounts { user: number; name: string }

/** Added up. `answerRate`: of inbound calls, 0 to 1; null where there were none. */
export interface Sums { calls: number; inbound: number; outbound: number; answered: number; answerRate: number | null; talkSeconds: number; unlinked: number }

export interface SummaryOfDays {
  all: Sums;
  /** Every day of the period, also those without a call. */
  days: { day: string; sums: Sums }[];
}

export interface Summary extends SummaryOfDays {
  /** Most calls first. */
  users: { user: number; name: string; sums: Sums }[];
}

function sumsOf(rows: readonly DayCounts[]): Sums {
  const sum = (of: (row: DayCounts) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const inbound = sum((row) => row.inbound);
  const outbound = sum((row) => row.outbound);
  const answered = sum((row) => row.answered);
  return { calls: inbound + outbound, inbound, outbound, answered, answerRate: inbound === 0 ? null : answered / inbound, talkSeconds: sum((row) => row.talkSeconds), unlinked: sum((row) => row.unlinked) };
}

/** Puts the rows of a period together by day: all days that are given, also those without a call. */
export function summarizeDays(rows: readonly DayCounts[], days: readonly string[]): SummaryOfDays {
  return { all: sumsOf(rows), days: days.map((day) => ({ day, sums: sumsOf(rows.filter((row) => row.day === day)) })) };
}

/** The same, and by user. */
export function summarize(rows: readonly DayOfUser[], days: readonly string[]): Summary {
  const users = [...new Set(rows.map(({ user }) => user))].map((user) => {
    const own = rows.filter((row) => row.user === user);
    return { user, name: own[0]?.name ?? '', sums: sumsOf(own) };
  });
  return {
    ...summarizeDays(rows, days),
    users: users.sort((a, b) => b.sums.calls - a.sums.calls || a.name.localeCompare(b.name)),
  };
}
