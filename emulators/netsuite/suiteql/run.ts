import type { SQLInputValue } from 'node:sqlite';
import type { Actor } from '../executions/execution.ts';
import { SuiteScriptError } from '../executions/script-error.ts';
import { dayText, shownDay, wallAt } from '../records/dates.ts';
import { multiSeparator } from '../records/values.ts';
import { translate } from './translate.ts';

export interface QueryRows { columns: string[]; rows: unknown[][] }

/** Permission that whoever runs a query needs. */
export const analyticsPermission = 'REPO_ANALYTICS';

/**
 * Runs a SuiteQL statement under a role and answers at most `limit` rows from `offset`. Keys are lower case, dates in the user's format.
 * Throws INSUFFICIENT_PERMISSION, SSS_SEARCH_ERROR_OCCURRED, NotEmulated.
 */
export function runQuery(actor: Actor, statement: string, values: unknown[], limit: number, offset = 0): QueryRows {
  const { role } = actor.principal;
  if (!role.administrator && !((role.permissions[analyticsPermission] ?? 0) > 0)) {
    throw new SuiteScriptError('INSUFFICIENT_PERMISSION', "Permission Violation: You need the 'SuiteAnalytics Workbook' permission to run a query.");
  }
  const { sql, parameters } = translate(actor, statement);
  if (parameters !== values.length) throw new SuiteScriptError('SSS_SEARCH_ERROR_OCCURRED', `Search error occurred: the statement has ${parameters} placeholders and ${values.length} values were given.`);
  try {
    const prepared = actor.world.store.database.prepare(`SELECT * FROM (${sql}) LIMIT ${limit} OFFSET ${offset}`);
    prepared.setReturnArrays(true);
    const declared = prepared.columns();
    const rows = prepared.all(...values.map(sqlValue)) as unknown as unknown[][];
    return {
      columns: declared.map((column, index) => (/^[a-z_][\w$]*$/i.test(column.name) ? column.name.toLowerCase() : `expr${index + 1}`)),
      rows: rows.map((row) => row.map((value, index) => shown(actor, value, declared[index]?.type ?? null))),
    };
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_SQLITE_ERROR') throw error;
    const column = /no such column: (\S+)/.exec((error as Error).message)?.[1];
    throw new SuiteScriptError('SSS_SEARCH_ERROR_OCCURRED', column === undefined ? `Search error occurred: Invalid or unsupported search (${(error as Error).message})` : `Search error occurred: Field '${column}' was not found.`);
  }
}

/** Rows a statement has altogether. */
export function countRows(actor: Actor, statement: string, values: unknown[]): number {
  const { sql } = translate(actor, statement);
  return Number((actor.world.store.database.prepare(`SELECT COUNT(*) AS count FROM (${sql})`).get(...values.map(sqlValue)) as { count: unknown }).count);
}

function sqlValue(value: unknown): SQLInputValue {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  if (typeof value === 'number' || typeof value === 'string') return value;
  throw new SuiteScriptError('SSS_INVALID_TYPE_ARG', 'Query parameters must be text, numbers or booleans.');
}

function shown(actor: Actor, value: unknown, declared: string | null): unknown {
  if (typeof value !== 'string') return value;
  if (declared === 'DATETEXT') return shownDay(value);
  if (declared === 'MULTITEXT') return value.split(multiSeparator).join(', ');
  if (declared === 'DATETIMETEXT' || (declared === null && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value))) return shownDay(dayText(wallAt(new Date(value), actor.principal.timeZone)));
  return value;
}
