import { recordFields, valuesOf, type RecordField, type RecordValues } from './record.ts';
import type { RecordedFacts } from './merge.ts';
import { hashOf, sameValue, untouched, type Written } from './record-written.ts';

export interface Completion {
  /** Fields to write, and nothing else. */
  changes: Partial<RecordValues>;
  /** What the hidden field has to say afterwards. */
  written: Written;
}

/**
 * What has to change on a record so that it says what the facts say. A field that a person edited is left alone, for good.
 * Where nothing is known, only what we wrote ourselves is taken back (the contact, when the caller turns out to be another).
 */
export function complete(current: RecordValues, written: Written | null, facts: RecordedFacts, fields: readonly RecordField[] = recordFields): Completion {
  const wanted = valuesOf(facts);
  const changes: Partial<RecordValues> = {};
  const hashes = { ...written?.hashes };
  for (const field of fields) {
    const nothingToSay = wanted[field] === '' && hashes[field] === undefined;
    if (nothingToSay || !untouched(field, current, written)) continue;
    hashes[field] = hashOf(wanted[field]);
    if (!sameValue(wanted[field], current[field])) changes[field] = wanted[field];
  }
  return { changes, written: { facts, hashes } };
}
