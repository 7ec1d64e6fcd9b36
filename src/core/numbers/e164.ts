import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.min.json';

/** A number as the phone index holds it: two spellings of one number have the same key. */
export interface NumberKey {
  /** E.164, e.g. +16505550100. */
  number: string;
  /** Digits behind the main line (`main#ext`), null without. */
  extension: string | null;
}

/** Longest text worth reading; phone fields hold far less. */
const longestText = 60;
const extensionTail = /\s*(?:;\s*ext\s*=|\bextension\b|\bextn\b|\bext\b\.?|x|#|,|;|\*)\s*:?\.?\s*(\d{1,7})\s*#?$/i;

/**
 * Reads a number typed in any style. `country` (ISO 3166 alpha-2) is assumed where no country code is written.
 * null: not a number that could be dialled from outside (letters, 40 digits, a short extension, an emergency number).
 */
export function numberKey(text: string, country: string): NumberKey | null {
  const typed = text.trim().replace(/^tel:/i, '');
  if (typed === '' || typed.length > longestText) return null;
  const tail = extensionTail.exec(typed);
  const main = tail ? typed.slice(0, tail.index) : typed;
  if (/\p{L}/u.test(main)) return null;
  // Whoever writes +44 (0)20 means: dial the 0 at home, leave it out from abroad.
  const plain = main.trim().startsWith('+') ? main.replace(/\(\s*0\s*\)/, '') : main;
  // 00 is how most of the world dials abroad, also when it is typed in a country that dials otherwise.
  const number = read(plain, country) ?? read(plain.replace(/^\s*00/, '+'), country);
  return number === null ? null : { number, extension: tail?.[1] ?? null };
}

function read(text: string, country: string): string | null {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: country as CountryCode, extract: false }, metadata);
  return parsed?.isPossible() ? parsed.number : null;
}

/** ISO country of a key; null where several countries share the code and the number does not tell. */
export const countryOf = ({ number }: NumberKey): string | null => parsePhoneNumberFromString(number, metadata)?.country ?? null;
