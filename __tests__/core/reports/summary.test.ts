import { summarize, type DayOfUser } from '../../../src/core/reports/summary.ts';

const row = (user: number, name: string, day: string, more: Partial<DayOfUser> = {}): DayOfUser => ({ user, name, day, inbound: 4, outbound: 2, answered: 3, talkSeconds: 600, unlinked: 1, ...more });

describe('a report', () => {
  const summary = summarize([row(7, 'Kim Tran', '2026-11-20'), row(8, 'Sam Rivera', '2026-11-20', { outbound: 9 }), row(7, 'Kim Tran', '2026-11-22', { inbound: 0, answered: 0 })], ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22']);

  it('adds up the whole period', () => expect(summary.all).toEqual({ calls: 21, inbound: 8, outbound: 13, answered: 6, answerRate: 0.75, talkSeconds: 1800, unlinked: 3 }));
  it('has every day, also those without a call', () => expect(summary.days.map(({ day, sums }) => [day, sums.calls, sums.answerRate])).toEqual([['2026-11-19', 0, null], ['2026-11-20', 19, 0.75], ['2026-11-21', 0, null], ['2026-11-22', 2, null]]));
  it('names who had most calls first', () => expect(summary.users.map(({ name, sums }) => [name, sums.calls])).toEqual([['Sam Rivera', 13], ['Kim Tran', 8]]));

  it('counts each user’s own calls, and of equally busy ones takes the name that comes first', () => {
    const { users } = summarize([row(7, 'Kim Tran', '2026-11-20'), row(8, 'Ada Morgan', '2026-11-20'), row(9, 'Sam Rivera', '2026-11-20', { inbound: 1, answered: 1, talkSeconds: 30, unlinked: 0 })], ['2026-11-20']);
    expect(users.map(({ user, name, sums }) => [user, name, sums.calls, sums.answerRate, sums.talkSeconds, sums.unlinked])).toEqual([[8, 'Ada Morgan', 6, 0.75, 600, 1], [7, 'Kim Tran', 6, 0.75, 600, 1], [9, 'Sam Rivera', 3, 1, 30, 0]]);
  });
});
