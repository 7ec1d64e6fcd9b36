import type { ToLine } from '../../wire/line/messages.ts';
import { lineEnvironment } from '../environment/line-environment.ts';
import { createHost } from '../hosting/host.ts';
import type { LineModule } from '../hosting/hosted-line.ts';
import { createLine } from './create-line.ts';
import { createIndexedDbStore } from './store/indexed-db.ts';

declare const __RCNS_VERSION__: string;
declare const __RCNS_PROTOCOL__: string;

const environment = lineEnvironment(globalThis);

export const protocol: LineModule['protocol'] = __RCNS_PROTOCOL__;

export const openLine: LineModule['openLine'] = (boot, events) => createLine({ environment, store: createIndexedDbStore(), version: __RCNS_VERSION__ }, boot, events);

/** What this room's types (a page's) do not know of a SharedWorker. */
interface WorkerScope { name: string; onconnect: (event: MessageEvent) => void }

function serveWindows(scope: WorkerScope): void {
  const host = createHost({
    environment,
    offer: { version: __RCNS_VERSION__, protocol, at: { in: 'worker', url: location.href, name: scope.name } },
    open: openLine,
    onFailed: () => undefined,
  });
  scope.onconnect = (event) => {
    const port = event.ports[0];
    if (!port) return;
    host.connect({
      post: (message) => port.postMessage(message),
      onMessage: (listener) => {
        port.onmessage = ({ data }: MessageEvent<ToLine>) => listener(data);
      },
      close: () => port.close(),
    });
  };
}

// In a window that was elected, the module is only asked for its line.
if ('onconnect' in globalThis) serveWindows(globalThis as unknown as WorkerScope);
