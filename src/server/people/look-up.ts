import query = require('N/query');
import runtime = require('N/runtime');
import type { NumberKey } from '../../core/numbers/e164.ts';
import type { Match } from '../../core/people/decide-person.ts';
import { personTypes, type Person, type PersonRef, type PersonType } from '../../core/people/person.ts';
import { phoneIndex as index, tombstone } from '../netsuite/ids.ts';

export interface Question {
  numbers: readonly NumberKey[];
  /** People somebody already named: are they visible, and what are they called? */
  refs: readonly PersonRef[];
  /** External id of a call: was its record deleted? */
  deletedKey: string | null;
}

export interface Answer {
  /** Matches by E.164 number. */
  matches: Map<string, Match[]>;
  /** Those of the asked people whom the caller may see. */
  people: Person[];
  deleted: boolean;
}

type CompanyType = NonNullable<Person['company']>['type'];
const companyTypes: readonly CompanyType[] = ['customer', 'vendor', 'partner'];

/** Permission that shows a type's records; a query that touches a table beyond the role's reach fails as a whole. */
const permissionOf: Record<PersonType, string> = { customer: 'LIST_CUSTJOB', contact: 'LIST_CONTACT', vendor: 'LIST_VENDOR', partner: 'LIST_PARTNER', employee: 'LIST_EMPLOYEE' };

function visibleTypes(): PersonType[] {
  const user = runtime.getCurrentUser();
  return personTypes.filter((type) => Number(user.getPermission({ name: permissionOf[type] })) > 0);
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** One SELECT of the UNION: index entries joined to one type of people, or these people themselves. */
function select(type: PersonType, visible: readonly PersonType[], { numbers, refs }: Question, via: 'number' | 'ref'): { text: string; params: (string | number)[] } | null {
  const ids = refs.filter((ref) => ref.type === type).map((ref) => ref.id);
  if (via === 'ref' ? ids.length === 0 : numbers.length === 0) return null;
  const houses = type === 'contact' ? companyTypes.filter((house) => visible.includes(house)) : [];
  const ofHouse = (column: string, otherwise: string): string => houses.reduceRight((rest, house) => `CASE WHEN ${house[0]}0.id IS NOT NULL THEN ${column.replace('@', `${house[0]}0`).replace('#', house)} ELSE ${rest} END`, otherwise);
  const companyName = type === 'contact' || type === 'employee' ? 'NULL' : 'e.companyname';
  const entry = via === 'number' ? `x.${index.number} AS number_, x.${index.extension} AS extension, x.${index.rank} AS rank_` : 'NULL AS number_, NULL AS extension, 0 AS rank_';
  const from = via === 'number' ? `${index.type} x INNER JOIN ${type} e ON e.id = x.${index.entity}` : `${type} e`;
  const where = via === 'number' ? `x.${index.personType} = ? AND x.${index.number} IN (${marks(numbers)}) AND e.isinactive = 'F'` : `e.id IN (${marks(ids)})`;
  return {
    text:
      `SELECT '${type}' AS kind, e.id AS id, ${companyName} AS companyname, e.firstname AS firstname, e.lastname AS lastname, e.entitytitle AS entitytitle, ` +
      `TO_CHAR(e.lastmodifieddate, 'YYYY-MM-DD HH24:MI:SS') AS modified, ${ofHouse("'#'", 'NULL')} AS housetype, ${ofHouse('@.id', 'NULL')} AS houseid, ${ofHouse('@.entitytitle', 'NULL')} AS housetitle, ${ofHouse('@.companyname', 'NULL')} AS housename, ${entry} ` +
      `FROM ${from} ${houses.map((house) => `LEFT JOIN ${house} ${house[0]}0 ON ${house[0]}0.id = e.company `).join('')}WHERE ${where}`,
    params: via === 'number' ? [type, ...numbers.map((key) => key.number)] : ids,
  };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '');

function personOf(row: Record<string, unknown>): Person {
  const name = asText(row['companyname']) || [asText(row['firstname']), asText(row['lastname'])].filter(Boolean).join(' ') || asText(row['entitytitle']);
  const house = asText(row['housetype']);
  const company = house === '' ? null : { type: house as CompanyType, id: Number(row['houseid']), name: asText(row['housename']) || asText(row['housetitle']) };
  return { type: row['kind'] as PersonType, id: Number(row['id']), name, company };
}

/**
 * Everything there is to know about the other side of a call, in one query (10 units, or none when nothing is asked) under the
 * caller's own permissions: nobody is told more than NetSuite would show them.
 */
export function lookUp(question: Question): Answer {
  const visible = visibleTypes();
  const selects = visible.flatMap((type) => [select(type, visible, question, 'number'), select(type, visible, question, 'ref')]).filter((part) => part !== null);
  if (question.deletedKey !== null) {
    const empty = "NULL AS companyname, NULL AS firstname, NULL AS lastname, NULL AS entitytitle, NULL AS modified, NULL AS housetype, NULL AS houseid, NULL AS housetitle, NULL AS housename, NULL AS number_, NULL AS extension, 0 AS rank_";
    selects.push({ text: `SELECT 'deleted' AS kind, t.id AS id, ${empty} FROM ${tombstone.type} t WHERE t.${tombstone.key} = ?`, params: [question.deletedKey] });
  }
  const answer: Answer = { matches: new Map(), people: [], deleted: false };
  if (selects.length === 0) return answer;
  const rows = query.runSuiteQL({ query: selects.map((part) => part.text).join(' UNION ALL '), params: selects.flatMap((part) => part.params) }).asMappedResults();
  for (const row of rows) {
    const number = asText(row['number_']);
    if (row['kind'] === 'deleted') answer.deleted = true;
    else if (number === '') answer.people.push(personOf(row));
    else {
      const match: Match = { person: personOf(row), extension: asText(row['extension']) || null, rank: Number(row['rank_']), modified: asText(row['modified']) };
      answer.matches.set(number, [...(answer.matches.get(number) ?? []), match]);
    }
  }
  return answer;
}
