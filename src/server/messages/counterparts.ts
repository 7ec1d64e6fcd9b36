import runtime = require('N/runtime');
import { numberKey } from '../../core/numbers/e164.ts';
import { decidePerson } from '../../core/people/decide-person.ts';
import type { PersonRef } from '../../core/people/person.ts';
import { lookUp } from '../people/look-up.ts';
import type { Counterpart, TextToLog } from './text-to-log.ts';

/**
 * Who gets a phone call of these messages of one conversation: the other side, or in a group text everybody whom NetSuite knows
 * without doubt, each once; where it knows nobody, the first of them. 10 units for a group, none otherwise: a single other side is
 * matched when the phone call is saved.
 */
export function counterpartsOf(texts: readonly TextToLog[]): Counterpart[] {
  const ends = new Map(texts.flatMap(({ others }) => others).map((end) => [end.number, end]));
  const [first = { number: '', name: null }] = ends.values();
  if (ends.size <= 1) return [{ part: null, end: first, ref: texts.find(({ log }) => log.person !== null)?.log.person ?? null }];
  const keys = [...ends.values()].flatMap((end) => {
    const key = numberKey(end.number, runtime.country);
    return key ? [{ end, key }] : [];
  });
  const { matches } = lookUp({ numbers: keys.map(({ key }) => key), refs: [], deletedKey: null });
  const known = new Map<string, Counterpart>();
  for (const { end, key } of keys) {
    const found = decidePerson(matches.get(key.number) ?? [], key.extension);
    if (found.kind !== 'one' && found.kind !== 'company') continue;
    const ref: PersonRef = { type: found.person.type, id: found.person.id };
    const part = `${ref.type}-${ref.id}`;
    if (!known.has(part)) known.set(part, { part, end, ref });
  }
  return known.size > 0 ? [...known.values()] : [{ part: null, end: first, ref: null }];
}
