import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { failureOf } from '../executions/script-error.ts';
import { SIGN_IN } from '../pages/addresses.ts';
import { BodyTooLarge, createExchange } from './exchange.ts';
import type { Exchange } from './exchange.ts';
import { control } from './handlers/control.ts';
import { entrance, sessionCookie } from './handlers/entrance.ts';
import { faults } from './handlers/faults.ts';
import { media } from './handlers/media.ts';
import { pages } from './handlers/pages.ts';
import { restlet } from './handlers/restlet.ts';
import { staticFile } from './handlers/static-file.ts';
import { suitelet } from './handlers/suitelet.ts';
import { showNotice } from './notice.ts';
import type { Handler, Site } from './site.ts';

/** Who answers a request: the first that does. From `signedIn` on there is a session. */
const handlers: Handler[] = [ownHost, staticFile, control, findSession, faults, entrance, restlet, signedIn, media, suitelet, pages, notFound];

/** The web server of the account; the caller listens and closes. */
export function createSiteServer(site: Site): Server {
  return createServer((request: IncomingMessage, response: ServerResponse) => {
    const exchange = createExchange(request, response, site.world.installation.behaviour.pageHeaders);
    void answer(site, exchange).catch((error: unknown) => {
      if (error instanceof BodyTooLarge) exchange.reply(413, { 'Content-Type': 'text/plain; charset=utf-8' }, error.message);
      else exchange.html(`<!DOCTYPE html><title>Error</title><p>The emulator failed: ${failureOf(error).code}</p>`, 500);
    });
  });
}

async function answer(site: Site, exchange: Exchange): Promise<void> {
  for (const handler of handlers) {
    if (await handler(site, exchange)) return;
  }
}

/** Only names of this machine: a foreign name pointing here (DNS rebinding) is sent away. */
function ownHost(site: Site, exchange: Exchange): boolean {
  const host = (exchange.headers['host'] ?? '').replace(/:\d+$/, '').toLowerCase();
  if (site.hosts.has(host)) return false;
  exchange.reply(421, { 'Content-Type': 'text/plain; charset=utf-8' }, 'This host name is not served here.');
  return true;
}

function findSession(site: Site, exchange: Exchange): boolean {
  const session = site.sessions.find(exchange.cookies[sessionCookie] ?? '');
  exchange.session = session && site.world.installation.roles.some((role) => role.key === session.role) ? session : null;
  return false;
}

function signedIn(_: Site, exchange: Exchange): boolean {
  if (exchange.session) return false;
  exchange.redirect(exchange.method === 'GET' ? `${SIGN_IN}?returnTo=${encodeURIComponent(exchange.url)}` : SIGN_IN);
  return true;
}

function notFound(site: Site, exchange: Exchange): boolean {
  showNotice(site, exchange, 'Page not found', `The emulator has no page at ${exchange.path}.`, 'NotEmulated', 404);
  return true;
}
