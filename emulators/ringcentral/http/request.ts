import type { IncomingMessage } from 'node:http';
import { PlatformError } from './platform-error.ts';

/** A request with its body read. `origin` is this server as the client addressed it, e.g. `http://127.0.0.1:8090`. */
export interface HttpRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  /** As text; `bytes` is the same as it came. */
  body: string;
  bytes: Buffer;
  origin: string;
}

/** 8 MB: more than anything the simulated operations take. */
const longestBody = 8 * 1024 * 1024;

/** Reads a whole request. Throws 413 when the body is longer than the longest one. */
export async function readRequest(incoming: IncomingMessage): Promise<HttpRequest> {
  const host = incoming.headers.host ?? 'localhost';
  const url = new URL(incoming.url ?? '/', `http://${host}`);
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longestBody) throw new PlatformError(413, 'CMN-413', 'Request entity is too large');
    parts.push(part);
  }
  const bytes = Buffer.concat(parts);
  return {
    method: incoming.method ?? 'GET', path: url.pathname, query: url.searchParams, headers: incoming.headers,
    body: bytes.toString('utf8'), bytes, origin: `http://${host}`,
  };
}

/** Loopback names only: a name from outside that points here (DNS rebinding) is not our host. */
export function isLoopbackHost(host: string | undefined): boolean {
  return /^(localhost|[a-z0-9-]+(\.[a-z0-9-]+)*\.localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? '');
}

/** The value of one cookie. */
export function cookie(request: HttpRequest, name: string): string | undefined {
  const pair = (request.headers.cookie ?? '').split(/;\s*/).find((candidate) => candidate.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
