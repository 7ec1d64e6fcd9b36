import type { Command, CommandResult } from '../../wire/line/commands.ts';
import type { PageKind, ToLine, ToWindow } from '../../wire/line/messages.ts';
import type { LineState } from '../../wire/line/state.ts';
import type { LineOffer } from '../../wire/line/whereabouts.ts';
import type { Boot } from '../../wire/session/boot.ts';
import type { LinePort, WindowEnvironment } from '../environment/window-environment.ts';
import type { LineClient, LineView } from './line-client.ts';
import { createKeptDialogs } from './kept-dialogs.ts';
import { createMediaHost } from './media-host.ts';
import { createRingHost } from './ring-host.ts';
import { createPendingCommands } from './pending-commands.ts';
import { createReachLine } from './reach-line.ts';

declare const __RCNS_PROTOCOL__: string;

/** A worker that fails to start is tried again after this pause: an old worker with other options may be on its way out. */
const startAgainMs = 1_000;
/** After so many failures in a row the line counts as unavailable. */
const mostStarts = 3;

export interface LineClientTools { boot: Boot; page: PageKind; environment: WindowEnvironment }

const isMicrophoneBlocked = ({ connection }: LineState): boolean => connection.state === 'connected-no-calls' && connection.cause === 'microphone-blocked';

const hasLiveAudio = (state: LineState, windowId: string): boolean => state.calls.some((call) => call.phase !== 'ended' && state.mediaWindows[call.callId] === windowId);

/**
 * A window's end of the line. Takes its own Web Lock first and says hello inside the lock's callback, so that the line
 * can tell its death; waits for the line's lock and looks for the next line when that one dies.
 */
export function createLineClient({ boot, page, environment }: LineClientTools): LineClient {
  const windowId = environment.newId();
  const lock = `rcns-window:${windowId}`;
  const listeners = new Set<(view: LineView) => void>();
  const pending = createPendingCommands({ newId: environment.newId, post: (message) => post(message) });
  const dialogs = createKeptDialogs(environment.session);
  let view: LineView = { reach: 'starting' };
  let port: LinePort | null = null;
  let stopWatching = (): void => undefined;
  let stopAwaitingMicrophone: (() => void) | null = null;
  let letLeave: (() => void) | null = null;
  let starts = 0;
  /** Of the line that is greeted. */
  let madeAt = boot.madeAt;
  /** A line's own count begins anew with it. */
  let firstState = true;
  /** The connection that is being made; an older one that comes late is closed. */
  let attempt = 0;
  let putAway = false;
  /** Nothing is asked of the line any more: whoever reads this page is not its user. */
  let replaced = false;
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
    ring.show(next.reach === 'here' ? next.state : null);
    tell();
  };
  const media = createMediaHost({
    load: () => environment.loadModule(boot.urls.media),
    onEvent: (event) => post({ kind: 'media-event', event }),
    onSoundBlocked: tell,
  });

  function command(asked: Command): Promise<CommandResult> {
    if (closed || view.reach === 'unavailable') return Promise.resolve({ done: false, refusal: 'failed', detail: 'the line is not here' });
    return pending.ask(asked);
  }

  const sound = environment.watchSound((now) => post({ kind: 'sound', sound: now }));
  const ring = createRingHost({ load: () => environment.loadModule(boot.urls.ringing), windowId, onRefused: () => sound.refused(), notificationsUrl: boot.urls.notifications, app: boot.urls.app, command: (asked) => void command(asked) });
  const reach = createReachLine(boot, environment, startFailed);
  const hello = (): void => post({ kind: 'hello', windowId, lock, page, visible: environment.visible(), sound: sound.now(), boot, protocol: __RCNS_PROTOCOL__, madeAt, dialogs: dialogs.kept(), carries: media.carries() });

  function drop(): void {
    stopWatching();
    port?.close();
    port = null;
    pending.lost('the line was restarted');
    if (view.reach === 'here') show({ reach: 'restarting', last: view.state });
  }

  function lineDied(): void {
    if (closed) return;
    drop();
    connect();
  }

  function moved(to: LineOffer): void {
    if (to.protocol !== __RCNS_PROTOCOL__) {
      // Stays where it is: its own line takes its turn when the other one is free.
      stopWatching();
      pending.fail('the line is of another version');
      show({ reach: 'unavailable', why: 'other-version' });
      return;
    }
    drop();
    connect(to);
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
        firstState = true;
        pending.welcome();
        stopWatching();
        stopWatching = environment.locks.whenGone(message.lock, lineDied);
        return;
      case 'state':
        if (firstState || view.reach !== 'here' || message.state.revision > view.state.revision) show({ reach: 'here', state: { ...message.state, newerDeployed: message.state.newerDeployed || message.state.version !== boot.version } });
        firstState = false;
        return;
      case 'replaced':
        drop();
        pending.fail('somebody else is here');
        replaced = true;
        reach.letGo();
        show({ reach: 'unavailable', why: 'replaced' });
        return;
      case 'moved':
        moved(message.to);
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

  function connect(to: LineOffer | null = null): void {
    if (closed || putAway || replaced) return;
    attempt += 1;
    const mine = attempt;
    madeAt = to?.madeAt ?? boot.madeAt;
    (to ? reach.at(to.at) : reach.own()).then((reached) => {
      if (closed || putAway || mine !== attempt) return reached.close();
      port = reached;
      port.onMessage((message) => receive(message as ToWindow));
      hello();
    }, startFailed);
  }

  environment.locks.hold(lock, () => {
    connect();
    return new Promise<void>((resolve) => (letGo = resolve));
  });
  environment.onVisibility(() => post({ kind: 'visible', visible: environment.visible() }));
  environment.onHide(() => {
    post({ kind: 'asleep' });
    // The page may live on in the back/forward cache: a line must not lie there. It is told twice, once more when it is frozen.
    if (!reach.letGo()) return;
    putAway = true;
    drop();
  });
  environment.onShow((restored) => {
    if (!restored) return;
    const reconnect = putAway;
    putAway = false;
    if (reconnect) connect();
    else hello();
  });

  return {
    windowId,
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      listener(view);
      return () => listeners.delete(listener);
    },
    command,
    soundBlocked: media.soundBlocked,
    hear: media.hear,
    close() {
      closed = true;
      stopWatching();
      letLeave?.();
      stopAwaitingMicrophone?.();
      media.close();
      sound.close();
      ring.close();
      pending.fail('this window closed its line');
      port?.close();
      reach.letGo();
      letGo();
    },
  };
}
