import { parentPort, workerData } from 'node:worker_threads';
import { moduleTable } from '../modules/table.ts';
import { createCatalog } from '../records/catalog.ts';
import { openStore } from '../store/open-store.ts';
import { registerFunctions } from '../suiteql/functions.ts';
import type { World } from './execution.ts';
import type { JobAnswer } from './job.ts';
import { perform } from './perform.ts';
import { failureOf } from './script-error.ts';
import { createThreadDoor } from './thread-door.ts';
import { runUserEvents } from './user-events.ts';
import type { FromThread, ThreadData, ToThread } from './thread-data.ts';

/** Entry of an execution thread: takes one job at a time and answers it. */
const data = workerData as ThreadData;
const port = parentPort;
if (!port) throw new Error('this file runs in a worker thread');

const post = (message: FromThread): void => port.postMessage(message);
const store = openStore(data.dataFile);
store.database.exec('PRAGMA case_sensitive_like=ON');
const world: World = {
  store, installation: data.installation, catalog: createCatalog(data.installation), door: createThreadDoor(data, post), now: () => new Date(),
  modules: moduleTable, fireUserEvents: runUserEvents,
};
registerFunctions(store.database, world);

port.on('message', ({ job, work }: ToThread) => {
  let answer: JobAnswer;
  try {
    answer = { ok: true, value: perform(world, work) };
  } catch (error) {
    answer = { ok: false, failure: failureOf(error) };
  }
  post({ kind: 'answer', job, answer });
});
post({ kind: 'ready' });
