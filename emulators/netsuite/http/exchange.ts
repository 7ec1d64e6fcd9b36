import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Session } from '../sessions/sessions.ts';

/** One request and the answer to it. */
export interface Exchange {
  request: IncomingMessage;
  method: string;
  path: string;
  /** Path and query as asked. */
  url: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  cookies: Record<string, string>;
  session: Session | null;
  /** The connection is to break where the answer would go out. */
  loseAnswer: boolean;
  /** The body as text; throws BodyTooLarge. */
  body(): Promise<string>;
  /** Every value posted by a form. */
  form(): Promise<Record<string, string[]>>;
  reply(status: number, headers: Record<string, string | string[]>, body?: string | Uint8Array): void;
  html(text: string, status?: number, headers?: Record<string, string | string[]>): void;
  json(value: unknown, status?: number): void;
  redirect(to: string, headers?: Record<string, string | string[]>): void;
}

/** More than a request may carry. */
export class BodyTooLarge extends Error {}

/** What RESTlets and forms may send (netsuite.md 4.3). */
export const largestBody = 10 * 1024 * 1024;

export function createExchange(request: IncomingMessage, response: ServerResponse, pageHeaders: Record<string, string>): Exchange {
  const url = request.url ?? '/';
  const [path = '/', search = ''] = splitOnce(url, '?');
  let text: Promise<string> | null = null;

  const exchange: Exchange = {
    request, method: request.method ?? 'GET', path, url, session: null, loseAnswer: false,
    query: Object.fromEntries(new URLSearchParams(search)),
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value ?? ''])),
    cookies: Object.fromEntries((request.headers.cookie ?? '').split(';').map((part) => splitOnce(part.trim(), '=')).filter(([name]) => name !== '')),
    body() {
      text ??= readBody(request);
      return text;
    },
    async form() {
      const values: Record<string, string[]> = {};
      for (const [name, value] of new URLSearchParams(await exchange.body())) (values[name] ??= []).push(value);
      return values;
    },
    reply(status, headers, body = '') {
      if (response.headersSent || response.destroyed) return;
      if (exchange.loseAnswer) {
        request.socket.destroy();
        return;
      }
      response.writeHead(status, { 'Cache-Control': 'no-store', ...pageHeaders, ...headers, 'Content-Length': String(Buffer.byteLength(body)) });
      response.end(request.method === 'HEAD' ? undefined : body);
    },
    html: (content, status = 200, headers = {}) => exchange.reply(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers }, content),
    json: (value, status = 200) => exchange.reply(status, { 'Content-Type': 'application/json; charset=utf-8' }, JSON.stringify(value) ?? 'null'),
    redirect: (to, headers = {}) => exchange.reply(302, { ...headers, Location: to }),
  };
  return exchange;
}

/** The last value of each name. */
export function lastValues(form: Record<string, string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(form).map(([name, values]) => [name, values.at(-1) ?? '']));
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= largestBody) parts.push(part);
  }
  if (size > largestBody) throw new BodyTooLarge('The request is larger than 10 MB.');
  return Buffer.concat(parts).toString('utf8');
}
