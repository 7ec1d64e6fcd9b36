import { openBroadcastChannel, type OpenChannel } from './channel.ts';
import { systemClock, type Clock } from './clock.ts';
import { browserLocks, type Locks } from './locks.ts';
import { createModuleLoader } from './module-loader.ts';

/** The slice of WebSocket in use; the browser's own fits. */
export interface Socket {
  readonly readyState: number;
  send(text: string): void;
  close(code?: number): void;
  addEventListener(type: 'open' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { code: number }) => void): void;
}

/** What the line needs of the browser it runs in. */
export interface LineEnvironment {
  clock: Clock;
  locks: Locks;
  crypto: Crypto;
  fetch: typeof fetch;
  openSocket(url: string, protocol?: string): Socket;
  openChannel: OpenChannel;
  /** The computer found its network again. */
  onOnline(listener: () => void): () => void;
  onOffline(listener: () => void): () => void;
  /** As far as the browser knows: true may be wrong, false is not. */
  isOnline(): boolean;
  /** By an address of our own. */
  loadModule(url: string): Promise<unknown>;
  newId(): string;
  /** 0 … 1, to spread retries. */
  random(): number;
}

export const lineEnvironment = (scope: typeof globalThis): LineEnvironment => ({
  clock: systemClock,
  locks: browserLocks(scope.navigator.locks),
  crypto: scope.crypto,
  fetch: (input, init) => scope.fetch(input, init),
  openSocket: (url, protocol) => new WebSocket(url, protocol ?? []),
  openChannel: openBroadcastChannel,
  onOnline(listener) {
    scope.addEventListener('online', listener);
    return () => scope.removeEventListener('online', listener);
  },
  onOffline(listener) {
    scope.addEventListener('offline', listener);
    return () => scope.removeEventListener('offline', listener);
  },
  isOnline: () => scope.navigator.onLine,
  loadModule: createModuleLoader((url) => import(url)),
  newId: () => scope.crypto.randomUUID(),
  random: () => Math.random(),
});
