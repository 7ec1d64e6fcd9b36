import { createHash, randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import { authorizeAsDana, type Parameters } from './browser-person.ts';
import { publicClient, redirectUri } from './northwind.ts';

/** Whatever JSON holds: tests look into answers freely, and a wrong guess fails their assertion. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Tokens { access_token: string; refresh_token: string; expires_in: number; refresh_token_expires_in: number; owner_id: string; session_id: string; scope: string }

/** A verifier and the parameters of an authorize request that go with it. */
export function newAuthorization(): { verifier: string; parameters: Parameters } {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return { verifier, parameters: { client_id: publicClient, response_type: 'code', redirect_uri: redirectUri, state: 'xyz', code_challenge: challenge, code_challenge_method: 'S256' } };
}

export async function postForm(base: string, path: string, form: Parameters, headers: Parameters = {}): Promise<Response> {
  return fetch(`${base}${path}`, { method: 'POST', body: new URLSearchParams(form), headers });
}

/** Signs Dana in and gives the tokens the application gets. */
export async function tokensOfDana(base: string, more: Parameters = {}): Promise<Tokens> {
  const { verifier, parameters } = newAuthorization();
  const redirected = await authorizeAsDana(base, parameters);
  const answer = await postForm(base, '/restapi/oauth/token', {
    grant_type: 'authorization_code', client_id: publicClient, redirect_uri: redirectUri, code: redirected.searchParams.get('code') ?? '', code_verifier: verifier, ...more,
  });
  return await answer.json() as Tokens;
}

export async function rest(base: string, tokens: Tokens, path: string, init: { method?: string; body?: object; headers?: Parameters } = {}): Promise<Response> {
  return fetch(`${base}${path}`, {
    method: init.method ?? 'GET', headers: { authorization: `bearer ${tokens.access_token}`, 'content-type': 'application/json', ...init.headers },
    ...(init.body ? { body: JSON.stringify(init.body) } : {}),
  });
}

type Meta = { type: string; messageId: string; status?: number; wsc?: { token: string; sequence: number } };
export type ServerFrame = [meta: Meta, body: Record<string, unknown>];

/** A client of the event gateway that reads frames one by one, in the order they came. */
export interface GatewayClient {
  next(): Promise<ServerFrame>;
  send(frame: unknown): void;
  /** Subscribes and gives the answer. */
  subscribe(...eventFilters: string[]): Promise<ServerFrame>;
  closed: Promise<number>;
  close(): void;
}

export async function openGateway(base: string, tokens: Tokens, wsc?: string): Promise<GatewayClient> {
  const { uri, ws_access_token } = await (await rest(base, tokens, '/restapi/oauth/wstoken', { method: 'POST' })).json() as { uri: string; ws_access_token: string };
  return openSocket(`${uri}?access_token=${ws_access_token}${wsc ? `&wsc=${wsc}` : ''}`);
}

export function openSocket(address: string): GatewayClient {
  const socket = new WebSocket(address);
  const arrived: ServerFrame[] = [];
  const waiting: ((frame: ServerFrame) => void)[] = [];
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as ServerFrame;
    const waiter = waiting.shift();
    if (waiter) waiter(frame);
    else arrived.push(frame);
  });
  socket.on('error', () => undefined);
  const closed = new Promise<number>((resolve) => { socket.on('close', resolve); });
  const client: GatewayClient = {
    next: () => new Promise((resolve) => {
      const frame = arrived.shift();
      if (frame) resolve(frame);
      else waiting.push(resolve);
    }),
    send: (frame) => { socket.send(JSON.stringify(frame)); },
    subscribe(...eventFilters) {
      client.send([{ type: 'ClientRequest', messageId: 'subscribe-1', method: 'POST', path: '/restapi/v1.0/subscription', headers: {} }, { deliveryMode: { transportType: 'WebSocket' }, eventFilters }]);
      return client.next();
    },
    closed,
    close: () => { socket.close(); },
  };
  return client;
}
