import type { ToLine, ToWindow } from '../../wire/line/messages.ts';
import type { OpenChannel } from '../environment/channel.ts';
import type { LinePort } from '../environment/window-environment.ts';
import type { IncomingPort } from './hosted-line.ts';

/** Windows knock here at a line that runs in another window; channels carry no ports, so each knock names a channel of its own. */
const doorName = (lineId: string): string => `rcns-door:${lineId}`;
interface Knock { pair: string }
/** First word of the line's end: what was said before it listened is lost. */
const open = { kind: 'open' };

/** A window's end of a channel to the line that runs in another window. What is posted before that end listens is kept. */
export function knock(openChannel: OpenChannel, newId: () => string, lineId: string): LinePort {
  const pair = `rcns-pair:${newId()}`;
  let listener: (message: unknown) => void = () => undefined;
  let kept: unknown[] | null = [];
  const channel = openChannel(pair, (message) => {
    if ((message as { kind: string }).kind !== open.kind) return listener(message);
    for (const each of kept ?? []) channel.post(each);
    kept = null;
  });
  const door = openChannel(doorName(lineId), () => undefined);
  door.post({ pair } satisfies Knock);
  door.close();
  return {
    post: (message) => (kept ? void kept.push(message) : channel.post(message)),
    onMessage: (next) => (listener = next),
    close: channel.close,
  };
}

/** The line's door: `come` gets its end of every channel that is asked for. Returns what closes it. */
export function openDoor(openChannel: OpenChannel, lineId: string, come: (port: IncomingPort) => void): () => void {
  const channels = new Set<() => void>();
  const door = openChannel(doorName(lineId), (message) => {
    let listener: (heard: ToLine) => void = () => undefined;
    const channel = openChannel((message as Knock).pair, (heard) => listener(heard as ToLine));
    channels.add(channel.close);
    come({
      post: (said: ToWindow) => channel.post(said),
      onMessage: (next) => (listener = next),
      close() {
        channels.delete(channel.close);
        channel.close();
      },
    });
    channel.post(open);
  });
  return () => {
    door.close();
    for (const close of channels) close();
  };
}

/** Both ends of a channel inside one window: everything is copied and comes later, as between two. */
export function createPipe(): { outer: LinePort; inner: IncomingPort } {
  let toLine: (message: ToLine) => void = () => undefined;
  let toWindow: (message: unknown) => void = () => undefined;
  let closed = false;
  const later = (deliver: () => void): void => queueMicrotask(() => { if (!closed) deliver(); });
  const close = (): void => void (closed = true);
  const copy = <T>(message: T): T => structuredClone(message);
  return {
    outer: { post(message) { const sent = copy(message as ToLine); later(() => toLine(sent)); }, onMessage: (next) => (toWindow = next), close },
    inner: { post(message) { const sent = copy(message); later(() => toWindow(sent)); }, onMessage: (next) => (toLine = next), close },
  };
}
