import type { NumberKey } from '../../core/numbers/e164.ts';
import type { Person, PersonRef, PersonType } from '../../core/people/person.ts';
import { peopleTables } from '../netsuite/columns.ts';
import { phoneIndex as index, tombstone } from '../netsuite/ids.ts';
import { phoneFields } from './phone-fields.ts';

export interface Question {
  numbers: readonly NumberKey[];
  /** People somebody already named: are they visible, and what are they called? */
  refs: readonly PersonRef[];
  /** External id of a call: was its record deleted? */
  deletedKey: string | null;
}

export type CompanyType = NonNullable<Person['company']>['type'];
const companyTypes: readonly CompanyType[] = ['customer', 'vendor', 'partner'];

/** Columns of every row. `kind` is a person's type, or `deleted` for a tombstone; `house…` is a contact's company; `typed` is what stands in the phone field now, whatever the index says; names end in _ where the plain word is reserved. */
const columns = [
  'kind', 'id', 'companyname', 'firstname', 'lastname', 'entitytitle', 'modified', 'housetype', 'houseid', 'housename', 'housetitle', 'number_', 'typed', 'extension', 'rank_',
] as const;
type Column = (typeof columns)[number];

interface Part { text: string; params: (string | number)[] }

/** All parts of a UNION have the same columns; what a part does not know is NULL. */
const selecting = (values: Partial<Record<Column, string>>, rest: string, params: Part['params']): Part => ({
  text: `SELECT ${columns.map((column) => `${values[column] ?? 'NULL'} AS ${column}`).join(', ')} ${rest}`,
  params,
});

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** A contact's company may stand in one of several tables: the first join that found it tells. An inactive one cannot be linked. */
function houseOf(type: PersonType, visible: readonly PersonType[]): { values: Partial<Record<Column, string>>; joins: string } {
  const houses = type === 'contact' ? companyTypes.filter((house) => visible.includes(house)) : [];
  if (houses.length === 0) return { values: {}, joins: '' };
  const whichever = (of: (house: CompanyType) => string): string => `CASE ${houses.map((house) => `WHEN house_${house}.id IS NOT NULL THEN ${of(house)}`).join(' ')} END`;
  return {
    values: {
      housetype: whichever((house) => `'${house}'`),
      houseid: whichever((house) => `house_${house}.id`),
      housename: whichever((house) => `house_${house}.companyname`),
      housetitle: whichever((house) => `house_${house}.entitytitle`),
    },
    joins: houses.map((house) => `LEFT JOIN ${house} house_${house} ON house_${house}.id = e.company AND house_${house}.isinactive = 'F' `).join(''),
  };
}

const fieldNow = (type: PersonType): string => `CASE ${phoneFields[type].map(({ id }) => `WHEN x.${index.field} = '${id}' THEN e.${id}`).join(' ')} END`;

function peopleParts(type: PersonType, visible: readonly PersonType[], { numbers, refs }: Question): Part[] {
  const { companyName, title } = peopleTables[type];
  const house = houseOf(type, visible);
  const person = {
    kind: `'${type}'`, id: 'e.id', firstname: 'e.firstname', lastname: 'e.lastname', modified: "TO_CHAR(e.lastmodifieddate, 'YYYY-MM-DD HH24:MI:SS')",
    ...(companyName && { companyname: `e.${companyName}` }), ...(title && { entitytitle: `e.${title}` }), ...house.values,
  };
  const ids = refs.filter((ref) => ref.type === type).map((ref) => ref.id);
  const byNumber = { ...person, number_: `x.${index.number}`, typed: fieldNow(type), extension: `x.${index.extension}`, rank_: `x.${index.rank}` };
  const parts: Part[] = [];
  if (numbers.length > 0) {
    const found = `x.${index.personType} = ? AND x.${index.number} IN (${marks(numbers)}) AND e.isinactive = 'F'`;
    parts.push(selecting(byNumber, `FROM ${index.type} x INNER JOIN ${type} e ON e.id = x.${index.entity} ${house.joins}WHERE ${found}`, [type, ...numbers.map((key) => key.number)]));
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
