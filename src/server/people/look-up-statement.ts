import type { NumberKey } from '../../core/numbers/e164.ts';
import { isExtension } from '../../core/numbers/extension-key.ts';
import type { Person, PersonRef, PersonType } from '../../core/people/person.ts';
import { peopleTables } from '../netsuite/columns.ts';
import { choice, phoneIndex as index, stale, tombstone } from '../netsuite/ids.ts';
import { phoneFields } from './phone-fields.ts';

export interface Question {
  numbers: readonly NumberKey[];
  /** People somebody already named: are they visible, and what are they called? */
  refs: readonly PersonRef[];
  /** External id of a call: was its record deleted? */
  deletedKey: string | null;
  /** Part of somebody's name. */
  named?: string;
}

/** People of one type that a name finds at most. */
const mostNamed = 20;

export type CompanyType = NonNullable<Person['company']>['type'];
const companyTypes: readonly CompanyType[] = ['customer', 'vendor', 'partner'];

/** Columns of every row. `kind` is a person's type, or `deleted` for a tombstone; `house…` is a contact's company or a project's customer; `typed` is what stands in the phone field now, whatever the index says; `chosen` marks a remembered choice; names end in _ where the plain word is reserved. */
const columns = [
  'kind', 'id', 'companyname', 'firstname', 'lastname', 'entitytitle', 'modified', 'housetype', 'houseid', 'housename', 'housetitle', 'number_', 'typed', 'extension', 'rank_', 'chosen',
] as const;
type Column = (typeof columns)[number];

interface Part { text: string; params: (string | number)[] }

/** All parts of a UNION have the same columns; what a part does not know is NULL. */
const selecting = (values: Partial<Record<Column, string>>, rest: string, params: Part['params']): Part => ({
  text: `SELECT ${columns.map((column) => `${values[column] ?? 'NULL'} AS ${column}`).join(', ')} ${rest}`,
  params,
});

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** A contact's company may stand in one of several tables: the first join that found it tells; a project's is a customer. An inactive one cannot be linked. */
function houseOf(type: PersonType, visible: readonly PersonType[]): { values: Partial<Record<Column, string>>; joins: string } {
  const column = peopleTables[type].house;
  const houses = (type === 'contact' ? companyTypes : (['customer'] as const)).filter((house) => visible.includes(house));
  if (column === null || houses.length === 0) return { values: {}, joins: '' };
  const whichever = (of: (house: CompanyType) => string): string => `CASE ${houses.map((house) => `WHEN house_${house}.id IS NOT NULL THEN ${of(house)}`).join(' ')} END`;
  return {
    values: {
      housetype: whichever((house) => `'${house}'`),
      houseid: whichever((house) => `house_${house}.id`),
      housename: whichever((house) => `house_${house}.companyname`),
      housetitle: whichever((house) => `house_${house}.entitytitle`),
    },
    joins: houses.map((house) => `LEFT JOIN ${house} house_${house} ON house_${house}.id = e.${column} AND house_${house}.isinactive = 'F' `).join(''),
  };
}

/** Only standard fields can be read here without asking first which others there are; what stands elsewhere (a choice, an extension, an administrator's field) stands for itself. */
const typedNow = (type: PersonType): string => {
  const standard = phoneFields[type].map(({ id }) => `WHEN x.field_ = '${id}' THEN e.${id}`);
  return standard.length === 0 ? 'x.number_' : `CASE ${standard.join(' ')} ELSE x.number_ END`;
};

/**
 * Rows of the index and remembered choices that hold these numbers. The number alone finds them; the join leaves those of one
 * type, since entities of all types share one sequence of ids. An entry of somebody who is marked stale is believed only where
 * `typed` can show that it still holds.
 */
