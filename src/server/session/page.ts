import random = require('N/crypto/random');
import type { ServerResponse } from 'N/https';

/** A one-time value for the scripts and styles of one answer. */
export const pageNonce = (): string => random.generateUUID().replace(/[^0-9a-zA-Z]/g, '');

const set = (response: ServerResponse, headers: Record<string, string>): void => {
  for (const [name, value] of Object.entries(headers)) response.setHeader({ name, value });
};

/** Headers of a page written whole by us. It talks to NetSuite alone, as long as the line runs in a worker, which is not bound by its page's policy; `hosts` are what it may reach besides. */
export function ownPage(response: ServerResponse, nonce: string, hosts: readonly string[]): void {
  set(response, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': [
      "default-src 'none'", `script-src 'self' 'nonce-${nonce}'`, `style-src 'nonce-${nonce}'`, "worker-src 'self'", ["connect-src 'self'", ...hosts].join(' '), "img-src 'self' data: blob:",
      "media-src 'self' data: blob:", "frame-ancestors 'self'", "base-uri 'none'", "form-action 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'microphone=(self), camera=(), geolocation=()',
    'Cache-Control': 'no-store',
  });
}

/** Headers of the page that sign-in comes back to: its address holds a code, so it is told to nobody. */
export function redirectPage(response: ServerResponse, nonce: string): void {
  set(response, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  });
}

/** Headers of a script served by a Suitelet; its address carries the version. */
export const ownScript = (response: ServerResponse): void =>
  set(response, { 'Content-Type': 'text/javascript; charset=utf-8', 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, max-age=86400' });
