import { randomUUID } from 'node:crypto';

/** Where a client stands: give it back as `wsc` when reconnecting, and everything after it is replayed. */
export interface Wsc { token: string; sequence: number }

/** A server frame, as the client reads it: `[meta, body]`. */
export type Frame = [meta: Record<string, unknown>, body?: unknown];

/** A request that came over the socket instead of HTTP. */
export interface ClientRequest { messageId: string; method: string; path: string; body: unknown }

/** What a client may send (ringcentral.md 3.2, 3.4). */
export type ClientFrame = { is: 'heartbeat'; messageId: string } | { is: 'request'; request: ClientRequest } | { is: 'unreadable' };

export function readClientFrame(text: string): ClientFrame {
  let frame: unknown;
  try {
    frame = JSON.parse(text);
  } catch {
    return { is: 'unreadable' };
  }
  if (!Array.isArray(frame)) return { is: 'unreadable' };
  const [meta, body] = frame as [unknown, unknown];
  if (typeof meta !== 'object' || meta === null) return { is: 'unreadable' };
  const { type, messageId, method, path } = meta as Record<string, unknown>;
  if (typeof messageId !== 'string') return { is: 'unreadable' };
  if (type === 'Heartbeat') return { is: 'heartbeat', messageId };
  if (type !== 'ClientRequest' || typeof method !== 'string' || typeof path !== 'string') return { is: 'unreadable' };
  return { is: 'request', request: { messageId, method: method.toUpperCase(), path: path.split('?')[0] ?? '', body } };
}

/** Headers that every answer carries. */
export const frameHeaders = (): { RCRequestId: string } => ({ RCRequestId: randomUUID() });

/** First frame of a refused connection, and the last before the server closes one for idleness or age. */
export function errorFrame(errorCode: string, message: string): Frame {
  return [{ type: 'Error', messageId: randomUUID(), headers: frameHeaders() }, { errorCode, message }];
}
