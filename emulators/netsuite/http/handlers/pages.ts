import { typeOfPage } from '../../executions/jobs/page-type.ts';
import type { PageModel } from '../../pages/model.ts';
import { HOME } from '../../pages/addresses.ts';
import { renderPage } from '../../pages/render.ts';
import type { Exchange } from '../exchange.ts';
import { showFailure, showNotice } from '../notice.ts';
import { callerOf } from '../site.ts';
import type { Handler, Site } from '../site.ts';

/** Home, lists and record pages of the UI, for who is signed in. */
export const pages: Handler = async (site, exchange) => {
  const { session, path, query, method } = exchange;
  if (!session) return false;
  const caller = callerOf(session);
  try {
    if (path === '/') exchange.redirect(HOME);
    else if (path === '/app/center/card.nl' && method === 'GET') show(site, exchange, await site.pool.run({ job: 'dashboard', caller }));
    else if (typeOfPage(site.world, 'list', path, query) && method === 'GET') show(site, exchange, await site.pool.run({ job: 'list-page', caller, path, query }));
    else if (!typeOfPage(site.world, 'record', path, query)) return false;
    else if (method === 'GET') show(site, exchange, await site.pool.run({ job: 'record-page', caller, path, query }));
    else if (method === 'POST') await save(site, exchange);
    else return false;
  } catch (error) {
    showFailure(site, exchange, error);
  }
  return true;
};

async function save(site: Site, exchange: Exchange): Promise<void> {
  const { session, path, query } = exchange;
  if (!session) return;
  const form = await exchange.form();
  if (form['_csrf']?.at(-1) !== session.csrf) {
    showNotice(site, exchange, 'Notice', 'The page was open too long or came from somewhere else; nothing was saved.', '', 403);
    return;
  }
  const answer = await site.pool.run({ job: 'record-save', caller: callerOf(session), path, query, form });
  if (answer.saved) exchange.redirect(answer.saved.path);
  else if (answer.page) show(site, exchange, answer.page);
}

function show(site: Site, exchange: Exchange, model: PageModel): void {
  exchange.html(renderPage(model, { csrf: exchange.session?.csrf ?? '', url: exchange.url, telLinks: site.world.installation.behaviour.telephoneLinks }));
}
