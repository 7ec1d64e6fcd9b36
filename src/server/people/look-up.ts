import query = require('N/query');
import runtime = require('N/runtime');
import { standsIn } from '../../core/numbers/stands-in.ts';
import type { Match } from '../../core/people/decide-person.ts';
import { personTypes, type Person, type PersonType } from '../../core/people/person.ts';
import { peopleTables } from '../netsuite/columns.ts';
import { lookUpStatement, type CompanyType, type Question } from './look-up-statement.ts';

export interface Answer {
  /** Matches by E.164 number. */
  matches: Map<string, Match[]>;
  /** Those of the asked people whom the caller may see, and whom a name finds. */
  people: Person[];
  deleted: boolean;
}

/**
 * A query that touches a table beyond the role's reach fails as a whole, so these are left out of it. A map/reduce script has an
 * administrator's rights; what getPermission says of nobody's role is documented nowhere.
 */
function visibleTypes(): PersonType[] {
  const user = runtime.getCurrentUser();
  const seesAll = runtime.executionContext === runtime.ContextType.MAP_REDUCE;
  return personTypes.filter((type) => {
    const { permission, feature } = peopleTables[type];
    return (feature === null || runtime.isFeatureInEffect({ feature })) && (seesAll || Number(user.getPermission({ name: permission })) > 0);
  });
}

const asText = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '');

function personOf(row: Record<string, unknown>): Person {
  const name = asText(row['companyname']) || [asText(row['firstname']), asText(row['lastname'])].filter(Boolean).join(' ') || asText(row['entitytitle']);
  const house = asText(row['housetype']);
  const company = house === '' ? null : { type: house as CompanyType, id: Number(row['houseid']), name: asText(row['housename']) || asText(row['housetitle']) };
  return { type: row['kind'] as PersonType, id: Number(row['id']), name, company };
}

const matchOf = (row: Record<string, unknown>): Match => ({ person: personOf(row), extension: asText(row['extension']) || null, rank: Number(row['rank_']), modified: asText(row['modified']), chosen: row['chosen'] === 'T' });

function rowsFor(question: Question, visible: readonly PersonType[]): Record<string, unknown>[] {
  const statement = lookUpStatement(question, visible);
  if (statement === null) return [];
  try {
    return query.runSuiteQL({ query: statement.text, params: statement.params }).asMappedResults();
  } catch (failure) {
    if (!visible.includes('job')) throw failure;
    return rowsFor(question, visible.filter((type) => type !== 'job'));
  }
}

/**
 * Everything there is to know about the other side of a call, in one query (10 units, or none when nothing is asked) under the
 * caller's own permissions: nobody is told more than NetSuite would show them. Where an account's projects cannot be asked so
 * (their columns are documented nowhere) they are left out of a second query.
 */
export function lookUp(question: Question): Answer {
  const answer: Answer = { matches: new Map(), people: [], deleted: false };
  for (const row of rowsFor(question, visibleTypes())) {
    const number = asText(row['number_']);
    if (row['kind'] === 'deleted') answer.deleted = true;
    else if (number === '') answer.people.push(personOf(row));
    // An index that could not follow a change must not name somebody who has another number by now.
    else if (standsIn(number, asText(row['typed']))) answer.matches.set(number, [...(answer.matches.get(number) ?? []), matchOf(row)]);
  }
  return answer;
}
