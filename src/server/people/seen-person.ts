import runtime = require('N/runtime');
import type { PersonRef } from '../../core/people/person.ts';
import { Refused } from '../refused.ts';
import { lookUp } from './look-up.ts';

/** Kept in the session, which all scripts of one sign-in share: what runs as the service role cannot ask what the caller's own role sees. */
const noteOf = ({ type, id }: PersonRef): string => `rcns_seen_${type}_${id}`;

/** Notes that the caller sees this person; refuses where NetSuite does not show them. 10 units. Runs under the caller's own role. */
export function seePerson(person: PersonRef): { seen: true } {
  if (lookUp({ numbers: [], refs: [person], deletedKey: null }).people.length === 0) throw new Refused('FORBIDDEN', 'person');
  runtime.getCurrentSession().set({ name: noteOf(person), value: 'T' });
  return { seen: true };
}

/** Refuses where the caller's own role was not shown this person in this session. */
export function requireSeen(person: PersonRef): void {
  if (runtime.getCurrentSession().get({ name: noteOf(person) }) !== 'T') throw new Refused('FORBIDDEN', 'person');
}
