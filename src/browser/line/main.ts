import type { ToLine } from '../../wire/line/messages.ts';
import { lineEnvironment } from '../environment/line-environment.ts';
import { createLine } from './create-line.ts';
import { createIndexedDbStore } from './store/indexed-db.ts';

declare const __RCNS_VERSION__: string;

const environment = lineEnvironment(globalThis);
const lock = `rcns-line:${environment.newId()}`;
const line = createLine({ environment, store: createIndexedDbStore(), version: __RCNS_VERSION__ }, lock);

// The lock first: a window that waits for one nobody holds would take this worker for dead.
const held = new Promise<void>((resolve) => {
  void environment.locks.hold(lock, () => {
    resolve();
    return new Promise<never>(() => undefined);
  });
});

/** What this room's types (a page's) do not know of a SharedWorker. */
interface WorkerScope { onconnect: (event: MessageEvent) => void }

(globalThis as unknown as WorkerScope).onconnect = (event) => {
  const port = event.ports[0];
  if (!port) return;
  void held.then(() =>
    line.connect({
      post: (message) => port.postMessage(message),
      onMessage: (listener) => {
        port.onmessage = ({ data }: MessageEvent<ToLine>) => listener(data);
      },
      close: () => port.close(),
    }),
  );
};