function holders(type: PersonType, asked: readonly string[]): Part {
  const known = phoneFields[type].map(({ id }) => `'${id}'`);
  const unmarked = `NOT EXISTS (SELECT s.id FROM ${stale.type} s WHERE s.${stale.personType} = i.${index.personType} AND s.${stale.entity} = i.${index.entity})`;
  const fresh = known.length === 0 ? unmarked : `(i.${index.field} IN (${known.join(', ')}) OR ${unmarked})`;
  return {
    text:
      `(SELECT i.${index.number} AS number_, i.${index.entity} AS entity, i.${index.field} AS field_, i.${index.extension} AS extension, i.${index.rank} AS rank_, NULL AS chosen ` +
      `FROM ${index.type} i WHERE i.${index.number} IN (${marks(asked)}) AND ${fresh} UNION ` +
      `SELECT c.${choice.number}, c.${choice.entity}, NULL, NULL, 0, 'T' FROM ${choice.type} c WHERE c.${choice.number} IN (${marks(asked)})) x`,
    params: [...asked, ...asked],
  };
}

/** People of one type whose name, company name or title holds a text: who is called just so first, then those whose name begins with it. */
function namesakes(type: PersonType, text: string): Part {
  const { companyName, title, names } = peopleTables[type];
  const escaped = text.toUpperCase().replace(/[\\%_]/g, '\\$&');
  const searched = [...(names ? ["p.firstname || ' ' || p.lastname"] : []), ...(companyName ? [`p.${companyName}`] : []), ...(title ? [`p.${title}`] : [])];
  const some = searched.map((column) => `UPPER(${column}) LIKE ? ESCAPE '\\'`).join(' OR ');
  const like = (pattern: string): string[] => searched.map(() => pattern);
  return {
    text: `(SELECT * FROM (SELECT * FROM ${type} p WHERE p.isinactive = 'F' AND (${some}) ORDER BY CASE WHEN ${some} THEN 0 WHEN ${some} THEN 1 ELSE 2 END, p.id) WHERE ROWNUM <= ${mostNamed})`,
    params: [...like(`%${escaped}%`), ...like(escaped), ...like(`${escaped}%`)],
  };
}

function peopleParts(type: PersonType, visible: readonly PersonType[], { numbers, refs, named }: Question): Part[] {
  const { companyName, title, names } = peopleTables[type];
  const house = houseOf(type, visible);
  const person = {
    kind: `'${type}'`, id: 'e.id', modified: "TO_CHAR(e.lastmodifieddate, 'YYYY-MM-DD HH24:MI:SS')",
    ...(names && { firstname: 'e.firstname', lastname: 'e.lastname' }), ...(companyName && { companyname: `e.${companyName}` }), ...(title && { entitytitle: `e.${title}` }), ...house.values,
  };
  const ids = refs.filter((ref) => ref.type === type).map((ref) => ref.id);
  // Nobody but a colleague has an extension.
  const asked = numbers.map((key) => key.number).filter((number) => type === 'employee' || !isExtension(number));
  const parts: Part[] = [];
  if (asked.length > 0) {
    const found = holders(type, asked);
    const columns = { ...person, number_: 'x.number_', typed: typedNow(type), extension: 'x.extension', rank_: 'x.rank_', chosen: 'x.chosen' };
    parts.push(selecting(columns, `FROM ${found.text} INNER JOIN ${type} e ON e.id = x.entity ${house.joins}WHERE e.isinactive = 'F'`, found.params));
  }
  if (named !== undefined) {
    const { text, params } = namesakes(type, named);
    parts.push(selecting(person, `FROM ${text} e ${house.joins}`, params));
  }
  if (ids.length > 0) parts.push(selecting(person, `FROM ${type} e ${house.joins}WHERE e.id IN (${marks(ids)})`, ids));
  return parts;
}

/** The one query that answers a question, for a role that may see these types; null when there is nothing to ask. */
export function lookUpStatement(question: Question, visible: readonly PersonType[]): Part | null {
  const parts = visible.flatMap((type) => peopleParts(type, visible, question));
  if (question.deletedKey !== null) parts.push(selecting({ kind: "'deleted'", id: 't.id' }, `FROM ${tombstone.type} t WHERE t.${tombstone.key} = ?`, [question.deletedKey]));
  return parts.length === 0 ? null : { text: parts.map((part) => part.text).join(' UNION ALL '), params: parts.flatMap((part) => part.params) };
}
