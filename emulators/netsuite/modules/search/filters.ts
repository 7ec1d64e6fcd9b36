import { SuiteScriptError } from '../../executions/script-error.ts';
import type { Actor } from '../../executions/execution.ts';
import { NotEmulated } from '../../not-emulated.ts';
import type { Field, Stored } from '../../records/field.ts';
import type { RecordType } from '../../records/record-type.ts';
import { storedFromText } from '../../records/values.ts';

export interface Condition { sql: string; values: Stored[] }

const comparisons: Record<string, string> = {
  is: '=', isnot: '<>', equalto: '=', notequalto: '<>', greaterthan: '>', greaterthanorequalto: '>=', lessthan: '<', lessthanorequalto: '<=',
  on: '=', after: '>', onorafter: '>=', before: '<', onorbefore: '<=',
};

/** A filter expression of N/search, [name, operator, value…] joined by 'and', 'or', 'not', as an SQL condition over the type's table. */
export function conditionOf(actor: Actor, type: RecordType, expression: unknown): Condition {
  if (typeof expression === 'object' && expression !== null && !Array.isArray(expression)) {
    const filter = expression as { name: unknown; operator: unknown; values: unknown };
    return simple(actor, type, String(filter.name), String(filter.operator), filter.values === undefined ? [] : Array.isArray(filter.values) ? filter.values : [filter.values]);
  }
  const parts = expression as unknown[];
  if (parts.length === 0) return { sql: '1 = 1', values: [] };
  if (typeof parts[0] === 'string' && !/^(not)$/i.test(parts[0])) {
    const values = parts.slice(2).flatMap((value) => (Array.isArray(value) ? value as unknown[] : [value]));
    return simple(actor, type, parts[0], String(parts[1]), values);
  }
  const sql: string[] = [];
  const values: Stored[] = [];
  let joined = true;
  for (const part of parts) {
    if (typeof part === 'string') {
      if (!/^(and|or|not)$/i.test(part)) throw new NotEmulated('N/search', `the connective ${part}`);
      sql.push(part.toUpperCase());
      joined = true;
      continue;
    }
    if (!joined) sql.push('AND');
    const inner = conditionOf(actor, type, part);
    sql.push(inner.sql);
    values.push(...inner.values);
    joined = false;
  }
  return { sql: `(${sql.join(' ')})`, values };
}

function simple(actor: Actor, type: RecordType, name: string, operator: string, given: unknown[]): Condition {
  const column = columnNamed(actor, type, name);
  const { sql: reference, field } = column;
  const values = given.map((value) => storedValue(actor, field, value));
  const op = operator.toLowerCase();
  if (op === 'isempty') return { sql: `${reference} IS NULL`, values: [] };
  if (op === 'isnotempty') return { sql: `${reference} IS NOT NULL`, values: [] };
  const text = String(values[0] ?? '');
  const escaped = text.toUpperCase().replace(/[\\%_]/g, '\\$&');
  if (op === 'contains') return { sql: `UPPER(${reference}) LIKE ? ESCAPE '\\'`, values: [`%${escaped}%`] };
  if (op === 'startswith') return { sql: `UPPER(${reference}) LIKE ? ESCAPE '\\'`, values: [`${escaped}%`] };
  if (op === 'doesnotcontain') return { sql: `(${reference} IS NULL OR UPPER(${reference}) NOT LIKE ? ESCAPE '\\')`, values: [`%${escaped}%`] };
  if (op === 'anyof' || op === 'noneof') {
    if (values.length === 1 && values[0] === '@NONE@') return { sql: `${reference} IS ${op === 'anyof' ? '' : 'NOT '}NULL`, values: [] };
    const list = values.map(() => '?').join(', ');
    return op === 'anyof' ? { sql: `${reference} IN (${list})`, values } : { sql: `(${reference} IS NULL OR ${reference} NOT IN (${list}))`, values };
  }
  if (op === 'within' && values.length === 2) return { sql: `${reference} BETWEEN ? AND ?`, values };
  const comparison = comparisons[op];
  if (comparison === undefined) throw new NotEmulated('N/search', `the operator ${operator}`);
  return { sql: `${reference} ${comparison} ?`, values: [values[0] ?? null] };
}

export function columnNamed(actor: Actor, type: RecordType, name: string): { sql: string; field: Field | null } {
  if (name === 'internalid' || name === 'internalidnumber' || name === 'id') return { sql: '"id"', field: null };
  const field = actor.world.catalog.fieldOf(type, name === 'externalidstring' ? 'externalid' : name);
  if (!field?.stored) throw new SuiteScriptError('SSS_INVALID_SRCH_FILTER', `An nlobjSearchFilter contains invalid search criteria: ${name}.`);
  return { sql: `"${field.id}"`, field };
}

function storedValue(actor: Actor, field: Field | null, value: unknown): Stored {
  if (value === '@NONE@') return value;
  if (field === null || (field.type === 'select' && field.target?.kind === 'records')) return Number(value);
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  if (['date', 'datetime', 'datetimetz', 'timeofday', 'integer', 'float', 'checkbox'].includes(field.type)) return storedFromText(actor, field, String(value));
  return String(value);
}
