import type { LineEnvironment, Socket } from '../../../src/browser/environment/line-environment.ts';
import type { OpenChannel } from '../../../src/browser/environment/channel.ts';
import type { Locks } from '../../../src/browser/environment/locks.ts';
import type { Store } from '../../../src/browser/line/store/store.ts';
import { createLastingSealed, type LastingSealed } from '../../../src/browser/line/store/lasting-sealed.ts';
import { createSealed, type Sealed } from '../../../src/browser/line/store/sealed.ts';
import { createHandClock } from './hand-clock.ts';

export function createMemoryStore(): Store & { values: Map<string, unknown> } {
  const values = new Map<string, unknown>();
  return {
    values,
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, value),
    delete: async (key) => void values.delete(key),
    keys: async (prefix) => [...values.keys()].filter((key) => key.startsWith(prefix)),
  };
}

/** Values as if sealed, without WebCrypto: that answers from another thread, at its own time. */
export function createPlainSealed(store: Store): Sealed {
  return {
    read: async (name) => (await store.get(name)) ?? null,
    write: (name, value) => store.set(name, structuredClone(value)),
    delete: store.delete,
    names: store.keys,
  };
}

/** The same, of a line whose browser may refuse them. */
export const createPlainLasting = (store: Store, clock = createHandClock()): LastingSealed =>
  createLastingSealed({ sealed: createPlainSealed(store), clock, retryMs: 60_000, onChange: () => undefined, onReadable: () => undefined });

/** BroadcastChannels of one browser: everybody hears it but the one who said it, later. */
export function createFakeChannels() {
  const channels = new Map<string, Set<(message: unknown) => void>>();
  const open: OpenChannel = (name, listener) => {
    const all = channels.get(name) ?? new Set();
    // The same listener may be given twice.
    const mine = (message: unknown): void => listener(message);
    channels.set(name, all.add(mine));
    return { post: (message) => { for (const each of all) if (each !== mine) queueMicrotask(() => { if (all.has(each)) each(structuredClone(message)); }); }, close: () => void all.delete(mine) };
  };
  return { open };
}

/** Web Locks of one browser: `die` is the death of whoever holds or is waited for. */
export function createFakeLocks() {
  const watchers = new Map<string, Set<() => void>>();
  const queues = new Map<string, Promise<unknown>>();
  const seats = new Map<string, { held: () => void; robbed: () => void }[]>();
  const locks: Locks = {
    claim(name, steal, held, robbed) {
      const queue = seats.get(name) ?? [];
      seats.set(name, queue);
      const mine = { held, robbed };
      const take = (): void => void queueMicrotask(() => { if (queue[0] === mine) held(); });
      if (steal) {
        const [holder] = queue.splice(0, 1, mine);
        take();
        holder?.robbed();
      } else if (queue.push(mine) === 1) take();
      return () => {
        const at = queue.indexOf(mine);
        if (at === -1) return;
        queue.splice(at, 1);
        const next = at === 0 ? queue[0] : undefined;
        if (next) queueMicrotask(() => { if (queue[0] === next) next.held(); });
      };
    },
    hold(name, whileHeld) {
      const turn = (queues.get(name) ?? Promise.resolve()).then(whileHeld);
      queues.set(name, turn.catch(() => undefined));
      return turn;
    },
    whenGone(name, gone) {
      const all = watchers.get(name) ?? new Set();
      watchers.set(name, all.add(gone));
      return () => all.delete(gone);
    },
  };
  return { ...locks, die: (name: string) => [...(watchers.get(name) ?? [])].forEach((gone) => gone()), watched: (name: string) => watchers.get(name)?.size ?? 0 };
}

/** The far end of a socket in a test's hands. */
export class FakeSocket implements Socket {
  readyState = 0;
  readonly sent: string[] = [];
  readonly url: string;
  readonly protocol: string | undefined;
  onSend: (text: string) => void = () => undefined;
  #listeners: Record<string, ((event: never) => void)[]> = {};

  constructor(url: string, protocol?: string) {
    this.url = url;
    this.protocol = protocol;
  }

  addEventListener(type: string, listener: (event: never) => void): void {
    (this.#listeners[type] ??= []).push(listener);
  }

  send(text: string): void {
    this.sent.push(text);
    this.onSend(text);
  }

  close(): void {
    this.cut(1000);
  }

  #tell(type: string, event: unknown): void {
    for (const listener of this.#listeners[type] ?? []) listener(event as never);
  }

  open(): void {
    this.readyState = 1;
    this.#tell('open', {});
  }

  receive(data: unknown): void {
    this.#tell('message', { data });
  }

  cut(code = 1006): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.#tell('close', { code });
  }
}

export function createFakeEnvironment() {
  const clock = createHandClock();
  const locks = createFakeLocks();
  const sockets: FakeSocket[] = [];
  const channels = new Map<string, Set<(message: unknown) => void>>();
  const online = new Set<() => void>();
  const offline = new Set<() => void>();
  let ids = 0;
  const environment: LineEnvironment = {
    clock,
    locks,
    crypto: globalThis.crypto,
    fetch: () => Promise.reject(new TypeError('no network in this test')),
    openSocket(url, protocol) {
      const socket = new FakeSocket(url, protocol);
      sockets.push(socket);
      return socket;
    },
    openChannel(name, listener) {
      const all = channels.get(name) ?? new Set();
      channels.set(name, all.add(listener));
      return { post: (message) => all.forEach((each) => each !== listener && each(message)), close: () => all.delete(listener) };
    },
    onOnline(listener) {
      online.add(listener);
      return () => online.delete(listener);
    },
    onOffline(listener) {
      offline.add(listener);
      return () => offline.delete(listener);
    },
    isOnline: () => true,
    loadModule: () => Promise.reject(new TypeError('no module in this test')),
    newId: () => `id-${(ids += 1)}`,
    random: () => 0.5,
  };
  const store = createMemoryStore();
  return { environment, clock, locks, sockets, store, sealed: createSealed(store, globalThis.crypto, locks.hold), goOnline: () => online.forEach((listener) => listener()), goOffline: () => offline.forEach((listener) => listener()) };
}
