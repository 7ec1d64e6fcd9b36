import type { Actor } from '../executions/execution.ts';
import { SuiteScriptError } from '../executions/script-error.ts';
import { NotEmulated } from '../not-emulated.ts';
import { requireFiles } from '../modules/files/cabinet.ts';
import { requireLevel } from './access.ts';
import { loadState, typeNamed } from './load-record.ts';

/** A file of the File Cabinet, and the record on whose page it is listed. */
export interface Attachment { file: number; type: string; record: number }

/** Checks what both directions need: a file that is there, a record that the role may edit. Answers the record's table. */
function checked(actor: Actor, { file, type: typeId, record }: Attachment): string {
  const type = typeNamed(actor, typeId);
  if (type.cost === 'custom') throw new NotEmulated('N/record', `files attached to ${type.id}`);
  requireLevel(actor.principal, type, 3);
  requireFiles(actor, 1);
  const { type: found } = loadState(actor, type, record);
  if (!actor.world.store.get('SELECT 1 AS found FROM file WHERE id = ?', file)) throw new SuiteScriptError('RCRD_DSNT_EXIST', 'That record does not exist.');
  return found.table;
}

/** Lists the file on the record. One that is there already stays there once. */
export function attachFile(actor: Actor, attachment: Attachment): void {
  const table = checked(actor, attachment);
  actor.world.store.run('INSERT INTO file_attachment (file, record_table, record) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', attachment.file, table, attachment.record);
}

/** Takes the file off the record's list; the file itself stays. */
export function detachFile(actor: Actor, attachment: Attachment): void {
  const table = checked(actor, attachment);
  actor.world.store.run('DELETE FROM file_attachment WHERE file = ? AND record_table = ? AND record = ?', attachment.file, table, attachment.record);
}
