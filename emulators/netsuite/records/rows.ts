import { SuiteScriptError } from '../executions/script-error.ts';
import type { World } from '../executions/execution.ts';
import { quoted } from '../store/make-tables.ts';
import { nextNumber } from '../store/schema.ts';
import type { Stored } from './field.ts';
import type { RecordType, Values } from './record-type.ts';

/** Entities and activities count from here; lower ids are the platform's own. */
export const firstEntityId = 101;

export interface StoredRecord { id: number; version: number; values: Values }

/** Reads one row with the version it had; undefined when there is none. */
export function readRow(world: World, type: RecordType, id: number): StoredRecord | undefined {
  const row = world.store.get(`SELECT * FROM main.${quoted(type.table)} WHERE id = ?`, id);
  if (!row) return undefined;
  const values: Values = {};
  for (const field of type.fields) {
    if (field.stored) values[field.id] = (row[field.id] ?? null) as Stored;
  }
  return { id, version: Number(row['version']), values };
}

/** Writes a new row and answers its id. A taken external id throws the duplicate code of the account's behaviour. */
export function insertRow(world: World, type: RecordType, values: Values): number {
  const id = nextNumber(world.store, type.sequence, type.sequence === 'entity' || type.sequence === 'activity' ? firstEntityId : 1);
  const columns = Object.keys(values);
  guardingExternalId(world, type, () => {
    world.store.run(
      `INSERT INTO main.${quoted(type.table)} (id, version${columns.map((column) => `, ${quoted(column)}`).join('')}) VALUES (?, 1${columns.map(() => ', ?').join('')})`,
      id, ...columns.map((column) => values[column] ?? null),
    );
  });
  return id;
}

/** Writes over the row if it still has the version; answers the new version. Otherwise RCRD_HAS_BEEN_CHANGED, or RCRD_DSNT_EXIST when it is gone. */
export function updateRow(world: World, type: RecordType, id: number, version: number, values: Values): number {
  const columns = Object.keys(values);
  let changes = 0;
  guardingExternalId(world, type, () => {
    changes = world.store.run(
      `UPDATE main.${quoted(type.table)} SET version = version + 1${columns.map((column) => `, ${quoted(column)} = ?`).join('')} WHERE id = ? AND version = ?`,
      ...columns.map((column) => values[column] ?? null), id, version,
    ).changes;
  });
  if (changes === 1) return version + 1;
  if (world.store.get(`SELECT 1 AS found FROM main.${quoted(type.table)} WHERE id = ?`, id)) {
    throw new SuiteScriptError('RCRD_HAS_BEEN_CHANGED', 'Record has been changed');
  }
  throw recordMissing();
}

export function deleteRow(world: World, type: RecordType, id: number): void {
  if (world.store.run(`DELETE FROM main.${quoted(type.table)} WHERE id = ?`, id).changes === 0) throw recordMissing();
}

export function recordMissing(): SuiteScriptError {
  return new SuiteScriptError('RCRD_DSNT_EXIST', 'That record does not exist.');
}

function guardingExternalId(world: World, type: RecordType, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (/UNIQUE constraint failed: \w+\.externalid/.test((error as Error).message)) {
      throw new SuiteScriptError(world.installation.behaviour.duplicateExternalIdCode, `This record already exists: the external ID is taken by another ${type.label}.`);
    }
    throw error;
  }
}
