import type { Caller } from '../executions/job.ts';
import type { Pool } from '../executions/pool.ts';
import type { World } from '../executions/execution.ts';
import type { Control } from '../control/control.ts';
import type { Faults } from '../control/faults.ts';
import type { UserSeed } from '../options.ts';
import type { Session, Sessions } from '../sessions/sessions.ts';
import type { Exchange } from './exchange.ts';

/** What the handlers share. The store of `world` is for reading: writes go through the pool. */
export interface Site {
  world: World;
  pool: Pool;
  sessions: Sessions;
  faults: Faults;
  control: Control;
  /** People the sign-in page offers. */
  people: UserSeed[];
  /** Host names under which the account answers. */
  hosts: Set<string>;
  /** Admits a RESTlet and answers what to call when it is done; null when too many run. */
  admit(): (() => void) | null;
}

/** One step of the list in `server.ts`: answers the request and says so, or leaves it to the next. */
export type Handler = (site: Site, exchange: Exchange) => Promise<boolean> | boolean;

export function callerOf(session: Session): Caller {
  return { userId: session.employee, role: session.role, session: session.key };
}
