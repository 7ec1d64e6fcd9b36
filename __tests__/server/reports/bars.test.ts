import { summarizeDays, type DayCounts } from '../../../src/core/reports/summary.ts';
import { bars } from '../../../src/server/reports/bars.ts';
import { callsPortlet } from '../../../src/server/reports/calls-portlet.ts';
import { reportActions } from '../../../src/server/reports/read-report.ts';
import * as counting from '../../../src/server/reports/count-calls.ts';
import { daysBetween } from '../../../src/wire/reports/days.ts';

const counts = (day: string, more: Partial<DayCounts> = {}): DayCounts => ({ day, inbound: 6, answered: 4, outbound: 2, talkSeconds: 1500, unlinked: 1, ...more });
const picture = (days: string[]) => bars(summarizeDays(days.map((day) => counts(day)), days).days);
/** Attributes of every element of a kind, as numbers. */
const every = (svg: string, pattern: string, ...names: string[]) => [...svg.matchAll(new RegExp(pattern, 'g'))].map(([tag]) => names.map((name) => Number(new RegExp(` ${name}="([\\d.-]+)"`).exec(tag)?.[1])));
const right = 358;

afterEach(() => jest.restoreAllMocks());

describe('the bars of fourteen days', () => {
  const days = daysBetween('2026-11-10', '2026-11-23');
  const svg = picture(days);

  test('stand side by side from the oldest to the newest, each within its day and all within the frame', () => {
    const places = every(svg, '<rect class="hover"[^>]*>', 'x', 'width') as [number, number][];
    const drawn = every(svg, '<rect class="outbound"[^>]*>', 'x', 'width') as [number, number][];
    expect(places[0]?.[0]).toBe(26);
    const [last = 0, wide = 0] = places.at(-1) ?? [];
    expect(last + wide).toBeCloseTo(right, 0);
    places.forEach(([x, width], at) => {
      if (at > 0) expect(x).toBeCloseTo((places[at - 1]?.[0] ?? 0) + (places[at - 1]?.[1] ?? 0), 0);
      const [bar = 0, thick = 0] = drawn[at] ?? [];
      expect(bar).toBeGreaterThan(x);
      expect(bar + thick).toBeLessThan(x + width);
      expect(bar - x).toBeCloseTo(x + width - bar - thick, 0);
      expect(thick).toBeGreaterThan(width / 2);
    });
  });

  test('grow from the ground up: outbound, answered, not answered, without a gap', () => {
    const [outbound, answered, unanswered] = ['outbound', 'answered', 'unanswered'].map((kind) => every(svg, `<rect class="${kind}"[^>]*>`, 'y', 'height')[0] ?? []);
    expect((outbound?.[0] ?? 0) + (outbound?.[1] ?? 0)).toBe(146);
    expect((answered?.[0] ?? 0) + (answered?.[1] ?? 0)).toBeCloseTo(outbound?.[0] ?? 0, 1);
    expect((unanswered?.[0] ?? 0) + (unanswered?.[1] ?? 0)).toBeCloseTo(answered?.[0] ?? 0, 1);
    expect(unanswered?.[0]).toBeCloseTo(146 - 138 * 0.8, 1);
  });

  test('are named below at most five times, each below its day, and the newest always', () => {
    const labels = [...svg.matchAll(/<text x="([\d.]+)" y="162" text-anchor="(\w+)">(.*?)<\/text>/g)].map(([, x, anchor, day]) => [Number(x), anchor, day]);
    expect(labels.map(([, anchor, day]) => [anchor, day])).toEqual([['middle', 'Nov 11'], ['middle', 'Nov 14'], ['middle', 'Nov 17'], ['middle', 'Nov 20'], ['end', 'Nov 23']]);
    const step = (right - 26) / 14;
    expect(labels.map(([x]) => x)).toEqual([1, 4, 7, 10].map((at) => Math.round((26 + step * (at + 0.5)) * 10) / 10).concat(right));
  });

  test('have lines at nothing, half and all, with their figures in front', () => {
    expect([...svg.matchAll(/<line class="grid" x1="26" x2="358" y1="([\d.]+)" y2="\1"\/><text x="21" y="([\d.]+)" text-anchor="end">(\d+)</g)].map((found) => found.slice(1).map(Number))).toEqual([[146, 150, 0], [77, 81, 5], [8, 12, 10]]);
  });
});

test('a single day, and none at all, are drawn too', () => {
  expect(every(picture(['2026-11-23']), '<rect class="hover"[^>]*>', 'x', 'width')).toEqual([[26, 332]]);
  expect(bars([])).toContain('>4</text>');
});

describe('figures of few calls', () => {
  const figures = (rows: DayCounts[]) => [...callsPortlet(summarizeDays(rows, ['2026-11-23'])).matchAll(/<dt>(.*?)<\/dt><dd><b>(.*?)<\/b>(.*?)<\/dd>/g)].map((found) => found.slice(2));
  test('are of one call what it was, and of several in whole seconds', () => {
    expect(figures([counts('2026-11-23', { inbound: 1, answered: 1, outbound: 0, talkSeconds: 40 })])).toEqual([['1', '1 inbound'], ['100 %', '1 of 1'], ['40 s', '40 s a call'], ['1', '100 % of calls']]);
    expect(figures([counts('2026-11-23', { inbound: 0, answered: 0, outbound: 3, talkSeconds: 40, unlinked: 0 })])).toEqual([['3', '0 inbound'], ['–', '0 of 0'], ['40 s', '13 s a call'], ['0', '0 % of calls']]);
  });
});

describe('a report', () => {
  const read = (from: string, to: string) => reportActions['read-report']?.run({ from, to }, '') as { cut: boolean };
  const rows = (count: number) => void jest.spyOn(counting, 'callsPerUserAndDay').mockReturnValue(Array.from({ length: count }, () => ({ user: 7, name: 'Kim Tran', ...counts('2026-11-23') })));

  test('is of a day up to a year', () => {
    rows(1);
    for (const [from, to] of [['2026-11-23', '2026-11-23'], ['2024-01-01', '2024-12-31']] as const) expect(read(from, to).cut).toBe(false);
    for (const [from, to] of [['2026-11-23', '2026-11-22'], ['2024-01-01', '2025-01-01']] as const) expect(() => read(from, to)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST', detail: 'to' }));
  });

  test('says when NetSuite may have more rows than it gave', () => {
    rows(4_999);
    expect(read('2026-11-01', '2026-11-23').cut).toBe(false);
    rows(5_000);
    expect(read('2026-11-01', '2026-11-23').cut).toBe(true);
  });
});
