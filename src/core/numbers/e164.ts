import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.min.json';
import { extensionTail } from './extension-tail.ts';
import { plainNumberText } from './plain-number-text.ts';
import { withoutVanity } from './vanity.ts';

/** A number as the phone index holds it: two spellings of one number have the same key. */
export interface NumberKey {
  /** E.164, e.g. +16505550100. */
  number: string;
  /** Digits behind the main line (`main#ext`), null without. */
  extension: string | null;
}

/** Longest text worth reading as one number, marks of writing direction included. */
const longestText = 100;
/** Fewest digits of a number that may have lost its plus: shorter ones are national numbers of somewhere. */
const fewestWithoutPlus = 11;
/** Prefixes which people dialled at home until their country gave them up; they still stand in phone fields. */
const formerPrefixes: Record<string, RegExp> = { MX: /^\s*\(?(?:01|04[45])\)?(?=[\s\d-])/ };

/**
 * Reads a number typed in any style. `countries` (ISO 3166 alpha-2) are where it may be at home, the likeliest first: a text
 * without country code is read in the first one in which it is a real number.
 * null: not a number that could be dialled from outside (a name, 40 digits, a short extension, an emergency number).
 */
export function numberKey(text: string, ...countries: readonly string[]): NumberKey | null {
  if (text.length > longestText) return null;
  const plain = plainNumberText(text).replace(/^(?:tel|callto|phone):/i, '').replace(/^sips?:(?:\/\/)?([^@;]*).*$/i, '$1').trim();
  if (plain === '') return null;
  const { main, context } = withoutParameters(plain);
  const whole = readIn(main, countries, context);
  if (whole !== null) return { number: whole, extension: null };
  const tail = extensionTail(main);
  const number = tail === null ? null : readIn(tail.main, countries, context);
  return number === null || tail === null ? null : { number, extension: tail.extension };
}

/** The parameters of a tel: address: a local number says where it is local, the rest is of no use here. */
function withoutParameters(text: string): { main: string; context: string } {
  const context = /;\s*phone-context=(\+\d{1,7})/i.exec(text)?.[1] ?? '';
  return { main: text.replace(/;\s*(?:phone-context|isub|cpc|user|tgrp|trunk-context)=[^;]*/gi, ''), context };
}

function readIn(text: string, countries: readonly string[], context: string): string | null {
  const digits = withoutVanity(text);
  if (/\p{L}/u.test(digits) || /[^\d\s+()[\]./\-~]/.test(digits)) return null;
  // Whoever writes +44 (0)20 means: dial the 0 at home, leave it out from abroad.
  const main = /^\s*\(?(?:\+|00)/.test(digits) ? digits.replace(/[([]\s*0\s*[)\]]/, '') : digits.replace(/^\s*[([]\s*0\s*[)\]]/, '0');
  if (context !== '') return read(`${context}${main}`, 'ZZ', true);
  if (/^\s*\(?\+/.test(main)) return read(main.replace(/^\s*\(\s*\+\s*(\d+)\s*\)/, '+$1'), 'ZZ', false);
  // 00 is how most of the world dials abroad, 011 how North America does, also when it is typed in a country that dials otherwise.
  const zeros = /^\s*00/.test(main) ? main.replace(/^\s*00/, '+') : null;
  const northAmerican = /^\s*011/.test(main) ? main.replace(/^\s*011/, '+') : null;
  const lostPlus = main.replace(/\D/g, '').length >= fewestWithoutPlus && !/^\D*0/.test(main) ? `+${main.trim()}` : null;
  const abroad = (readings: readonly (string | null)[], strict: boolean): string | null => first(readings, (reading) => (reading === null ? null : read(reading, 'ZZ', strict)));
  const atHome = (strict: boolean): string | null => first(countries, (country) => read(main, country, strict) ?? read(main.replace(formerPrefixes[country] ?? '', ''), country, strict));
  const home = atHome(true);
  if (home !== null) return beginsAbroad(home, abroad([zeros, northAmerican], true), countries) ?? home;
  return abroad([zeros, northAmerican, lostPlus], true) ?? abroad([zeros, northAmerican], false) ?? atHome(false);
}

/**
 * What is a number at home may be one with an international prefix all the same: where it leads home again (`0057 321 1234567` in
 * Colombia, which also has prefixes of single carriers), or where it would begin with 00, as the free numbers of Japan and Indonesia do,
 * for which nearly everything passes.
 */
function beginsAbroad(home: string, foreign: string | null, countries: readonly string[]): string | null {
  if (foreign === null) return null;
  const country = countryOf({ number: foreign, extension: null });
  const leadsHome = country !== null && countries.includes(country);
  return leadsHome || parsePhoneNumberFromString(home, metadata)?.nationalNumber.startsWith('00') ? foreign : null;
}

function first<T>(candidates: readonly T[], attempt: (candidate: T) => string | null): string | null {
  for (const candidate of candidates) {
    const number = attempt(candidate);
    if (number !== null) return number;
  }
  return null;
}

/** `strict`: it belongs to a range that is in use; otherwise its length is right, since new ranges are opened all the time. */
function read(text: string, country: string, strict: boolean): string | null {
  const parsed = parsePhoneNumberFromString(text, { ...(country === 'ZZ' ? {} : { defaultCountry: country as CountryCode }), extract: false }, metadata);
  if (!parsed?.isPossible()) return null;
  // No national number begins with a zero, but those of Italy and a few that share its plan.
  if (parsed.isValid() || (!strict && !parsed.nationalNumber.startsWith('0'))) return parsed.number;
  return null;
}

/** ISO country of a key; null where several countries share the code and the number does not tell. */
export const countryOf = ({ number }: NumberKey): string | null => parsePhoneNumberFromString(number, metadata)?.country ?? null;
