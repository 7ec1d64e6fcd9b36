import type { Person } from '../../core/people/person.ts';
import { mostFound } from '../../wire/people/choose.ts';
import { lookUp } from './look-up.ts';

/** People whose name holds a text, those whose name begins with it first; one query under the caller's own permissions. */
export function searchPeople(text: string): Person[] {
  const wanted = text.trim().toUpperCase();
  const later = ({ name }: Person): number => Number(!name.toUpperCase().startsWith(wanted));
  return lookUp({ numbers: [], refs: [], deletedKey: null, named: text.trim() }).people.sort((a, b) => later(a) - later(b) || a.name.localeCompare(b.name)).slice(0, mostFound);
}
