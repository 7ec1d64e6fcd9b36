import log = require('N/log');
import record = require('N/record');
import type { Record as NetSuiteRecord } from 'N/record';
import type { PersonRef } from '../../core/people/person.ts';
import { errorName } from '../netsuite/error-name.ts';
import { stale } from '../netsuite/ids.ts';
import { entriesOf, extensionsOf, homesFor, sameEntries, storeEntries, type Phones } from './index-entries.ts';
import { personTypeOf, phoneFieldsOn } from './phone-fields.ts';

/** What happened to the person's record. `partial`: the new record holds changed fields only (inline edit, submitFields). */
export interface Change { kind: 'created' | 'changed' | 'deleted'; partial: boolean; newRecord: NetSuiteRecord; oldRecord: NetSuiteRecord | null }

const textOf = (from: NetSuiteRecord, fieldId: string): string => String(from.getValue({ fieldId }) ?? '');

/** Who is inactive has no numbers: nobody should be recognised as them. An inline edit carries only what it changed; the rest is as it was. */
function phonesOf(type: PersonRef['type'], now: NetSuiteRecord, before: NetSuiteRecord | null = null): Phones | null {
  const changed = before === null ? null : new Set(now.getFields());
  const latest = (field: string): string => textOf(before === null || changed?.has(field) ? now : before, field);
  return ['T', 'true'].includes(latest('isinactive')) ? null : Object.fromEntries(phoneFieldsOn(type, before ?? now).map((id) => [id, latest(id)]));
}

/**
 * Keeps the index in step with one person's phone fields: no query for a save that leaves them alone or only respells them. When the index
 * cannot be written (a script saved the person under a role that may not), the person is marked for the nightly build.
 * Never stops a save. A change of address alone is caught up at night.
 */
export function keepIndex(change: Change): void {
  const source = change.kind === 'deleted' ? (change.oldRecord ?? change.newRecord) : change.newRecord;
  const type = personTypeOf(String(source.type));
  if (type === null) return;
  const person: PersonRef = { type, id: Number(source.id) };
  try {
    const phones = change.kind === 'deleted' ? null : phonesOf(type, change.newRecord, change.partial ? change.oldRecord : null);
    const before = change.kind === 'changed' && change.oldRecord !== null ? phonesOf(type, change.oldRecord) : null;
    if (before !== null && JSON.stringify(phones) === JSON.stringify(before)) return;
    const homes = homesFor(person, phones, before);
    const wanted = entriesOf(phones ?? {}, homes);
    if (change.kind === 'created') return storeEntries(person, wanted, []);
    if (phones !== null && before !== null && sameEntries(wanted, entriesOf(before, homes))) return;
    storeEntries(person, phones === null ? [] : [...wanted, ...extensionsOf(person)]);
  } catch (failure) {
    markStale(person, failure);
  }
}

/** Anybody may leave a mark: its type needs no permission. */
function markStale({ type, id }: PersonRef, cause: unknown): void {
  try {
    const mark = record.create({ type: stale.type });
    mark.setValue({ fieldId: stale.personType, value: type });
    mark.setValue({ fieldId: stale.entity, value: id });
    mark.save();
  } catch (failure) {
    log.error({ title: 'A person is missing from the phone index until changed again', details: `${errorName(cause)}, ${errorName(failure)}` });
  }
}
