import type { Actor } from '../executions/execution.ts';
import { SuiteScriptError } from '../executions/script-error.ts';
import { quoted } from '../store/make-tables.ts';
import { requireLevel } from './access.ts';
import { loadState } from './load-record.ts';
import type { RecordType } from './record-type.ts';
import { deleteRow } from './rows.ts';

/** Deletes a record that nothing holds on to. Throws INSUFFICIENT_PERMISSION, RCRD_DSNT_EXIST, THIS_RECORD_CANNOT_BE_DELETED_BECAUSE_IT_HAS_DEPENDENT_RECORDS. */
export function deleteState(actor: Actor, type: RecordType, id: number): void {
  requireLevel(actor.principal, type, 4);
  const state = actor.world.store.atomic(() => {
    const loaded = loadState(actor, type, id);
    actor.world.fireUserEvents(actor, 'beforeSubmit', 'delete', { record: loaded, old: loaded });
    settleReferences(actor, loaded.type, id);
    actor.world.store.run('DELETE FROM file_attachment WHERE record_table = ? AND record = ?', type.table, id);
    deleteRow(actor.world, type, id);
    return loaded;
  });
  actor.world.fireUserEvents(actor, 'afterSubmit', 'delete', { record: state, old: state });
}

/** References made with `onparentdelete` SET_NULL are emptied; any other refuses the deletion. */
function settleReferences(actor: Actor, type: RecordType, id: number): void {
  for (const other of actor.world.catalog.types) {
    for (const field of other.fields) {
      if (field.type !== 'select' || field.target?.kind !== 'records' || !field.stored || field.id === 'owner') continue;
      if (!field.target.types.some((target) => actor.world.catalog.find(target)?.table === type.table)) continue;
      if (field.onParentDelete === 'empty') {
        actor.world.store.run(`UPDATE main.${quoted(other.table)} SET ${quoted(field.id)} = NULL WHERE ${quoted(field.id)} = ?`, id);
        continue;
      }
      if (actor.world.store.get(`SELECT 1 AS found FROM main.${quoted(other.table)} WHERE ${quoted(field.id)} = ? LIMIT 1`, id)) {
        throw new SuiteScriptError('THIS_RECORD_CANNOT_BE_DELETED_BECAUSE_IT_HAS_DEPENDENT_RECORDS', 'This record cannot be deleted because it has dependent records.');
      }
    }
  }
}
