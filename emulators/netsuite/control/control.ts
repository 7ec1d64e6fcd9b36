import type { CabinetFile, Caller, ImportRow } from '../executions/job.ts';
import { systemUser } from '../executions/perform.ts';
import type { Pool } from '../executions/pool.ts';
import { EmulatorFailure } from '../failure.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { loginByEmail } from '../sessions/sign-in.ts';
import type { Store } from '../store/open-store.ts';
import type { KillOrder, Kills } from '../tasks/kills.ts';
import type { MapReduceRuns, TaskOrder, TaskStatus } from '../tasks/map-reduce-runs.ts';
import type { FaultOrder, Faults } from './faults.ts';
import type { HoldOrder, Holds } from './holds.ts';
import type { ExecutionEntry, Journal, LogEntry } from './journal.ts';

/** Whose place a script or an import takes: a user's e-mail, a role, both, or neither (the platform as administrator). */
export interface As { email?: string; role?: string }

/** What tests and demos may do with the account from outside; over HTTP under /emulator/control/. */
export interface Control {
  /** Stops executions before a call ('record.save', 'N/record.create', …); answers the hold's id. */
  hold(order: HoldOrder): string;
  /** Resolves when that many stand at the hold; rejects when the hold, or the emulator, ends before. */
  waitHeld(holdId: string, count?: number): Promise<void>;
  /** Lets all of them go on at the same moment. */
  release(holdId: string): void;
  /** Answers coming requests wrongly. */
  fault(order: FaultOrder): void;
  clearFaults(): void;
  endSessions(): void;
  /** Creates records through the record rules with user events on; stops at the first that is refused. */
  import(rows: ImportRow[], options?: { context?: string; as?: As }): Promise<{ id: number }[]>;
  /** Merges a duplicate into another record of its kind; no script hears of it. */
  merge(type: string, from: number, into: number): Promise<void>;
  /** Puts text files into the File Cabinet while the account runs, all at the same moment; scripts of theirs are run as they are then. */
  upload(files: CabinetFile[]): Promise<void>;
  /** Runs a map/reduce script and resolves when it has ended. */
  runTask(order: TaskOrder): Promise<TaskStatus>;
  /** Runs what is scheduled, of one script or of all, as if its time had come; resolves when nothing runs any more, what it started included. */
  runScheduled(scriptId?: string): Promise<TaskStatus[]>;
  /** Resolves when no map/reduce runs any more. */
  tasksEnded(): Promise<void>;
  /** Ends invocations of map or reduce before their time, until `clearFaults`. */
  kill(order: KillOrder): void;
  /** Runs a one-off AMD module whose `run()` answers plain data. */
  run(source: string, options?: { as?: As; executionContext?: string }): Promise<unknown>;
  executions(): ExecutionEntry[];
  logs(): LogEntry[];
  clearJournal(): void;
}

interface Tools { pool: Pool; store: Store; holds: Holds; faults: Faults; kills: Kills; journal: Journal; sessions: Sessions; tasks: MapReduceRuns }

export function createControl({ pool, store, holds, faults, kills, journal, sessions, tasks }: Tools): Control {
  function callerFor(as: As = {}): Caller {
    if (as.email === undefined) return { userId: systemUser, role: as.role ?? 'ADMINISTRATOR', session: null };
    const login = loginByEmail(store, as.email);
    if (!login) throw new EmulatorFailure('CONTROL_REFUSED', 'Nobody in this account has that e-mail address.');
    return { userId: login.employee, role: as.role ?? login.roles[0] ?? '', session: null };
  }

  return {
    hold: (order) => holds.hold(order),
    waitHeld: (holdId, count) => holds.waitHeld(holdId, count),
    release: (holdId) => holds.release(holdId),
    fault: (order) => faults.add(order),
    clearFaults() {
      faults.clear();
      kills.clear();
    },
    kill: (order) => kills.add(order),
    endSessions: () => sessions.endAll(),
    import: (rows, options = {}) => pool.run({ job: 'import', caller: callerFor(options.as), rows, context: options.context ?? 'CSVIMPORT' }),
    async merge(type, from, into) {
      await pool.run({ job: 'merge', caller: callerFor(), type, from, into });
    },
    async upload(files) {
      await pool.run({ job: 'upload', files });
    },
    runTask: (order) => tasks.finished(tasks.submit(order)),
    async runScheduled(scriptId) {
      const ids = tasks.submitScheduled(scriptId);
      await tasks.allFinished();
      return ids.map((id) => tasks.status(id));
    },
    tasksEnded: () => tasks.allFinished(),
    run: (source, options = {}) => pool.run({ job: 'snippet', caller: callerFor(options.as), source, context: options.executionContext ?? 'DEBUGGER' }),
    executions: () => journal.executions(),
    logs: () => journal.logs(),
    clearJournal: () => journal.clear(),
  };
}
