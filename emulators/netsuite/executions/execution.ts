import type { Deployment, Installation, Principal, Script } from '../installation/installation.ts';
import type { Catalog } from '../records/catalog.ts';
import type { Store } from '../store/open-store.ts';
import type { Door } from './door.ts';
import type { Usage } from './governance.ts';
import type { Realm } from './realm.ts';
import type { FormState } from '../modules/server-widget/form-state.ts';
import type { RecordState } from '../records/record-state.ts';

/** What a thread has for all its executions. */
export interface World {
  store: Store;
  installation: Installation;
  catalog: Catalog;
  door: Door;
  now(): Date;
  /** N/* modules by id. */
  modules: Record<string, (execution: Execution) => object>;
  /** Runs the user events of a record; see user-events.ts. */
  fireUserEvents(actor: Actor, stage: UserEventStage, event: string, subject: UserEventSubject): void;
}

/** On whose behalf something happens: a person in the UI, or a script that runs. */
export interface Actor {
  world: World;
  principal: Principal;
  /** Value of runtime.executionContext. */
  context: string;
  /** The running script; null while the platform itself acts. */
  execution: Execution | null;
  /** Key of the browser session, for N/runtime's session values; null for background work. */
  session: string | null;
}

/** One run of one entry point of a script. */
export interface Execution extends Actor {
  id: number;
  script: Script;
  deployment: Deployment;
  entryPoint: string;
  usage: Usage;
  realm: Realm;
  /** API calls are refused while modules are being defined, and when a promise left behind goes on after the end. */
  phase: 'define' | 'entry' | 'ended';
  /** User events of saves made inside a user event do not run. */
  insideUserEvent: boolean;
  /** Values given to a task, over those of the deployment. */
  parameters: Record<string, string>;
  logLevel: string;
}

export type UserEventStage = 'beforeLoad' | 'beforeSubmit' | 'afterSubmit';

/** What a user event is about. */
export interface UserEventSubject {
  record: RecordState;
  old?: RecordState | null;
  form?: FormState;
  /** The page's request, as an object for that execution. */
  request?: (execution: Execution) => unknown;
}
