import type { LineEnvironment } from '../environment/line-environment.ts';

/**
 * An environment that can be cut off: timers, sockets, channels and requests end at once and none begin. So a line ends
 * where it stands without a word to anybody, like one whose worker was killed, also where nothing can be killed: in a window.
 */
export function createSeverableEnvironment(environment: LineEnvironment) {
  const cuts = new Set<() => void>();
  const requests = new AbortController();
  let severed = false;
  const never = (): void => undefined;

  const until = (undo: () => void): (() => void) => {
    const cut = (): void => {
      cuts.delete(cut);
      undo();
    };
    cuts.add(cut);
    return cut;
  };

  const severable: LineEnvironment = {
    ...environment,
    clock: {
      now: environment.clock.now,
      after(ms, act) {
        if (severed) return never;
        const cancel = until(environment.clock.after(ms, () => {
          cuts.delete(cancel);
          act();
        }));
        return cancel;
      },
    },
    fetch: (input, init) => environment.fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, requests.signal]) : requests.signal }),
    openSocket(url, protocol) {
      if (severed) throw new Error('This line has ended.');
      const socket = environment.openSocket(url, protocol);
      const forget = until(() => socket.close());
      socket.addEventListener('close', () => cuts.delete(forget));
      return socket;
    },
    openChannel(name, listener) {
      const channel = environment.openChannel(name, (message) => { if (!severed) listener(message); });
      return { post: (message) => { if (!severed) channel.post(message); }, close: until(channel.close) };
    },
    onOnline: (listener) => until(environment.onOnline(listener)),
    onOffline: (listener) => until(environment.onOffline(listener)),
  };

  return {
    environment: severable,
    sever(): void {
      severed = true;
      requests.abort();
      for (const cut of [...cuts]) cut();
    },
  };
}
