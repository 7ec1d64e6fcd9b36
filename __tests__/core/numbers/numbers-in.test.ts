import { numbersIn } from '../../../src/core/numbers/numbers-in.ts';
import { spellings } from './spellings.ts';

const written = (text: string, country: string): string[] => numbersIn(text, [country]).map(({ number, extension }) => (extension === null ? number : `${number}#${extension}`));

describe('what stands in a phone field', () => {
  test.each(spellings.map(([country, text, ...keys]) => ({ country, text, keys })))('$text, in $country', ({ country, text, keys }) => {
    expect(written(text, country)).toEqual(keys);
  });

  test('at least two hundred ways from thirty countries are in the table', () => {
    const numbers = spellings.filter(({ length }) => length > 2);
    expect(numbers.length).toBeGreaterThanOrEqual(200);
    expect(new Set(numbers.map(([country]) => country)).size).toBeGreaterThanOrEqual(30);
  });

  test('a hostile text of a megabyte is given up at once', () => {
    const before = performance.now();
    for (const piece of ['1', '1 ', '(', '+1 ', '650-253-0000 ', '٠', 'x1', '1;', '1/']) expect(numbersIn(piece.repeat(1_000_000 / piece.length), ['US'])).toEqual([]);
    for (const piece of ['1', '1 ', '(', '((1', '+1 ', '1-', 'x1', '1;', '1/', '. ']) numbersIn(piece.repeat(Math.floor(250 / piece.length)), ['US']);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
