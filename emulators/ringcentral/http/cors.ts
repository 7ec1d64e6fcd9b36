import type { HttpRequest } from './request.ts';

/** Headers that RingCentral's own SDK sends with every call, so a browser asks for them before it does. */
const allowedHeaders = 'X-User-Agent, Client-Id, Authorization, Content-Type, Discovery-Tag, RC-User-Agent, X-HTTP-Method-Override, If-None-Match';

const readableByDefault = ['RCRequestId'];
const rateHeaders = ['Retry-After', 'X-Rate-Limit-Group', 'X-Rate-Limit-Limit', 'X-Rate-Limit-Remaining', 'X-Rate-Limit-Window'];

/**
 * Cross-origin rules of the platform: the concrete origin (never `*`, since the SDK sends credentials), and rate
 * headers readable only when the switch says so; by default the real service hides them.
 */
export function corsHeaders(request: HttpRequest, exposeRateHeaders: boolean): Record<string, string> {
  const origin = request.headers.origin;
  if (!origin) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': [...readableByDefault, ...(exposeRateHeaders ? rateHeaders : [])].join(', '),
    vary: 'Origin',
  };
}

/** What a preflight answers besides the above. */
export function preflightHeaders(): Record<string, string> {
  return {
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
    'access-control-allow-headers': allowedHeaders,
    'access-control-max-age': '600',
  };
}
