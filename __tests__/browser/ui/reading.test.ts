import { duration } from '../../../src/browser/ui/duration.ts';
import { readableNumber } from '../../../src/browser/ui/phone-number.ts';

test.each([
  [0, '0:00'], [59_999, '0:59'], [60_000, '1:00'], [3_599_000, '59:59'], [3_723_000, '1:02:03'], [-4_000, '0:00'],
])('a call of %i ms is shown as %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});

test.each([
  ['+14155550133', '+1 (415) 555-0133'],
  ['4155550133', '(415) 555-0133'],
  ['+442079460018', '+442079460018'],
  ['101', '101'],
  ['9'.repeat(40), '9'.repeat(40)],
  ['<script>', '<script>'],
])('the number %s is read as %s', (number, text) => {
  expect(readableNumber(number)).toBe(text);
});
