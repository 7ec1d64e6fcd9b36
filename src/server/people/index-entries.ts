import query = require('N/query');
import record = require('N/record');
import { type NumberKey } from '../../core/numbers/e164.ts';
import { extensionKey } from '../../core/numbers/extension-key.ts';
import { numberKeys } from '../../core/numbers/number-keys.ts';
import type { PersonRef } from '../../core/people/person.ts';
import { extension, phoneIndex as ids } from '../netsuite/ids.ts';
import { homesOf } from './homes.ts';
import { rankOf } from './phone-fields.ts';

/** Raw texts of a person's phone fields by field id. */
export type Phones = Record<string, string>;

/** A number in a field of somebody; a field may hold several. */
export interface Entry extends NumberKey { field: string }

/** Stands for a field where the number is an extension that is bound to an employee. */
export const extensionField = 'rcns_extension';

const isNational = (text: string): boolean => /\p{Nd}/u.test(text) && !/^\W*[+\uff0b]/u.test(text);

/** Where somebody's numbers may be at home; 1 unit, 12 in OneWorld, and none where every number has its country code. */
export const homesFor = (person: PersonRef, ...phones: (Phones | null)[]): string[] => (phones.some((each) => Object.values(each ?? {}).some(isNational)) ? homesOf(person) : []);

/** What the index should hold for somebody with these phone fields and homes. */
export const entriesOf = (phones: Phones, homes: readonly string[]): Entry[] => [...numberKeys(phones, homes)].flatMap(([field, keys]) => keys.map((key) => ({ ...key, field })));

/** The extensions bound to an employee; 10 units, none for others. */
export function extensionsOf({ type, id }: PersonRef): Entry[] {
  if (type !== 'employee') return [];
  return query
    .runSuiteQL({ query: `SELECT x.${extension.number} AS number_ FROM ${extension.type} x WHERE x.${extension.employee} = ?`, params: [id] })
    .asMappedResults()
    .map((row) => extensionKey(String(row['number_'] ?? '')))
    .flatMap((key) => (key === null ? [] : [{ ...key, field: extensionField }]));
}

const same = (a: Entry, b: Entry): boolean => a.field === b.field && a.number === b.number && a.extension === b.extension;

export const sameEntries = (a: readonly Entry[], b: readonly Entry[]): boolean => a.length === b.length && a.every((entry) => b.some((other) => same(entry, other)));

export interface StoredEntry extends Entry { id: number }

/** What the index holds about somebody; 10 units. */
export function storedEntries({ type, id }: PersonRef): StoredEntry[] {
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

/**
 * Makes the index say what it should about one person, writing only what differs: 6 units for each new or changed entry, 4 for each that
 * goes. Another script may be at the same person (a rebuild and the nightly run, a save): what fails is looked at once more, 10 units,
 * and counts where the other has not done it.
 */
export function storeEntries(person: PersonRef, wanted: readonly Entry[], stored: readonly StoredEntry[] = storedEntries(person)): void {
  try {
    writeEntries(person, wanted, stored);
  } catch (failure) {
    const now = storedEntries(person);
    // Of a part of the entries (extensions alone) the rest is none of ours.
    const mine = now.filter((entry) => wanted.some((each) => same(each, entry)) || stored.some(({ id }) => id === entry.id));
    if (sameEntries(wanted, mine)) return;
    if (sameEntries(stored, mine)) throw failure;
    writeEntries(person, wanted, mine);
  }
}

function writeEntries(person: PersonRef, wanted: readonly Entry[], stored: readonly StoredEntry[]): void {
  const left = [...wanted];
  for (const entry of stored) {
    const kept = left.findIndex((each) => same(each, entry));
    if (kept >= 0) left.splice(kept, 1);
    else record.delete({ type: ids.type, id: entry.id });
  }
  for (const entry of left) addEntry(person, entry);
}

/** The external id keeps one entry per number and field, also when two scripts write at once. */
function addEntry({ type, id }: PersonRef, { field, number, extension: behind }: Entry): void {
  const entry = record.create({ type: ids.type });
  entry.setValue({ fieldId: 'externalid', value: `rcns:${type}:${id}:${field}:${number}${behind === null ? '' : `#${behind}`}` });
  entry.setValue({ fieldId: ids.number, value: number });
  entry.setValue({ fieldId: ids.extension, value: behind ?? '' });
  entry.setValue({ fieldId: ids.personType, value: type });
  entry.setValue({ fieldId: ids.entity, value: id });
  entry.setValue({ fieldId: ids.field, value: field });
  entry.setValue({ fieldId: ids.rank, value: rankOf(type, field) });
  entry.save();
}
