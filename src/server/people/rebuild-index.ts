import query = require('N/query');
import record = require('N/record');
import runtime = require('N/runtime');
import { personTypes, type PersonRef, type PersonType } from '../../core/people/person.ts';
import { phoneIndex as index, stale } from '../netsuite/ids.ts';
import { entriesOf, storeEntries, type Phones } from './index-entries.ts';
import { phoneFields } from './phone-fields.ts';

/** One person to index: travels between the stages of the map/reduce as text. `gone`: the index still knows somebody NetSuite does not. */
export type Job = PersonRef & { phones: Phones; gone: boolean };

const pageSize = 1000;

/** Ordered by id, so that pages neither overlap nor leave anybody out. */
function allRows(text: string, params: (string | number)[]): Record<string, unknown>[] {
  const paged = query.runSuiteQLPaged({ query: `${text} ORDER BY id`, params, pageSize });
  return paged.pageRanges.flatMap(({ index: page }) => paged.fetch({ index: page }).data.asMappedResults());
}

const isEmpty = (): boolean => Number(query.runSuiteQL({ query: `SELECT COUNT(*) AS entries FROM ${index.type}` }).asMappedResults()[0]?.['entries'] ?? 0) === 0;

/** Day in the past as YYYY-MM-DD; a day more than asked, since nobody here knows the account's zone. */
const daysAgo = (days: number, now: Date): string => new Date(now.getTime() - (days + 1) * 86_400_000).toISOString().slice(0, 10);

function people(type: PersonType, since: string | null): Job[] {
  const columns = phoneFields[type].map(({ id }) => `e.${id} AS ${id}`).join(', ');
  const due = since === null ? '' : ` AND (e.lastmodifieddate >= TO_DATE(?, 'YYYY-MM-DD') OR e.id IN (SELECT s.${stale.entity} FROM ${stale.type} s WHERE s.${stale.personType} = ?))`;
  const numbered = since === null ? ` AND (${phoneFields[type].map(({ id }) => `e.${id} IS NOT NULL`).join(' OR ')})` : '';
  return allRows(`SELECT e.id AS id, ${columns} FROM ${type} e WHERE e.isinactive = 'F'${numbered}${due}`, since === null ? [] : [since, type]).map((row) => ({
    type,
    id: Number(row['id']),
    phones: Object.fromEntries(phoneFields[type].map(({ id }) => [id, String(row[id] ?? '')])),
    gone: false,
  }));
}

/** People the index knows and NetSuite does not, or no longer as active: deleted, merged or made inactive where no event told us. */
function gone(type: PersonType): Job[] {
  const text = `SELECT DISTINCT x.${index.entity} AS id FROM ${index.type} x LEFT JOIN ${type} e ON e.id = x.${index.entity} AND e.isinactive = 'F' WHERE x.${index.personType} = ? AND e.id IS NULL`;
  return allRows(text, [type]).map((row) => ({ type, id: Number(row['id']), phones: {}, gone: true }));
}

/** Everybody to look at: all people with a number when the index is empty or `days` is 0, otherwise those changed lately, marked stale or gone. */
export function peopleToIndex(days: number, now: Date): Job[] {
  const since = days > 0 && !isEmpty() ? daysAgo(days, now) : null;
  return personTypes.flatMap((type) => [...people(type, since), ...gone(type)]);
}

/** Puts one person's entries right: 10 units and what differs. */
export function indexPerson({ type, id, phones, gone }: Job): void {
  storeEntries({ type, id }, gone ? new Map() : entriesOf(type, phones, runtime.country));
}

/** Takes away the marks of people who have just been looked at; those of people who failed stay for the next night. */
export function forgetMarks(failed: ReadonlySet<string>): void {
  for (const row of allRows(`SELECT s.id AS id, s.${stale.personType} AS type_, s.${stale.entity} AS entity FROM ${stale.type} s`, [])) {
    if (!failed.has(personName({ type: String(row['type_']), id: Number(row['entity']) }))) record.delete({ type: stale.type, id: Number(row['id']) });
  }
}

/** Key of a person in the map/reduce. */
export const personName = ({ type, id }: { type: string; id: number }): string => `${type}:${id}`;
