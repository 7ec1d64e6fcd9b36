import { countryOf, numberKey, type NumberKey } from './e164.ts';

/**
 * Reads all numbers of one person, by field. One that cannot belong to `country` is read in the country of the person's other
 * numbers: who has an office at +44 131 … writes the mobile as 07700 ….
 */
export function numberKeys(texts: Readonly<Record<string, string>>, country: string): Map<string, NumberKey> {
  const entries = Object.entries(texts);
  const keys = new Map<string, NumberKey>();
  const collect = (home: string): void => {
    for (const [field, text] of entries) {
      const key = keys.get(field) ?? numberKey(text, home);
      if (key !== null) keys.set(field, key);
    }
  };
  collect(country);
  const abroad = [...keys.values()].map((key) => countryOf(key)).find((other) => other !== null && other !== country);
  if (abroad) collect(abroad);
  return keys;
}
