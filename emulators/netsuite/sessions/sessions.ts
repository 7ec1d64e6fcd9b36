import { createHash, randomBytes } from 'node:crypto';
import type { Store } from '../store/open-store.ts';

export interface Session {
  /** Hash of the cookie's value: what is stored. */
  key: string;
  employee: number;
  role: string;
  csrf: string;
  started: number;
  used: number;
}

export interface Sessions {
  /** Starts a session and answers the value for the cookie. */
  start(employee: number, role: string): { token: string; session: Session };
  /** The live session of a cookie; using it keeps it alive. */
  find(token: string): Session | null;
  end(key: string): void;
  endAll(): void;
}

/** No session lives longer, however busy. */
const longestMs = 12 * 3_600_000;
/** Use is written down no more often than this: it only has to survive a restart. */
const writtenEveryMs = 60_000;

interface Tools {
  store: Store;
  /** Writes in a thread: the main thread never waits for a script's transaction. */
  write(statements: { sql: string; values: (string | number | null)[] }[]): void;
  idleMs: number;
  now(): number;
}

/** Sessions of the UI. They last over restarts; a change of role is a new session. */
export function createSessions({ store, write, idleMs, now }: Tools): Sessions {
  const sessions = new Map<string, Session>();
  const written = new Map<string, number>();
  for (const row of store.all('SELECT * FROM session')) {
    const session: Session = { key: String(row['key']), employee: Number(row['employee']), role: String(row['role']), csrf: String(row['csrf']), started: Number(row['started']), used: Number(row['used']) };
    sessions.set(session.key, session);
    written.set(session.key, session.used);
  }

  function end(key: string): void {
    if (!sessions.delete(key)) return;
    write([{ sql: 'DELETE FROM session WHERE key = ?', values: [key] }, { sql: 'DELETE FROM session_value WHERE session = ?', values: [key] }]);
  }

  return {
    start(employee, role) {
      const token = randomBytes(32).toString('base64url');
      const session: Session = { key: keyOf(token), employee, role, csrf: randomBytes(24).toString('base64url'), started: now(), used: now() };
      sessions.set(session.key, session);
      written.set(session.key, session.used);
      write([{ sql: 'INSERT INTO session (key, employee, role, csrf, started, used) VALUES (?, ?, ?, ?, ?, ?)', values: [session.key, employee, role, session.csrf, session.started, session.used] }]);
      return { token, session };
    },
    find(token) {
      const session = sessions.get(keyOf(token));
      if (!session) return null;
      if (now() - session.used > idleMs || now() - session.started > longestMs) {
        end(session.key);
        return null;
      }
      session.used = now();
      if (session.used - (written.get(session.key) ?? 0) > writtenEveryMs) {
        written.set(session.key, session.used);
        write([{ sql: 'UPDATE session SET used = ? WHERE key = ?', values: [session.used, session.key] }]);
      }
      return session;
    },
    end,
    endAll() {
      for (const key of [...sessions.keys()]) end(key);
    },
  };
}

function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
