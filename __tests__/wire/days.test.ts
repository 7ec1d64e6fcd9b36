import { daysBetween } from '../../src/wire/reports/days.ts';

test('the days of a period are counted over the change of clocks and of years', () => {
  expect([daysBetween('2026-03-28', '2026-03-30'), daysBetween('2026-12-31', '2027-01-01'), daysBetween('2026-11-02', '2026-11-01')]).toEqual([['2026-03-28', '2026-03-29', '2026-03-30'], ['2026-12-31', '2027-01-01'], []]);
});
