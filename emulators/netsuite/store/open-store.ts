import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { EmulatorFailure } from '../failure.ts';

export type Row = Record<string, unknown>;

/** One connection to the data file. Each thread has its own; SQLite's write-ahead log keeps them apart. */
export interface Store {
  readonly database: DatabaseSync;
  all(sql: string, ...values: SQLInputValue[]): Row[];
  get(sql: string, ...values: SQLInputValue[]): Row | undefined;
  /** Answers the number of rows changed and the last row id. */
  run(sql: string, ...values: SQLInputValue[]): { changes: number; id: number };
  /** Runs one unit of work: a write transaction, or a savepoint inside the one already open. What it throws undoes it. */
  atomic<T>(work: () => T): T;
  close(): void;
}

/** Milliseconds a writer waits for another thread's save before SQLite gives up. */
const busyMs = 20_000;
const statementsKept = 400;

/** Opens (or makes) the data file. Throws EmulatorFailure when it is not a database. */
export function openStore(file: string): Store {
  let database: DatabaseSync;
  try {
    database = new DatabaseSync(file);
    database.exec(`PRAGMA busy_timeout=${busyMs}; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;`);
  } catch (error) {
    throw new EmulatorFailure('DATA_FILE_UNUSABLE', `The data file cannot be used: ${(error as Error).message}.`);
  }
  const statements = new Map<string, StatementSync>();
  let depth = 0;

  function prepared(sql: string): StatementSync {
    let statement = statements.get(sql);
    if (!statement) {
      if (statements.size >= statementsKept) statements.clear();
      statement = database.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  }

  return {
    database,
    all: (sql, ...values) => prepared(sql).all(...values) as Row[],
    get: (sql, ...values) => prepared(sql).get(...values) as Row | undefined,
    run(sql, ...values) {
      const result = prepared(sql).run(...values);
      return { changes: Number(result.changes), id: Number(result.lastInsertRowid) };
    },
    atomic(work) {
      const level = depth;
      database.exec(level === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT level_${level}`);
      depth += 1;
      try {
        const result = work();
        database.exec(level === 0 ? 'COMMIT' : `RELEASE level_${level}`);
        return result;
      } catch (error) {
        database.exec(level === 0 ? 'ROLLBACK' : `ROLLBACK TO level_${level}; RELEASE level_${level}`);
        throw error;
      } finally {
        depth -= 1;
      }
    },
    close() {
      statements.clear();
      database.close();
    },
  };
}
