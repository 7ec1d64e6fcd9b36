import { merge, noFacts } from './merge.ts';
import { complete, type Completion } from './record-complete.ts';
import { untouched, type Written } from './record-written.ts';
import { recordFields, type RecordValues } from './record.ts';

/** A phone call as it stands, and what we last wrote into it; null: we do not know. */
export interface Double { values: RecordValues; written: Written | null }

/**
 * What has to change on the phone call that stays when another one of the same call goes: the facts of both, by the same merge as everywhere. What a
 * person wrote into the other one is kept too, unless a person wrote into the same field of the one that stays.
 */
export function mergeDouble(stays: Double, goes: Double): Completion {
  const facts = stays.written && goes.written ? merge(stays.written.facts, goes.written.facts) : (stays.written ?? goes.written)?.facts;
  const { changes, written }: Completion = facts ? complete(stays.values, stays.written, facts) : { changes: {}, written: { facts: noFacts, hashes: {} } };
  const hashes = { ...written.hashes };
  for (const field of recordFields) {
    const edited = goes.values[field] !== '' && !untouched(field, goes.values, goes.written);
    if (!edited || !untouched(field, stays.values, stays.written)) continue;
    changes[field] = goes.values[field];
    // Without a hash the field counts as a person's.
    delete hashes[field];
  }
  return { changes, written: { ...written, hashes } };
}
