import type { Actor } from '../executions/execution.ts';
import { SuiteScriptError } from '../executions/script-error.ts';
import { quoted } from '../store/make-tables.ts';
import { requireLevel } from './access.ts';
import { loadState } from './load-record.ts';
import type { RecordType } from './record-type.ts';
import { deleteRow } from './rows.ts';

/**
 * Merges a duplicate into another record of its kind, as Mass Delete Duplicates does: what refers to it refers to the other
 * from then on, and it is gone. Which script events that raises is not documented, so none are. Values of the two are left as they are.
 */
export function mergeRecords(actor: Actor, type: RecordType, from: number, into: number): void {
  requireLevel(actor.principal, type, 4);
  if (from === into) throw new SuiteScriptError('USER_ERROR', 'A record cannot be merged into itself.');
  actor.world.store.atomic(() => {
    loadState(actor, type, into);
    loadState(actor, type, from);
    for (const other of actor.world.catalog.types) {
      for (const field of other.fields) {
        if (field.type !== 'select' || field.target?.kind !== 'records' || !field.stored) continue;
        if (!field.target.types.some((target) => actor.world.catalog.find(target)?.table === type.table)) continue;
        actor.world.store.run(`UPDATE main.${quoted(other.table)} SET ${quoted(field.id)} = ? WHERE ${quoted(field.id)} = ?`, into, from);
      }
    }
    actor.world.store.run('UPDATE OR IGNORE file_attachment SET record = ? WHERE record_table = ? AND record = ?', into, type.table, from);
    actor.world.store.run('DELETE FROM file_attachment WHERE record_table = ? AND record = ?', type.table, from);
    deleteRow(actor.world, type, from);
  });
}
