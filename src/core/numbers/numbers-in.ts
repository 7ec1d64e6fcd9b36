import { countryOf, numberKey, type NumberKey } from './e164.ts';
import { plainNumberText } from './plain-number-text.ts';

/** Longest field worth looking through. */
const longestField = 250;
/** Numbers taken from one field; more are a list of something else. */
const mostInField = 4;
/** A number among words has to be as long as a real one; a room, a year or an hour is not. */
const fewestAmongWords = 7;
const between = /\s*(?:[;|,\n]|\s\/\s|\/(?=\s*[+(])|\s(?:or|and|und|oder|et|ou|y|o|e|og|och|&)\s)\s*/iu;
const slash = /\s*\/\s*/;
const date = /^\(?\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\)?$/;
/** What a number is made of, as long as it goes on; with the extension behind it. */
const stretches = /[+(]?[\d(][\d\s().\-/]*(?:(?:\s*[,;]?\s*(?:extension|extn|ext|x|#)\s*[.:]{0,2}\s*)\d{1,7}(?!\d))?/giu;

/**
 * Every number that stands in one phone field: one in any style, two with something between them, or one among words
 * (`Reception 030 901820`). Empty where nothing in it can be dialled.
 */
export function numbersIn(text: string, countries: readonly string[]): NumberKey[] {
  if (text.length > longestField) return [];
  const plain = plainNumberText(text.replace(/\r?\n/g, '\n'));
  if (plain === '' || date.test(plain)) return [];
  const whole = numberKey(plain, ...countries);
  if (whole) return [whole];
  const parts = plain.split(between).filter((part) => part !== '');
  const halves = parts.length > 1 ? parts : plain.split(slash).filter((part) => part !== '');
  const found = halves.length > 1 ? halves.flatMap((part) => partOf(part, countries)) : amongWords(plain, countries);
  return found.filter((key, index) => found.findIndex(({ number, extension }) => number === key.number && extension === key.extension) === index).slice(0, mostInField);
}

function partOf(part: string, countries: readonly string[]): NumberKey[] {
  const key = numberKey(part, ...countries);
  // A loose group of digits is the rest of something; it has to look like a number of its own.
  if (key) return part.replace(/\D/g, '').length >= fewestAmongWords && !date.test(part) ? [key] : [];
  return amongWords(part, countries);
}

function amongWords(text: string, countries: readonly string[]): NumberKey[] {
  const keys: NumberKey[] = [];
  for (const { 0: stretch, index } of text.matchAll(stretches)) {
    const after = text[index + stretch.length] ?? '';
    const before = text[index - 1] ?? '';
    const candidate = balanced(stretch.trim().replace(/[\s.\-/(]+$/, ''));
    // Glued to a letter it is a part number or a typing error.
    const glued = (/[\p{L}_@]/u.test(after) && /\d$/.test(stretch)) || /[\p{L}_@#$€£]/u.test(before);
    if (glued || date.test(candidate) || candidate.replace(/\D/g, '').length < fewestAmongWords) continue;
    const key = numberKey(candidate, ...countries);
    if (key && countryOf(key) !== null) keys.push(key);
  }
  return keys;
}

/** Brackets around the number itself, or opened behind it, are none of its own. */
function balanced(text: string): string {
  const inner = /^\((.*)\)$/.exec(text)?.[1];
  if (inner !== undefined && !/[()]/.test(inner)) return inner;
  const opens = text.split('(').length;
  const closes = text.split(')').length;
  return opens === closes ? text : text.replace(opens > closes ? /\([^(]*$/ : /\)(?=[^)]*$)/, '').trim();
}
