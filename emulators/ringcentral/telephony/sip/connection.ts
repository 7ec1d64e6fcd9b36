import type { WebSocket } from 'ws';
import { headerOf, readMessage, writeMessage } from './message.ts';
import type { Headers, SipMessage, SipRequest, SipResponse } from './message.ts';
import { withTag } from './address.ts';
import { reasonPhrase } from './reason-phrase.ts';

/** One client's WebSocket. It knows messages, not calls. */
export interface Connection {
  readonly open: boolean;
  send(message: SipMessage): void;
  /** Answers a request, copying Via, From, To, Call-Id and CSeq as the client spelt them. `tag` completes the To. */
  respond(request: SipRequest, status: number, answer?: { tag?: string; headers?: Headers; body?: string; reason?: string }): void;
  /** Cuts it without a farewell, as a failing network does. */
  cut(): void;
  /** Closes properly, or cuts after that many milliseconds; resolves when it is closed. */
  leave(withinMs: number): Promise<void>;
  /** Returns the verb that unsubscribes: a socket outlives its calls. */
  onClose(listener: () => void): () => void;
}

/** WebSocket close code of a server that goes down (RFC 6455, 7.4.1). */
const GOING_AWAY = 1001;

const COPIED = ['via', 'from', 'to', 'call-id', 'cseq'];

export function responseTo(request: SipRequest, status: number, answer: { tag?: string; headers?: Headers; body?: string; reason?: string } = {}): SipResponse {
  const copied: Headers = [];
  for (const name of COPIED) {
    const spelt = request.headers.findLast(([known]) => known.toLowerCase() === name);
    if (!spelt) continue;
    const [known, value] = spelt;
    copied.push([known, name === 'to' && answer.tag ? withTag(value, answer.tag) : value]);
  }
  return { kind: 'response', status, reason: answer.reason ?? reasonPhrase(status), headers: [...copied, ...(answer.headers ?? [])], body: answer.body ?? '' };
}

/**
 * @param tools.receive called with every well-formed message; anything else is dropped, as the real service does with keep-alives.
 * @param tools.loses whether the network swallows this one, in either direction.
 */
export function createConnection(socket: WebSocket, tools: {
  receive(message: SipMessage, connection: Connection): void;
  loses(message: SipMessage, way: 'in' | 'out', connection: Connection): boolean;
}): Connection {
  const closeListeners = new Set<() => void>();
  const send = (message: SipMessage): void => {
    if (tools.loses(message, 'out', connection)) return;
    if (socket.readyState === socket.OPEN) socket.send(writeMessage(message));
  };
  const connection: Connection = {
    get open() { return socket.readyState === socket.OPEN; },
    send,
    respond: (request, status, answer) => send(responseTo(request, status, answer)),
    cut: () => socket.terminate(),
    leave: (withinMs) => new Promise((resolve) => {
      const impatient = setTimeout(() => socket.terminate(), withinMs);
      const done = (): void => {
        clearTimeout(impatient);
        resolve();
      };
      if (socket.readyState === socket.CLOSED) { done(); return; }
      socket.once('close', done);
      socket.close(GOING_AWAY);
    }),
    onClose(listener) {
      closeListeners.add(listener);
      return () => { closeListeners.delete(listener); };
    },
  };
  socket.on('message', (data, isBinary) => {
    const message = isBinary ? null : readMessage(String(data));
    if (message && !tools.loses(message, 'in', connection)) tools.receive(message, connection);
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    for (const listener of closeListeners) listener();
    closeListeners.clear();
  });
  return connection;
}

export const callIdOf = (message: SipMessage): string => headerOf(message, 'Call-Id') ?? '';
