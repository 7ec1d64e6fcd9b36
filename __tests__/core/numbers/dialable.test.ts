import { dialable } from '../../../src/core/numbers/dialable.ts';

describe('what a person types or pastes', () => {
  test.each([
    ['(650) 555-0100', '6505550100', null],
    ['+1 650 555 0100', '+16505550100', null],
    ['tel:+16505550100', '+16505550100', null],
    ['+44 (0)20 7946 0958', '+442079460958', null],
    ['650.555.0100 x12', '6505550100', '12'],
    ['650 555 0100 ext. 7', '6505550100', '7'],
    ['+16505550100#101', '+16505550100', '101'],
    ['1-800-FLOWERS', '18003569377', null],
    ['800-GOT-JUNK', '8004685865', null],
    ['\u202a(650) 555\u20110100\u202c', '6505550100', null],
    ['101', '101', null],
    ['*67 650 555 0100', '*676505550100', null],
    ['011 44 20 7946 0958', '011442079460958', null],
  ])('%s is dialled as %s', (typed, dial, extension) => {
    expect(dialable(typed)).toEqual({ dial, extension });
  });

  test.each(['', ' ', 'Bob', 'call me', '911 please', '+', '()', '<img src=x onerror=alert(1)>', '1234567890'.repeat(4), 'a@b.example'])('%s is refused', (typed) => {
    expect(dialable(typed)).toBeNull();
  });
});
