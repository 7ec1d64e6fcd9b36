import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** One kind of record: all of them are in memory, every write goes through to the file at once. */
export interface Records<T> {
  get(id: string): T | undefined;
  all(): T[];
  put(id: string, value: T): void;
  remove(id: string): void;
}

/** The file that holds everything a restart must not lose. It may be copied while nobody has it open. */
export interface RecordFile {
  records<T>(kind: string): Records<T>;
  close(): void;
}

/** Opens or creates the file (`:memory:` for none). One table of (kind, id, JSON): nothing here is ever queried by content. */
export function openRecordFile(path: string): RecordFile {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path);
  if (path !== ':memory:') chmodSync(path, 0o600);
  // Waiting for the disk would hold up the sound of calls, which runs in this process too.
  database.exec('pragma synchronous = off');
  database.exec('create table if not exists record (kind text, id text, value text not null, primary key (kind, id)) without rowid');
  const select = database.prepare('select id, value from record where kind = ?');
  const upsert = database.prepare('insert into record values (?, ?, ?) on conflict (kind, id) do update set value = excluded.value');
  const erase = database.prepare('delete from record where kind = ? and id = ?');
  return {
    records<T>(kind: string): Records<T> {
      const held = new Map<string, T>(select.all(kind).map((row) => [String(row['id']), JSON.parse(String(row['value'])) as T]));
      return {
        get: (id) => held.get(id),
        all: () => [...held.values()],
        put(id, value) {
          held.set(id, value);
          upsert.run(kind, id, JSON.stringify(value));
        },
        remove(id) {
          held.delete(id);
          erase.run(kind, id);
        },
      };
    },
    close: () => database.close(),
  };
}
