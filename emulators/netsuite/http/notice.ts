import { frameOf } from '../executions/jobs/frame.ts';
import { principalOf } from '../executions/perform.ts';
import { failureOf } from '../executions/script-error.ts';
import { renderPage } from '../pages/render.ts';
import type { FrameModel } from '../pages/model.ts';
import type { Exchange } from './exchange.ts';
import { callerOf } from './site.ts';
import type { Site } from './site.ts';

/** The platform's own page for an error, in its frame: status 200, as NetSuite answers pages. */
export function showNotice(site: Site, exchange: Exchange, title: string, text: string, code = '', status = 200): void {
  const frame: FrameModel | null = exchange.session ? frameOf({ world: site.world, principal: principalOf(site.world, callerOf(exchange.session)) }) : null;
  exchange.html(renderPage({ kind: 'notice', frame, code, title, text }, { csrf: exchange.session?.csrf ?? '', url: exchange.url }), status);
}

/** What a failed execution comes to on a page. */
export function showFailure(site: Site, exchange: Exchange, error: unknown): void {
  const { code, message } = failureOf(error);
  if (code === 'INSUFFICIENT_PERMISSION') showNotice(site, exchange, 'Notice', message, code);
  else showNotice(site, exchange, code === 'SSS_INVALID_SCRIPTLET_ID' ? 'Notice' : 'An unexpected error has occurred', message, code);
}
