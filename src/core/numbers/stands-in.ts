import { plainNumberText } from './plain-number-text.ts';
import { keysOfLetters } from './vanity.ts';

/** Digits at the end that no way of writing a number leaves out; the shortest national numbers have four. */
const lastDigits = 4;

/** Whether a text, typed in any style, can be this number or extension: quick, and wrong only in favour of yes. */
export function standsIn(number: string, text: string): boolean {
  const plain = plainNumberText(text);
  const last = number.replace(/\D/g, '').slice(-lastDigits);
  return [plain, keysOfLetters(plain)].some((each) => each.replace(/\D/g, '').includes(last));
}
