import log = require('N/log');
import query = require('N/query');
import record = require('N/record');
import runtime = require('N/runtime');
import { personTypes, type PersonRef, type PersonType } from '../../core/people/person.ts';
import { allRows } from '../netsuite/all-rows.ts';
import { peopleTables } from '../netsuite/columns.ts';
import { errorName } from '../netsuite/error-name.ts';
import { extension, phoneIndex as index, stale } from '../netsuite/ids.ts';
import { entriesOf, extensionsOf, homesFor, storeEntries, type Phones } from './index-entries.ts';
import { phoneFields, phoneFieldsOn } from './phone-fields.ts';

/**
 * One person to look at: travels between the stages of the map/reduce as text. Without `phones`: the index knows somebody whom
 * NetSuite does not, or no longer as active. `marks`: rows saying that an earlier change could not be indexed.
 */
export type Job = PersonRef & { phones: Phones | null; marks: number[] };

const isEmpty = (): boolean => Number(query.runSuiteQL({ query: `SELECT COUNT(*) AS entries FROM ${index.type}` }).asMappedResults()[0]?.['entries'] ?? 0) === 0;

/** Day in the past as YYYY-MM-DD; a day more than asked, since nobody here knows the account's zone. */
const daysAgo = (days: number, now: Date): string => new Date(now.getTime() - (days + 1) * 86_400_000).toISOString().slice(0, 10);

/** All phone fields of a type, those an administrator added too; 5 units. Where NetSuite will not show an empty record, the standard ones. */
function fieldsOf(type: PersonType): string[] {
  try {
    return phoneFieldsOn(type, record.create({ type }));
  } catch (failure) {
    log.error({ title: `Custom phone fields of ${type} are not known`, details: errorName(failure) });
    return phoneFields[type].map(({ id }) => id);
  }
}

/** Active people: with `since` those changed from that day on or marked, otherwise everybody with a number. */
function peopleWith(fields: readonly string[], type: PersonType, since: string | null): Job[] {
  if (fields.length === 0) return [];
  const due =
    since === null
      ? { text: [...fields.map((field) => `e.${field} IS NOT NULL`), ...(type === 'employee' ? [`e.id IN (SELECT b.${extension.employee} FROM ${extension.type} b)`] : [])].join(' OR '), params: [] }
      : { text: `e.lastmodifieddate >= TO_DATE(?, 'YYYY-MM-DD') OR e.id IN (SELECT s.${stale.entity} FROM ${stale.type} s WHERE s.${stale.personType} = ?)`, params: [since, type] };
  return allRows(`SELECT e.id AS id, ${fields.map((field) => `e.${field} AS ${field}`).join(', ')} FROM ${type} e WHERE e.isinactive = 'F' AND (${due.text}) AND e.id > ?`, due.params).map((row) => ({
    type,
    id: Number(row['id']),
    phones: Object.fromEntries(fields.map((field) => [field, String(row[field] ?? '')])),
    marks: [],
  }));
}

/** A field that a query may not read costs nobody the standard ones. */
function people(type: PersonType, since: string | null): Job[] {
  const standard = phoneFields[type].map(({ id }) => id);
  const fields = fieldsOf(type);
  try {
    return peopleWith(fields, type, since);
  } catch (failure) {
    if (fields.length === standard.length) throw failure;
    log.error({ title: `Custom phone fields of ${type} cannot be read`, details: errorName(failure) });
    return peopleWith(standard, type, since);
  }
}

/** Deleted, merged or made inactive where no event told us. */
function gone(type: PersonType): Job[] {
  const text = `SELECT DISTINCT x.${index.entity} AS id FROM ${index.type} x LEFT JOIN ${type} e ON e.id = x.${index.entity} AND e.isinactive = 'F' WHERE x.${index.personType} = ? AND e.id IS NULL AND x.${index.entity} > ?`;
  return allRows(text, [type]).map((row) => ({ type, id: Number(row['id']), phones: null, marks: [] }));
}

const isThere = (type: PersonType): boolean => {
  const { feature } = peopleTables[type];
  return feature === null || runtime.isFeatureInEffect({ feature });
};

/** Everybody to look at, by name: all people with a number when the index is empty or `days` is 0, otherwise those changed lately, marked stale or gone. */
export function peopleToIndex(days: number, now: Date): Record<string, Job> {
  const since = days > 0 && !isEmpty() ? daysAgo(days, now) : null;
  const jobs: Record<string, Job> = {};
  const add = (job: Job): Job => (jobs[`${job.type}:${job.id}`] ??= job);
  for (const type of personTypes.filter(isThere)) [...people(type, since), ...gone(type)].forEach(add);
  for (const row of allRows(`SELECT s.id AS id, s.${stale.personType} AS type_, s.${stale.entity} AS entity FROM ${stale.type} s WHERE s.id > ?`, [])) {
    const type = personTypes.find((known) => known === row['type_']);
    if (type) add({ type, id: Number(row['entity']), phones: null, marks: [] }).marks.push(Number(row['id']));
  }
  return jobs;
}

/** Puts one person's entries right: 11 units (21 for an employee, 11 more in OneWorld) and what differs; then takes away the marks that asked for it. */
export function indexPerson({ type, id, phones, marks }: Job): void {
  const person: PersonRef = { type, id };
  storeEntries(person, phones === null ? [] : [...entriesOf(phones, homesFor(person, phones)), ...extensionsOf(person)]);
  for (const mark of marks) record.delete({ type: stale.type, id: mark });
}
