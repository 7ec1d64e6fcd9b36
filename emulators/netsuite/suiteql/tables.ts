import { SuiteScriptError } from '../executions/script-error.ts';
import type { Actor } from '../executions/execution.ts';
import { levelFor, visibleRows } from '../records/access.ts';
import type { RecordType } from '../records/record-type.ts';
import { quoted } from '../store/make-tables.ts';

const entityTables: [string, string][] = [['customer', 'CustJob'], ['contact', 'Contact'], ['vendor', 'Vendor'], ['employee', 'Employee'], ['partner', 'Partner'], ['othername', 'OtherName'], ['job', 'Job']];
const entityColumns = ['id', 'externalid', 'entityid', 'firstname', 'lastname', 'email', 'phone', 'fax', 'isinactive', 'datecreated', 'lastmodifieddate'];

/** SQL which stands for a table of SuiteQL: only columns and rows that the role may see. A table it may not see is not found. */
export function tableSql(actor: Actor, table: string): string {
  if (table === 'entity') return entitySql(actor);
  const type = actor.world.catalog.inTable(table)[0];
  if (!type || levelFor(actor.principal, type) < 1) throw notFound(table);
  const restriction = visibleRows(actor.principal, table);
  const columns = columnsOf(type).map((column) => quoted(column));
  const derived = Object.entries(type.derived).filter(([name]) => !type.fields.some((field) => field.id === name && field.stored)).map(([name, sql]) => `${sql} AS ${quoted(name)}`);
  return `SELECT ${[...columns, ...derived].join(', ')} FROM main.${quoted(table)}${restriction === null ? '' : ` WHERE ${restriction}`}`;
}

export function columnsOf(type: RecordType): string[] {
  return [...new Set(['id', 'externalid', ...type.fields.filter((field) => field.stored).map((field) => field.id)])];
}

function entitySql(actor: Actor): string {
  const parts = entityTables.flatMap(([table, kind]) => {
    const type = actor.world.catalog.inTable(table)[0];
    if (!type || levelFor(actor.principal, type) < 1) return [];
    const known = new Set(columnsOf(type));
    const restriction = visibleRows(actor.principal, table);
    const columns = entityColumns.map((column) => (known.has(column) ? quoted(column) : `NULL AS ${quoted(column)}`));
    const title = known.has('altname') ? 'COALESCE(altname, entityid)' : 'entityid';
    return [`SELECT ${columns.join(', ')}, '${kind}' AS "type", ${title} AS "altname", entityid AS "entitytitle" FROM main.${quoted(table)}${restriction === null ? '' : ` WHERE ${restriction}`}`];
  });
  if (parts.length === 0) throw notFound('entity');
  return parts.join(' UNION ALL ');
}

function notFound(table: string): SuiteScriptError {
  return new SuiteScriptError('SSS_SEARCH_ERROR_OCCURRED', `Search error occurred: Record '${table}' was not found.`);
}
