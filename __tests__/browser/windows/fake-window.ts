import { usualPreferences } from '../../../src/wire/line/preferences.ts';
import type { Sound, ToLine, ToWindow } from '../../../src/wire/line/messages.ts';
import type { LineState } from '../../../src/wire/line/state.ts';
import { nothingUnsent } from '../nothing-unsent.ts';
import type { WindowEnvironment } from '../../../src/browser/environment/window-environment.ts';
import { createFakeChannels, createFakeLocks } from '../line/fakes.ts';
import { createHandClock } from '../line/hand-clock.ts';

/** A browser window and the workers it starts, in a test's hands. */
export function createFakeWindow() {
  const clock = createHandClock();
  const locks = createFakeLocks();
  const workers: { url: string; name: string; heard: ToLine[]; say(message: ToWindow): void; fail(): void }[] = [];
  const events: Record<string, ((argument?: unknown) => void)[]> = {};
  const on = (name: string) => (listener: (argument?: never) => void): void => void (events[name] ??= []).push(listener as never);
  const modules: string[] = [];
  const preloaded: string[] = [];
  const session = new Map<string, unknown>();
  const channels = createFakeChannels();
  const others = new Map<string, unknown>();
  let ids = 0;
  let visible = true;
  let sound: Sound = 'unknown';
  let soundChanged: (sound: Sound) => void = () => undefined;
  let sharedWorker = true;
  let media: unknown = {};
  let microphone: (() => void) | null = null;
  let asking = 0;
  const popUp = { opened: 0, blocked: false, closed: false, url: '', address: (): string => popUp.url };

  const hear = (next: Sound): void => {
    sound = next;
    soundChanged(next);
  };

  const environment: WindowEnvironment = {
    clock,
    locks,
    openChannel: (name, listener) => channels.open(name, listener),
    newId: () => `window-${(ids += 1)}`,
    startWorker(url, name, failed) {
      if (!sharedWorker) return null;
      let listener: (message: unknown) => void = () => undefined;
      const heard: ToLine[] = [];
      workers.push({ url, name, heard, say: (message) => listener(message), fail: failed });
      return { post: (message) => void heard.push(message as ToLine), onMessage: (next) => (listener = next), close: () => undefined };
    },
    hasSharedWorker: () => sharedWorker,
    visible: () => visible,
    onVisibility: on('visibility'),
    onHide: on('hide'),
    onShow: on('show') as unknown as WindowEnvironment['onShow'],
    askBeforeLeaving: () => { asking += 1; return () => void (asking -= 1); },
    onMicrophoneAllowed: (listener) => { microphone = listener; return () => (microphone = null); },
    watchSound(changed) {
      soundChanged = changed;
      return { now: () => sound, refused: () => hear('locked'), close: () => undefined };
    },
    session: {
      read: (key) => session.get(key) ?? null,
      write: (key, value) => void session.set(key, value),
    },
    loadModule: async (url) => { modules.push(url); return others.get(url) ?? media; },
    preloadModules: (urls) => void preloaded.push(...urls),
    openPopUp() {
      if (popUp.blocked) return null;
      popUp.opened += 1;
      return { go: (url) => (popUp.url = url), close: () => (popUp.closed = true), looksClosed: () => popUp.closed };
    },
  };
  return {
    environment, clock, locks, workers, modules, preloaded, popUp,
    worker: () => workers.at(-1) as (typeof workers)[number],
    tell: (name: string, argument?: unknown) => (events[name] ?? []).forEach((listener) => listener(argument)),
    hide: () => (visible = false),
    hear,
    allowMicrophone: () => microphone?.(),
    asksBeforeLeaving: () => asking > 0,
    session,
    withoutSharedWorker: () => (sharedWorker = false),
    media: (next: unknown) => (media = next),
    module: (url: string, module: unknown) => others.set(url, module),
  };
}

export const state = (revision: number, more: Partial<LineState> = {}): LineState => ({
  version: 'abc123', newerDeployed: false, revision, connection: { state: 'connected' }, abilities: [], health: { parts: [], events: [] }, me: null, calls: [], controls: {}, parked: [], elsewhere: [], mediaWindows: {}, movingAudio: [], restoringAudio: [], quality: {}, queuedDial: null,
  lastDialled: null, callerIds: [], preferences: usualPreferences, presence: null, colleagues: [], ringsIn: null, notifiesIn: null, soundLocked: false, texts: null,
  unsent: nothingUnsent, logged: {}, leftOut: [], dispositions: [], hasCallCard: false, testServer: false, ...more,
});
