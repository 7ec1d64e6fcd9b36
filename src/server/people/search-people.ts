import type { Person } from '../../core/people/person.ts';
import { mostFound } from '../../wire/people/choose.ts';
import { lookUp } from './look-up.ts';

/** People whose name holds a text, who is called just so first, then those whose name begins with it; one query under the caller's own permissions. */
export function searchPeople(text: string): Person[] {
  const wanted = text.trim().toUpperCase();
  const later = ({ name }: Person): number => (name.toUpperCase() === wanted ? 0 : name.toUpperCase().startsWith(wanted) ? 1 : 2);
  return lookUp({ numbers: [], refs: [], deletedKey: null, named: text.trim() }).people.sort((a, b) => later(a) - later(b) || a.name.localeCompare(b.name)).slice(0, mostFound);
}
