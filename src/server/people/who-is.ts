import { callKey } from './call-key.ts';
import { decidePerson } from '../../core/people/decide-person.ts';
import type { PersonFound } from '../../core/people/person.ts';
import { lookUp } from './look-up.ts';

/** Who has these numbers, in the same order; one query for all of them. */
export function whoIs(numbers: readonly string[]): PersonFound[] {
  const keys = numbers.map((number) => callKey(number));
  const { matches } = lookUp({ numbers: keys.filter((key) => key !== null), refs: [], deletedKey: null });
  return keys.map((key) => (key === null ? { kind: 'nobody' } : decidePerson(matches.get(key.number) ?? [], key.extension)));
}
