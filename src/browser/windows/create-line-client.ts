import type { Command } from '../../wire/line/commands.ts';
import type { PageKind, ToLine, ToWindow } from '../../wire/line/messages.ts';
import type { LineState } from '../../wire/line/state.ts';
import type { Boot } from '../../wire/session/boot.ts';
import type { LinePort, WindowEnvironment } from '../environment/window-environment.ts';
import type { LineClient, LineView } from './line-client.ts';
import { createKeptDialogs } from './kept-dialogs.ts';
import { createMediaHost } from './media-host.ts';
import { createPendingCommands } from './pending-commands.ts';

/** A worker that fails to start is tried again after this pause: an old worker with other options may be on its way out. */
const startAgainMs = 1_000;
/** After so many failures in a row the line counts as unavailable. */
const mostStarts = 3;

export interface LineClientTools { boot: Boot; page: PageKind; environment: WindowEnvironment }

const isMicrophoneBlocked = ({ connection }: LineState): boolean => connection.state === 'connected-no-calls' && connection.cause === 'microphone-blocked';

const hasLiveAudio = (state: LineState, windowId: string): boolean => state.calls.some((call) => call.phase !== 'ended' && state.mediaWindows[call.callId] === windowId);

/**
 * A window's end of the line. Takes its own Web Lock first and says hello inside the lock's callback, so that the line
 * can tell its death; waits for the worker's lock and starts a new worker when that one dies.
 */
export function createLineClient({ boot, page, environment }: LineClientTools): LineClient {
  const windowId = environment.newId();
  const lock = `rcns-window:${windowId}`;
  const listeners = new Set<(view: LineView) => void>();
  const pending = createPendingCommands();
  const dialogs = createKeptDialogs(environment.session);
  let view: LineView = { reach: 'starting' };
  let port: LinePort | null = null;
  let stopWatching = (): void => undefined;
  let stopAwaitingMicrophone: (() => void) | null = null;
  let letLeave: (() => void) | null = null;
  let starts = 0;
  let closed = false;
  let letGo = (): void => undefined;

  const tell = (): void => listeners.forEach((listener) => listener(view));
  const post = (message: ToLine): void => port?.post(message);
  const show = (next: LineView): void => {
    view = next;
    if (boot.askBeforeLeaving && next.reach === 'here' && hasLiveAudio(next.state, windowId)) letLeave ??= environment.askBeforeLeaving();
    else {
      letLeave?.();
      letLeave = null;
    }
    const refused = next.reach === 'here' && isMicrophoneBlocked(next.state);
    if (refused) stopAwaitingMicrophone ??= environment.onMicrophoneAllowed(() => post({ kind: 'media-event', event: { what: 'microphone-allowed' } }));
    else {
      stopAwaitingMicrophone?.();
      stopAwaitingMicrophone = null;
    }
    tell();
  };
  const media = createMediaHost({
    load: () => environment.loadModule(boot.urls.media),
    onEvent: (event) => post({ kind: 'media-event', event }),
    onSoundBlocked: tell,
  });

  const hello = (): void => post({ kind: 'hello', windowId, lock, page, visible: environment.visible(), boot, dialogs: dialogs.kept(), carries: media.carries() });

  function lineDied(): void {
    if (closed) return;
    stopWatching();
    port?.close();
    port = null;
    pending.fail('the line was restarted');
    if (view.reach === 'here') show({ reach: 'restarting', last: view.state });
    connect();
  }

  function startFailed(): void {
    if (closed || view.reach === 'here') return;
    port = null;
    starts += 1;
    if (starts < mostStarts) environment.clock.after(startAgainMs, connect);
    else {
      pending.fail('the line cannot be started');
      show({ reach: 'unavailable', why: 'script-not-loaded' });
    }
  }

  function receive(message: ToWindow): void {
    switch (message.kind) {
      case 'welcome':
        starts = 0;
        stopWatching();
        stopWatching = environment.locks.whenGone(message.lock, lineDied);
        return;
      case 'state':
        if (view.reach !== 'here' || message.state.revision > view.state.revision) show({ reach: 'here', state: message.state });
        return;
      case 'dialogs':
        dialogs.keep(message.dialogs);
        return;
      case 'command-result':
        pending.settle(message.id, message.result);
        return;
      case 'media-request':
        media.handle(message.request).then((reply) => post({ kind: 'media-reply', id: message.id, reply }), () => undefined);
        return;
    }
  }

  function connect(): void {
    if (closed) return;
    const name = `rcns:${boot.account}:${boot.user.id}:${boot.version}`;
    port = environment.startWorker(boot.urls.line, name, startFailed);
    if (!port) {
      show({ reach: 'unavailable', why: 'no-shared-worker' });
      return;
    }
    port.onMessage((message) => receive(message as ToWindow));
    hello();
  }

  environment.locks.hold(lock, () => {
    connect();
    return new Promise<void>((resolve) => (letGo = resolve));
  });
  environment.onVisibility(() => post({ kind: 'visible', visible: environment.visible() }));
  environment.onHide(() => post({ kind: 'asleep' }));
  environment.onShow((restored) => {
    if (restored) hello();
  });

  return {
    windowId,
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      listener(view);
      return () => listeners.delete(listener);
    },
    command(command: Command) {
      if (!port) return Promise.resolve({ done: false, refusal: 'failed', detail: 'the line is not here' });
      const id = environment.newId();
      const result = pending.wait(id);
      post({ kind: 'command', id, command });
      return result;
    },
    soundBlocked: media.soundBlocked,
    hear: media.hear,
    close() {
      closed = true;
      stopWatching();
      letLeave?.();
      stopAwaitingMicrophone?.();
      media.close();
      pending.fail('this window closed its line');
      port?.close();
      letGo();
    },
  };
}
