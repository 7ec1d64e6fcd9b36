import type { Actor } from '../executions/execution.ts';
import { SuiteScriptError } from '../executions/script-error.ts';
import { isVisible, requireLevel } from './access.ts';
import { stagedType } from './names.ts';
import { readRow, recordMissing } from './rows.ts';
import type { RecordType } from './record-type.ts';
import type { RecordState } from './record-state.ts';

/** Record type by its id; INVALID_RCRD_TYPE when the account has none. */
export function typeNamed(actor: Actor, id: string): RecordType {
  const type = actor.world.catalog.find(id.toLowerCase());
  if (!type) throw new SuiteScriptError('INVALID_RCRD_TYPE', `The record type [${id}] is invalid.`);
  return type;
}

/** Reads a record that the role may see. Throws INSUFFICIENT_PERMISSION or RCRD_DSNT_EXIST. */
export function loadState(actor: Actor, type: RecordType, id: number, isDynamic = false): RecordState {
  requireLevel(actor.principal, type, 1);
  const row = Number.isInteger(id) ? readRow(actor.world, type, id) : undefined;
  if (!row || !isVisible(actor, type, id)) throw recordMissing();
  return { type: stagedType(actor.world, type, id), id, version: row.version, isDynamic, values: row.values, changed: new Set(), partial: false, copied: false };
}
