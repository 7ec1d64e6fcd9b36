import type { Store } from './open-store.ts';

/** Tables of the platform itself. Tables of records are made by `make-tables` from the record types. */
const tables = `
CREATE TABLE IF NOT EXISTS sequence (name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS deployed_object (kind TEXT NOT NULL, key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS file (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, content BLOB NOT NULL, hash TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '', modified TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS file_attachment (
  file INTEGER NOT NULL, record_table TEXT NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (record_table, record, file)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS login (employee INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, salt TEXT NOT NULL, hash TEXT NOT NULL, roles TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS session (
  key TEXT PRIMARY KEY, employee INTEGER NOT NULL, role TEXT NOT NULL, csrf TEXT NOT NULL, started INTEGER NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS session_value (session TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (session, name)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cache_entry (scope TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (scope, key)) WITHOUT ROWID;
`;

export function makeSchema(store: Store): void {
  store.database.exec(tables);
}

/** Next number of a named sequence; numbers are never given twice, also not after a delete. */
export function nextNumber(store: Store, name: string, first: number): number {
  const row = store.get('INSERT INTO sequence (name, last) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last', name, first);
  return Number(row?.['last']);
}
