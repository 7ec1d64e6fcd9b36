import type { WebResponse } from '../../executions/job.ts';
import { renderPage } from '../../pages/render.ts';
import { lastValues } from '../exchange.ts';
import type { Exchange } from '../exchange.ts';
import { showFailure, showNotice } from '../notice.ts';
import { callerOf } from '../site.ts';
import type { Handler, Site } from '../site.ts';

/** Suitelets. They answer 200 whatever happens; what they throw becomes the platform's error page. */
export const suitelet: Handler = async (site, exchange) => {
  if (exchange.path !== '/app/site/hosting/scriptlet.nl' || !exchange.session) return false;
  const contentType = exchange.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/')) {
    showNotice(site, exchange, 'Notice', 'Suitelets: files in a request are not emulated.', 'NotEmulated');
    return true;
  }
  const body = await exchange.body();
  const posted = contentType.startsWith('application/x-www-form-urlencoded') ? lastValues(await exchange.form()) : {};
  const headers = Object.fromEntries(Object.entries(exchange.headers).filter(([name]) => name !== 'cookie'));
  try {
    const answer = await site.pool.run({
      job: 'suitelet', caller: callerOf(exchange.session), script: exchange.query['script'] ?? '', deployment: exchange.query['deploy'] ?? '', calledBy: null,
      request: { method: exchange.method, url: exchange.url, parameters: { ...exchange.query, ...posted }, headers, body, clientIpAddress: exchange.request.socket.remoteAddress ?? '' },
    });
    write(site, exchange, answer);
  } catch (error) {
    showFailure(site, exchange, error);
  }
  return true;
};

function write(site: Site, exchange: Exchange, answer: WebResponse): void {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of answer.headers) {
    const present = headers[name];
    headers[name] = present === undefined ? value : [...(Array.isArray(present) ? present : [present]), value];
  }
  if (answer.redirect !== null) exchange.redirect(answer.redirect, headers);
  else if (answer.page) exchange.html(renderPage(answer.page, { csrf: exchange.session?.csrf ?? '', url: exchange.url, telLinks: site.world.installation.behaviour.telephoneLinks }), 200, headers);
  else exchange.reply(200, { ...(hasContentType(headers) ? {} : { 'Content-Type': 'text/html; charset=utf-8' }), ...headers }, answer.body);
}

function hasContentType(headers: Record<string, unknown>): boolean {
  return Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
}
