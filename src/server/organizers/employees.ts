import query = require('N/query');
import runtime = require('N/runtime');
import { numberKeys } from '../../core/numbers/number-keys.ts';
import type { EmployeeToMatch } from '../../core/organizers/auto-match.ts';
import type { Employee } from '../../wire/organizers/organizers.ts';
import { phoneFields } from '../people/phone-fields.ts';

const pageSize = 1000;
const mostFound = 20;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const nameOf = (row: Record<string, unknown>): string => [text(row['firstname']), text(row['lastname'])].filter((part) => part !== '').join(' ');

/** All active employees with what they are found by, and their names by id. 10 units, and 5 for each thousand. */
export function employeesToMatch(): { employees: EmployeeToMatch[]; names: Map<number, string> } {
  const fields = phoneFields.employee.filter(({ dialled }) => dialled).map(({ id }) => id);
  const paged = query.runSuiteQLPaged({ query: `SELECT e.id AS id, e.firstname AS firstname, e.lastname AS lastname, e.email AS email, ${fields.map((field) => `e.${field} AS ${field}`).join(', ')} FROM employee e WHERE e.isinactive = 'F' ORDER BY id`, params: [], pageSize });
  const rows = paged.pageRanges.flatMap(({ index }) => paged.fetch({ index }).data.asMappedResults());
  const countries = [runtime.country];
  const names = new Map<number, string>();
  const employees = rows.map((row) => {
    const id = Number(row['id']);
    names.set(id, nameOf(row));
    const keys = numberKeys(Object.fromEntries(fields.map((field) => [field, text(row[field])])), countries);
    return { id, email: text(row['email']), numbers: [...keys.values()].flat().filter(({ extension }) => extension === null).map(({ number }) => number) };
  });
  return { employees, names };
}

/** Active employees whose name or e-mail address holds the text. 10 units. */
export function findEmployees(part: string): Employee[] {
  const like = `%${part.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return query
    .runSuiteQL({
      query:
        `SELECT * FROM (SELECT e.id AS id, e.firstname AS firstname, e.lastname AS lastname FROM employee e WHERE e.isinactive = 'F' AND ` +
        `(LOWER(e.firstname || ' ' || e.lastname) LIKE ? ESCAPE '\\' OR LOWER(e.email) LIKE ? ESCAPE '\\') ORDER BY e.lastname, e.id) WHERE ROWNUM <= ${mostFound}`,
      params: [like, like],
    })
    .asMappedResults()
    .map((row) => ({ id: Number(row['id']), name: nameOf(row) }));
}
