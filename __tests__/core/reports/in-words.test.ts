import { ceiling, grouped, percent, shortDay, talkTime } from '../../../src/core/reports/in-words.ts';

describe('figures in words', () => {
  it('groups thousands', () => expect([0, 999, 1_000, 12_408, 1_234_567].map(grouped)).toEqual(['0', '999', '1,000', '12,408', '1,234,567']));
  it('says talk time in what people would say', () => expect([0, 59, 60, 3_599, 3_600, 11_100, 4_500_000].map(talkTime)).toEqual(['0 s', '59 s', '1 min', '1 h 00 min', '1 h 00 min', '3 h 05 min', '1,250 h 00 min']));
  it('has no rate where there was nothing to answer', () => expect([null, 0, 2 / 3, 1].map(percent)).toEqual(['–', '0 %', '67 %', '100 %']));
  it('names a day by its month', () => expect(['2026-01-01', '2026-11-23'].map(shortDay)).toEqual(['Jan 1', 'Nov 23']));
  it('knows every month', () => expect(Array.from({ length: 12 }, (_, at) => shortDay(`2026-${String(at + 1).padStart(2, '0')}-05`))).toEqual(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map((month) => `${month} 5`)));
  it('rounds up to whole lines', () => expect([0, 3, 11, 40, 41, 101, 9_999].map(ceiling)).toEqual([1, 4, 20, 40, 50, 200, 10_000]));
});
