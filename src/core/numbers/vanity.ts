const letterKeys = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];
const keyOf = (letter: string): string => String(letterKeys.findIndex((letters) => letters.includes(letter.toLowerCase())) + 2);

/** Every letter as the key it stands on. */
export const keysOfLetters = (text: string): string => text.replace(/[a-z]/gi, keyOf);

/** Digits of a full number in North America and of Australia's 1300 and 1800 numbers; North America may write its 1 before it. */
const full = 10;
/** A word counts only behind a prefix of digits and at the end; two letters are typing errors. */
const withWord = /^\+?(?:1[\s.-]*)?\(?\d{3,4}\)?(?:[\s.-]*\d{1,4})?(?:[\s.-]*[a-z]+)+$/i;
const endsInWord = /[a-z]{3,}$/i;

/** `1-800-FLOWERS` as the digits that its keys are; every other text comes back as it is. */
export function withoutVanity(text: string): string {
  if (!withWord.test(text) || !endsInWord.test(text)) return text;
  const keys = keysOfLetters(text);
  const digits = keys.replace(/\D/g, '');
  return digits.length === full || (digits.length === full + 1 && digits.startsWith('1')) ? keys : text;
}
