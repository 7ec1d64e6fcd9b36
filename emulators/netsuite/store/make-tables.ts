import { columnTypeOf } from '../records/field.ts';
import type { RecordType } from '../records/record-type.ts';
import type { Store } from './open-store.ts';

/** Makes the table of each record type, or adds the columns of fields deployed since. Nothing is ever dropped. */
export function makeTables(store: Store, types: RecordType[]): void {
  for (const type of types) {
    const table = quoted(type.table);
    store.database.exec(`CREATE TABLE IF NOT EXISTS ${table} (id INTEGER PRIMARY KEY, version INTEGER NOT NULL DEFAULT 1, externalid TEXT)`);
    store.database.exec(`CREATE UNIQUE INDEX IF NOT EXISTS ${quoted(`${type.table}_externalid`)} ON ${table} (externalid) WHERE externalid IS NOT NULL`);
    const present = new Set(store.all(`PRAGMA table_info(${table})`).map((row) => String(row['name'])));
    for (const field of type.fields) {
      if (field.id === 'externalid' || !field.stored) continue;
      if (!present.has(field.id)) store.database.exec(`ALTER TABLE ${table} ADD COLUMN ${quoted(field.id)} ${columnTypeOf(field)}`);
      present.add(field.id);
      if (field.indexed) store.database.exec(`CREATE INDEX IF NOT EXISTS ${quoted(`${type.table}_${field.id}`)} ON ${table} (${quoted(field.id)})`);
    }
  }
}

/** An identifier for SQL; ids of records and fields are lower-case words and nothing else. */
export function quoted(identifier: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(identifier)) throw new Error(`not an identifier: ${JSON.stringify(identifier)}`);
  return `"${identifier}"`;
}
