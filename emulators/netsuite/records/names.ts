import type { World } from '../executions/execution.ts';
import { quoted } from '../store/make-tables.ts';
import { readRow } from './rows.ts';
import type { RecordType } from './record-type.ts';

/** The type among `types` which has this id; entities share one sequence of ids, so there is at most one. */
export function typeOfId(world: World, types: string[], id: number): RecordType | null {
  for (const name of types) {
    const type = world.catalog.find(name);
    if (type && world.store.get(`SELECT 1 AS found FROM main.${quoted(type.table)} WHERE id = ?`, id)) return stagedType(world, type, id);
  }
  return null;
}

/** Lead, prospect and customer are one table: the type that a row of it is now. */
export function stagedType(world: World, type: RecordType, id: number): RecordType {
  if (type.stage === null) return type;
  const stage = world.store.get(`SELECT searchstage FROM main.${quoted(type.table)} WHERE id = ?`, id)?.['searchstage'];
  return world.catalog.inTable(type.table).find((each) => each.stage === stage) ?? type;
}

/** What a select shows for a record; null when it is not there. */
export function nameOfRecord(world: World, types: string[], id: number): string | null {
  const type = typeOfId(world, types, id);
  const row = type ? readRow(world, type, id) : undefined;
  return type && row ? type.nameOf(row.values) : null;
}

/** Where a select leads; null when the platform has no page for it. */
export function pageOfRecord(world: World, types: string[], id: number): string | null {
  const type = typeOfId(world, types, id);
  return type?.pages ? recordPath(type, id) : null;
}

/** Path of a record's page, with its query. */
export function recordPath(type: RecordType, id: number | null, edit = false): string {
  const query = new URLSearchParams(type.pages && type.stage === null ? type.pages.query : {});
  if (id !== null) query.set('id', String(id));
  else if (type.stage !== null) query.set('stage', type.stage);
  if (edit) query.set('e', 'T');
  const text = query.toString();
  return `${type.pages?.record ?? ''}${text === '' ? '' : `?${text}`}`;
}
