import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createControl } from './control/control.ts';
import type { Control } from './control/control.ts';
import { createFaults } from './control/faults.ts';
import { createHolds } from './control/holds.ts';
import { createJournal } from './control/journal.ts';
import { createAnswers } from './executions/answer-question.ts';
import type { World } from './executions/execution.ts';
import { createOutgoing } from './executions/outgoing.ts';
import { createPool } from './executions/pool.ts';
import type { Pool } from './executions/pool.ts';
import { EmulatorFailure } from './failure.ts';
import { createSiteServer } from './http/server.ts';
import type { Site } from './http/site.ts';
import { deploy } from './installation/deploy.ts';
import { NotEmulated } from './not-emulated.ts';
import { defaultBehaviour } from './options.ts';
import type { EmulatorOptions } from './options.ts';
import { readProject } from './project/read-project.ts';
import { createCatalog } from './records/catalog.ts';
import { createSessions } from './sessions/sessions.ts';
import { openStore } from './store/open-store.ts';
import { createKills } from './tasks/kills.ts';
import { createMapReduceRuns } from './tasks/map-reduce-runs.ts';
import type { MapReduceRuns } from './tasks/map-reduce-runs.ts';

export type { AccountSeed, Behaviour, EmulatorOptions } from './options.ts';
export type { Control } from './control/control.ts';
export { EmulatorFailure } from './failure.ts';

/** An account that runs. */
export interface Emulator {
  /** e.g. http://netsuite.localhost:8080 */
  url: string;
  port: number;
  control: Control;
  /** Ends it; all state is then in the one data file. */
  close(): Promise<void>;
}

/**
 * Deploys the project into the account of the data file (made when it is not there) and serves it.
 * Throws EmulatorFailure with one sentence when the project, the seed, the data file or the port cannot be used.
 */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { host = '127.0.0.1', publicHost = 'netsuite.localhost', account, hostMap = {}, log = () => undefined } = options;
  const behaviour = { ...defaultBehaviour, ...options.behaviour };
  const now = (): Date => new Date();
  const project = readProject(options.projectFolder);
  const store = openStore(options.dataFile);
  try {
    const installation = deploy(store, project, account, behaviour, now());
    const catalog = createCatalog(installation);
    const noScripts = (): never => { throw new NotEmulated('the main thread', 'running a script'); };
    const world: World = { store, installation, catalog, now, modules: {}, fireUserEvents: noScripts, door: { ask: noScripts, tell: noScripts, gate: noScripts, nextExecutionId: noScripts } };
    const shared = new SharedArrayBuffer(8);
    const holds = createHolds(shared);
    const faults = createFaults();
    const journal = createJournal();
    const outgoing = createOutgoing({ hostMap: { [publicHost]: '127.0.0.1', ...hostMap }, secrets: account.secrets ?? [] });
    const answer = createAnswers({ holds, outgoing, pool: (): Pool => pool, tasks: (): MapReduceRuns => tasks });
    const pool = createPool({ dataFile: options.dataFile, installation, shared, answer, report: (news) => journal.note(news) });
    const kills = createKills();
    const tasks = createMapReduceRuns({ installation, pool, kills, now });
    // One after the other: a session's end must not overtake its start.
    let writing: Promise<unknown> = Promise.resolve();
    const sessions = createSessions({
      store, idleMs: behaviour.sessionIdleMs, now: Date.now,
      write(statements) {
        writing = writing.then(() => pool.run({ job: 'write', statements })).catch(() => log('a change of sessions could not be written'));
      },
    });
    const control = createControl({ pool, store, holds, faults, kills, journal, sessions, tasks });
    let restletsRunning = 0;
    const site: Site = {
      world, pool, sessions, faults, control, people: account.users, hosts: new Set([publicHost, 'netsuite.localhost', 'localhost', '127.0.0.1']),
      admit() {
        if (restletsRunning >= behaviour.restletConcurrency) return null;
        restletsRunning += 1;
        return () => { restletsRunning -= 1; };
      },
    };
    const server = createSiteServer(site);
    const port = await listen(server, options.port, host);
    installation.host = `${publicHost}:${port}`;
    pool.warm(2);
    return {
      url: `http://${publicHost}:${port}`,
      port,
      control,
      async close() {
        server.close();
        server.closeAllConnections();
        holds.releaseAll();
        await writing;
        await pool.close();
        store.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
        store.close();
      },
    };
  } catch (error) {
    store.close();
    throw error;
  }
}

async function listen(server: ReturnType<typeof createSiteServer>, port: number, host: string): Promise<number> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new EmulatorFailure('PORT_IN_USE', `Port ${port} is already in use; stop the other program, or choose another port.`);
    throw error;
  }
  return (server.address() as AddressInfo).port;
}
