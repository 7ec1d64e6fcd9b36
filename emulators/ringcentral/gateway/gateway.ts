import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Account } from '../account/account.ts';
import type { Sessions } from '../oauth/sessions.ts';
import { errorFrame, frameHeaders, readClientFrame, type Frame } from './frames.ts';
import { createGatewaySession, recoveryBufferSize, type GatewaySession } from './gateway-session.ts';
import type { Happening } from './notification.ts';
import type { Subscription } from './subscriptions.ts';
import { keepWatch, type GatewayTimings } from './watch-connection.ts';
import type { WsTokens } from './ws-tokens.ts';

/** Close codes. 4400 is RingCentral's; 4401 is ours for a token that was refused or taken back (the real one is not known). */
const noToken = 4400;
const tokenRefused = 4401;

export interface Gateway {
  /** Takes an HTTP upgrade to /ws. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  notify(happening: Happening): void;
  subscriptionsOf(sessionId: string): Subscription[];
  /** How many sockets an extension has open. */
  openSockets(extensionId: string): number;
  /** Cuts the sockets of one extension, or all, and refuses new ones until restored. */
  drop(extensionId: string | undefined): void;
  restore(extensionId: string | undefined): void;
  isDown(extensionId: string): boolean;
  close(): void;
}

type Connection = { socket: WebSocket; session: GatewaySession };

/** The WebSocket gateway (ringcentral.md section 3). `now` in epoch milliseconds. */
export function createGateway(tools: { account: Account; sessions: Sessions; wsTokens: WsTokens; timings: GatewayTimings; now: () => number }): Gateway {
  const { account, sessions, wsTokens, timings, now } = tools;
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  const connections = new Set<Connection>();
  const lost = new Map<string, { session: GatewaySession; lostAt: number }>();
  const down = new Set<string>();
  let allDown = false;

  const isDown = (extensionId: string): boolean => allDown || down.has(extensionId);
  const stopWatchingSessions = sessions.onEnded((sessionId) => {
    for (const { socket, session } of connections) if (session.owner.sessionId === sessionId) socket.close(tokenRefused, 'Session is over');
    for (const [id, { session }] of lost) if (session.owner.sessionId === sessionId) lost.delete(id);
  });

  /** The session that this `wsc` names, if it may be taken up again: same owner, in time, with a subscription. */
  function recover(wsc: string, sessionId: string): { session: GatewaySession; seen: number } | undefined {
    const [id = '', seen = ''] = wsc.split('.');
    const open = [...connections].find(({ session }) => session.id === id);
    const candidate = open?.session ?? lost.get(id)?.session;
    const inTime = open !== undefined || now() - (lost.get(id)?.lostAt ?? 0) <= timings.recoverySeconds * 1000;
    if (!candidate || !inTime || candidate.owner.sessionId !== sessionId || !candidate.subscription() || !/^\d+$/.test(seen)) return undefined;
    if (open) {
      connections.delete(open);
      open.socket.terminate();
    }
    lost.delete(id);
    return { session: candidate, seen: Number(seen) };
  }

  function forgetOld(): void {
    for (const [id, { lostAt }] of lost) if (now() - lostAt > timings.recoverySeconds * 1000) lost.delete(id);
  }

  function connect(socket: WebSocket, query: URLSearchParams): void {
    const refuse = (code: number, frame?: Frame): void => {
      if (frame) socket.send(JSON.stringify(frame));
      socket.close(code);
    };
    const token = query.get('access_token');
    if (!token) return refuse(noToken);
    const check = wsTokens.use(token);
    const oauth = check.is === 'good' ? sessions.byId(check.sessionId) : undefined;
    if (!oauth) return refuse(tokenRefused, errorFrame('WSG-401', 'Access token is not valid'));
    if (isDown(oauth.extensionId)) return socket.terminate();

    forgetOld();
    const wsc = query.get('wsc');
    const recovered = wsc ? recover(wsc, oauth.id) : undefined;
    const session = recovered?.session ?? createGatewaySession({ owner: { sessionId: oauth.id, extensionId: oauth.extensionId, scopes: oauth.scopes }, account, now });
    const connection = { socket, session };
    connections.add(connection);
    const send = (frame: Frame): void => socket.send(JSON.stringify(frame));
    session.attach(send);
    send([{ type: 'ConnectionDetails', messageId: randomUUID(), status: 200, wsc: session.wsc(), headers: frameHeaders() }, {
      creationTime: new Date(now()).toISOString(), maxConnectionsPerSession: 50, recoveryBufferSize, recoveryTimeout: timings.recoverySeconds,
      idleTimeout: timings.idleSeconds, absoluteTimeout: timings.absoluteSeconds, maxActiveRequests: 10,
      ...(wsc ? (recovered ? { recoveryState: 'Successful' } : { recoveryState: 'Failed', recoveryErrorCode: 'WSG-404' }) : {}),
    }]);
    if (recovered) session.replayAfter(recovered.seen);

    const watch = keepWatch(socket, timings);
    socket.on('message', (data, isBinary) => {
      watch.heard();
      const frame = isBinary ? { is: 'unreadable' as const } : readClientFrame(String(data));
      if (frame.is === 'heartbeat') send([{ type: 'Heartbeat', messageId: frame.messageId }]);
      else if (frame.is === 'request') session.request(frame.request);
      else send(errorFrame('WSG-400', 'Frame is not readable'));
    });
    socket.on('close', () => {
      watch.close();
      if (!connections.delete(connection)) return;
      session.detach();
      lost.set(session.id, { session, lostAt: now() });
    });
  }

  return {
    upgrade(request, socket, head) {
      if (allDown) {
        socket.destroy();
        return;
      }
      server.handleUpgrade(request, socket, head, (opened) => {
        opened.on('error', () => opened.terminate());
        connect(opened, new URL(request.url ?? '/', 'http://localhost').searchParams);
      });
    },
    notify(happening) {
      for (const { session } of connections) session.notify(happening);
      for (const { session } of lost.values()) session.notify(happening);
    },
    subscriptionsOf: (sessionId) => [...connections].flatMap(({ session }) => (session.owner.sessionId === sessionId ? [session.subscription()] : [])).filter((one) => one !== undefined),
    openSockets: (extensionId) => [...connections].filter(({ session }) => session.owner.extensionId === extensionId).length,
    drop(extensionId) {
      if (extensionId === undefined) allDown = true;
      else down.add(extensionId);
      for (const { socket, session } of connections) if (isDown(session.owner.extensionId)) socket.terminate();
    },
    restore(extensionId) {
      if (extensionId === undefined) {
        allDown = false;
        down.clear();
      } else down.delete(extensionId);
    },
    isDown,
    close() {
      stopWatchingSessions();
      for (const { socket } of connections) socket.terminate();
      server.close();
    },
  };
}
