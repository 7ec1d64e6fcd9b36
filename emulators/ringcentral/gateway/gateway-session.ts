import { randomBytes, randomUUID } from 'node:crypto';
import type { Account } from '../account/account.ts';
import { errorBody, NotEmulated, PlatformError } from '../http/platform-error.ts';
import { frameHeaders, type ClientRequest, type Frame, type Wsc } from './frames.ts';
import { notificationFor, type Happening } from './notification.ts';
import { readSubscription, subscriptionBody, subscriptionNotFound, type Subscription } from './subscriptions.ts';

/** Notifications kept for a client that lost its socket. */
export const recoveryBufferSize = 100;

/** Who owns the session, from the OAuth session that paid for the ws token. */
export interface GatewayOwner { sessionId: string; extensionId: string; scopes: string[] }

/**
 * What outlives a socket: the subscription, the count of frames, and the last notifications.
 * It knows nothing of sockets, only `send`, which is null while none is open.
 */
export interface GatewaySession {
  id: string;
  owner: GatewayOwner;
  subscription(): Subscription | undefined;
  wsc(): Wsc;
  attach(send: (frame: Frame) => void): void;
  detach(): void;
  /** Answers a request of the client; other paths than subscriptions name themselves with 501. */
  request(request: ClientRequest): void;
  notify(happening: Happening): void;
  /** Sends again, at most the newest of the buffer, what was said after that sequence. */
  replayAfter(sequence: number): void;
}

export function createGatewaySession(tools: { owner: GatewayOwner; account: Account; now: () => number }): GatewaySession {
  const { owner, account, now } = tools;
  const id = randomBytes(24).toString('base64url');
  let subscription: Subscription | undefined;
  let sequence = 1;
  let buffer: { sequence: number; frame: Frame }[] = [];
  let send: ((frame: Frame) => void) | null = null;

  /** The token itself says where the client stands, since the client gives back nothing else. */
  const wsc = (): Wsc => ({ token: `${id}.${sequence}`, sequence });

  function answerRequest({ method, path, body }: ClientRequest): [status: number, body?: object] {
    const match = /^\/restapi\/v1\.0\/subscription(?:\/([^/]+))?$/.exec(path);
    const known = match && (match[1] === undefined || match[1] === subscription?.id);
    if (!match || !['GET', 'POST', 'PUT', 'DELETE'].includes(method) || (method === 'POST') !== (match[1] === undefined)) {
      throw new NotEmulated(`${method} over the socket for this path`);
    }
    if (method === 'POST') {
      subscription = readSubscription(body, owner, account, now());
      return [200, subscriptionBody(subscription, account, now())];
    }
    if (!known || !subscription) throw subscriptionNotFound();
    if (method === 'DELETE') {
      subscription = undefined;
      return [204];
    }
    if (method === 'PUT') subscription = readSubscription(body, owner, account, now(), subscription.id);
    return [200, subscriptionBody(subscription, account, now())];
  }

  return {
    id,
    owner,
    subscription: () => subscription,
    wsc,
    attach: (sender) => { send = sender; },
    detach: () => { send = null; },
    request(request) {
      const meta = { type: 'ClientRequest', messageId: request.messageId, headers: frameHeaders() };
      try {
        const [status, body] = answerRequest(request);
        sequence += 1;
        const answered = { ...meta, status, wsc: wsc() };
        send?.(body ? [answered, body] : [answered]);
      } catch (error) {
        if (!(error instanceof PlatformError)) throw error;
        send?.([{ ...meta, status: error.status }, errorBody(error)]);
      }
    },
    notify(happening) {
      if (!subscription) return;
      for (const filter of subscription.filters) {
        const notification = notificationFor(filter, happening);
        if (!notification) continue;
        sequence += 1;
        const frame: Frame = [
          { type: 'ServerNotification', messageId: randomUUID(), status: 200, wsc: wsc(), headers: frameHeaders() },
          { uuid: randomUUID(), event: notification.event, timestamp: new Date(now()).toISOString(), subscriptionId: subscription.id, ownerId: owner.extensionId, body: notification.body },
        ];
        buffer = [...buffer.slice(1 - recoveryBufferSize), { sequence, frame }];
        send?.(frame);
        return;
      }
    },
    replayAfter(seen) {
      for (const { sequence: said, frame } of buffer) if (said > seen) send?.(frame);
    },
  };
}
