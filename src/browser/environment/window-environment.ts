import type { Sound } from '../../wire/line/messages.ts';
import { openBroadcastChannel, type OpenChannel } from './channel.ts';
import { systemClock, type Clock } from './clock.ts';
import { browserLocks, type Locks } from './locks.ts';
import { createModuleLoader } from './module-loader.ts';
import { createSoundLock, soundPage, type SoundLock } from './sound-lock.ts';
import { createTabSession, type TabSession } from './tab-session.ts';

/** One end of the message channel to the line. */
export interface LinePort {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  close(): void;
}

/** What a window needs of its browser. */
export interface WindowEnvironment {
  clock: Clock;
  locks: Locks;
  openChannel: OpenChannel;
  newId(): string;
  /** null: this browser has no SharedWorker. `failed` runs when the script cannot be loaded or options do not fit. */
  startWorker(url: string, name: string, failed: () => void): LinePort | null;
  hasSharedWorker(): boolean;
  visible(): boolean;
  onVisibility(changed: () => void): void;
  /** The page goes, into the back/forward cache perhaps, or is put to sleep where it is. `restored`: it comes back from there. */
  onHide(hidden: () => void): void;
  onShow(shown: (restored: boolean) => void): void;
  /** The browser asks before this page is left, until the undo is called. */
  askBeforeLeaving(): () => void;
  /** The microphone is allowed now, or will be; returns the undo. */
  onMicrophoneAllowed(listener: () => void): () => void;
  /** Whether this page may be heard, and when that changes. */
  watchSound(changed: (sound: Sound) => void): SoundLock;
  session: TabSession;
  loadModule(url: string): Promise<unknown>;
  /** Fetches modules that may be loaded soon, without running them. */
  preloadModules(urls: readonly string[]): void;
  /** Opens an empty pop-up; null when the browser blocks it. Call it inside a click. */
  openPopUp(name: string, features: string): { go(url: string): void; close(): void; looksClosed(): boolean } | null;
}

interface LongLivedOptions extends WorkerOptions { extendedLifetime: boolean }

const hasSharedWorker = (): boolean => typeof SharedWorker === 'function';

function startWorker(url: string, name: string, failed: () => void): LinePort | null {
  if (!hasSharedWorker()) return null;
  // Every page must pass the same options: a second set makes an error event instead of a connection.
  const options: LongLivedOptions = { name, type: 'module', extendedLifetime: true };
  const worker = new SharedWorker(url, options);
  worker.addEventListener('error', failed);
  return {
    post: (message) => worker.port.postMessage(message),
    onMessage(listener) {
      worker.port.onmessage = (event) => listener(event.data);
    },
    close: () => worker.port.close(),
  };
}

export const windowEnvironment = (page: Window & typeof globalThis): WindowEnvironment => ({
  clock: systemClock,
  locks: browserLocks(page.navigator.locks),
  openChannel: openBroadcastChannel,
  newId: () => page.crypto.randomUUID(),
  startWorker,
  hasSharedWorker,
  visible: () => page.document.visibilityState === 'visible',
  onVisibility: (changed) => page.document.addEventListener('visibilitychange', changed),
  onHide(hidden) {
    page.addEventListener('pagehide', hidden);
    page.document.addEventListener('freeze', hidden);
  },
  onShow(shown) {
    page.addEventListener('pageshow', (event) => shown(event.persisted));
    page.document.addEventListener('resume', () => shown(true));
  },
  askBeforeLeaving() {
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
      event.returnValue = true;
    };
    page.addEventListener('beforeunload', ask);
    return () => page.removeEventListener('beforeunload', ask);
  },
  onMicrophoneAllowed(listener) {
    const stop = new AbortController();
    page.navigator.permissions.query({ name: 'microphone' as PermissionName }).then(
      (permission) => {
        if (permission.state === 'granted' && !stop.signal.aborted) listener();
        permission.addEventListener('change', () => { if (permission.state !== 'denied') listener(); }, { signal: stop.signal });
      },
      // A browser that does not tell: the next call will.
      () => undefined,
    );
    return () => stop.abort();
  },
  watchSound: (changed) => createSoundLock(soundPage(page), changed),
  session: createTabSession(() => page.sessionStorage),
  loadModule: createModuleLoader((url) => import(url)),
  preloadModules(urls) {
    for (const url of urls) page.document.head.append(Object.assign(page.document.createElement('link'), { rel: 'modulepreload', href: url }));
  },
  openPopUp(name, features) {
    const popUp = page.open('', name, features);
    if (!popUp) return null;
    return { go: (url) => popUp.location.replace(url), close: () => popUp.close(), looksClosed: () => popUp.closed };
  },
});
