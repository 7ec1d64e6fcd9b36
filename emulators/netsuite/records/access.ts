import type { Actor } from '../executions/execution.ts';
import { SuiteScriptError } from '../executions/script-error.ts';
import type { Principal } from '../installation/installation.ts';
import type { PermissionLevel } from '../options.ts';
import { quoted } from '../store/make-tables.ts';
import type { RecordType } from './record-type.ts';

/** What a role may do with a record type: 0 none, 1 view, 2 create, 3 edit, 4 full. */
export function levelFor(principal: Principal, type: RecordType): PermissionLevel {
  const { role } = principal;
  if (role.administrator) return 4;
  switch (type.access.kind) {
    case 'everyone': return 4;
    case 'list': return type.access.levels[role.key] ?? 0;
    case 'permission': return role.permissions[type.access.permission] ?? 0;
  }
}

/** Throws INSUFFICIENT_PERMISSION when the role's level is lower. */
export function requireLevel(principal: Principal, type: RecordType, level: PermissionLevel): void {
  if (levelFor(principal, type) >= level) return;
  const name = type.access.kind === 'permission' ? type.access.name : type.label;
  throw new SuiteScriptError('INSUFFICIENT_PERMISSION', `Permission Violation: You need a higher level of the '${name}' permission to access this page. Please contact your account administrator.`);
}

/** SQL condition on the rows of a table that the role may see; null: all of them. Column names are those of the table itself. */
export function visibleRows(principal: Principal, table: string): string | null {
  const { role } = principal;
  if (role.administrator) return null;
  const user = Math.trunc(principal.userId);
  if (table === 'phonecall') {
    const own = `assigned = ${user} OR owner = ${user}`;
    return role.salesRepOnly ? `(${own})` : `(accesslevel IS NOT 'T' OR ${own})`;
  }
  if (table === 'mediaitemfolder') return `(isprivate IS NOT 'T' OR owner = ${user})`;
  if (!role.salesRepOnly) return null;
  if (table === 'customer') return `(salesrep = ${user})`;
  if (table === 'contact') return `(owner = ${user} OR company IN (SELECT id FROM main.customer WHERE salesrep = ${user}))`;
  return null;
}

/** Whether the record is there for this role. */
export function isVisible(actor: Pick<Actor, 'world' | 'principal'>, type: RecordType, id: number): boolean {
  const restriction = visibleRows(actor.principal, type.table);
  return actor.world.store.get(`SELECT 1 AS found FROM main.${quoted(type.table)} WHERE id = ?${restriction === null ? '' : ` AND ${restriction}`}`, id) !== undefined;
}
