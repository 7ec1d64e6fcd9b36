import query = require('N/query');
import record = require('N/record');
import type { NumberKey } from '../../core/numbers/e164.ts';
import { numberKeys } from '../../core/numbers/number-keys.ts';
import type { PersonRef } from '../../core/people/person.ts';
import { phoneIndex as ids } from '../netsuite/ids.ts';
import { phoneFields } from './phone-fields.ts';

/** Raw texts of a person's phone fields by field id; missing ones are empty. */
export type Phones = Record<string, string>;

/** Keys that belong in the index, by field. */
export type Entries = Map<string, NumberKey>;

/** What the index should hold for somebody with these phone fields. */
export const entriesOf = (type: PersonRef['type'], phones: Phones, country: string): Entries =>
  numberKeys(Object.fromEntries(phoneFields[type].map(({ id }) => [id, phones[id] ?? ''])), country);

const sameKey = (a: NumberKey, b: NumberKey | undefined): boolean => a.number === b?.number && a.extension === b.extension;

export const sameEntries = (a: Entries, b: Entries): boolean => a.size === b.size && [...a].every(([field, key]) => sameKey(key, b.get(field)));

interface StoredEntry { id: number; field: string; number: string; extension: string | null }

/** 10 units. */
function storedEntries({ type, id }: PersonRef): StoredEntry[] {
  return query
    .runSuiteQL({
      query:
        `SELECT x.id AS id, x.${ids.field} AS field_, x.${ids.number} AS number_, x.${ids.extension} AS extension ` +
        `FROM ${ids.type} x WHERE x.${ids.personType} = ? AND x.${ids.entity} = ?`,
      params: [type, id],
    })
    .asMappedResults()
    .map((row) => ({ id: Number(row['id']), field: String(row['field_']), number: String(row['number_']), extension: row['extension'] ? String(row['extension']) : null }));
}

/** Makes the index say what it should about one person, writing only what differs: 6 units for each new or changed entry, 4 for each that goes. */
export function storeEntries(person: PersonRef, wanted: Entries, stored: readonly StoredEntry[] = storedEntries(person)): void {
  const left = new Map(wanted);
  for (const entry of stored) {
    const key = left.get(entry.field);
    if (sameKey(entry, key)) left.delete(entry.field);
    else record.delete({ type: ids.type, id: entry.id });
  }
  for (const [field, key] of left) addEntry(person, field, key);
}

/** The external id keeps one entry per field, also when two scripts write at once. */
function addEntry({ type, id }: PersonRef, field: string, key: NumberKey): void {
  const entry = record.create({ type: ids.type });
  entry.setValue({ fieldId: 'externalid', value: `rcns:${type}:${id}:${field}` });
  entry.setValue({ fieldId: ids.number, value: key.number });
  entry.setValue({ fieldId: ids.extension, value: key.extension ?? '' });
  entry.setValue({ fieldId: ids.personType, value: type });
  entry.setValue({ fieldId: ids.entity, value: id });
  entry.setValue({ fieldId: ids.field, value: field });
  entry.setValue({ fieldId: ids.rank, value: phoneFields[type].find((known) => known.id === field)?.rank ?? 9 });
  entry.save();
}
