import query = require('N/query');
import runtime = require('N/runtime');
import search = require('N/search');
import type { PersonRef } from '../../core/people/person.ts';

type LookedUp = string | { value: string }[] | undefined;

/** A select comes as a list of one; empty as none. */
const valueOf = (found: LookedUp): string => (typeof found === 'string' ? found : (found?.[0]?.value ?? ''));

/** Which search columns an account has differs; a person is found by the company's country all the same. */
function lookedUp({ type, id }: PersonRef, column: string): string {
  try {
    return valueOf((search.lookupFields({ type, id, columns: [column] }) as Record<string, LookedUp>)[column]);
  } catch {
    return '';
  }
}

function countryOfSubsidiary(id: string): string {
  try {
    const [row] = query.runSuiteQL({ query: 'SELECT s.country AS country FROM subsidiary s WHERE s.id = ?', params: [Number(id)] }).asMappedResults();
    return String(row?.['country'] ?? '');
  } catch {
    // The role has no Lists > Subsidiaries.
    return '';
  }
}

/**
 * Countries in which a person's national numbers may be at home, likeliest first: that of the address, of the subsidiary, of
 * the company. 1 unit, 12 in OneWorld.
 */
export function homesOf(person: PersonRef): string[] {
  const address = lookedUp(person, 'country');
  const subsidiary = runtime.isFeatureInEffect({ feature: 'SUBSIDIARIES' }) ? lookedUp(person, 'subsidiary') : '';
  const found = [address, subsidiary === '' ? '' : countryOfSubsidiary(subsidiary), String(runtime.country)];
  return [...new Set(found.map((country) => country.toUpperCase()).filter((country) => /^[A-Z]{2}$/.test(country)))];
}
