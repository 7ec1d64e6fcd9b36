import { countryOf, type NumberKey } from './e164.ts';
import { numbersIn } from './numbers-in.ts';

/**
 * Reads all numbers of one person, by field; a field may hold several. `countries`: where the person may be at home, likeliest
 * first. One that belongs to none of them is read in the country of the person's other numbers: who has an office at
 * +44 131 … writes the mobile as 07700 ….
 */
export function numberKeys(texts: Readonly<Record<string, string>>, countries: readonly string[]): Map<string, NumberKey[]> {
  const keys = new Map<string, NumberKey[]>();
  const collect = (homes: readonly string[]): void => {
    for (const [field, text] of Object.entries(texts)) {
      const found = keys.get(field) ?? numbersIn(text, homes);
      if (found.length > 0) keys.set(field, found);
    }
  };
  collect(countries);
  const abroad = [...keys.values()].flat().map((key) => countryOf(key)).filter((other): other is string => other !== null && !countries.includes(other));
  if (abroad.length > 0) collect([...countries, ...new Set(abroad)]);
  return keys;
}
