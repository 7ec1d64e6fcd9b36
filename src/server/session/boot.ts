import runtime = require('N/runtime');
import url = require('N/url');
import * as v from 'valibot';
import { bootElementId, Timings, type Boot } from '../../wire/session/boot.ts';
import { distUrl } from '../netsuite/file-url.ts';
import { scripts } from '../netsuite/ids.ts';
import { scriptJson } from '../netsuite/markup.ts';
import { version } from '../netsuite/version.ts';

/** Script parameters of the page that boots; each script has its own. */
export interface BootParameters { lineFrom: string; timings: string; askBeforeLeaving: string; plainNotifications: string }

/** The line's script, and the parts it loads when they are asked for. */
export const lineScripts = ['line', 'orders', 'texts'] as const;
type LineScript = (typeof lineScripts)[number];

const path = (script: { scriptId: string; deploymentId: string }): string => url.resolveScript({ ...script, returnExternalUrl: false });
const parameter = (name: string): string => String(runtime.getCurrentScript().getParameter({ name }) ?? '').trim();

const isChecked = (name: string): boolean => ['true', 'T'].includes(parameter(name));

/** `name` is the parameter of the script that makes the page. */
export const lineInOf = (name: string): Boot['lineIn'] => (parameter(name) === 'WINDOW' ? 'window' : 'worker');

/** What a page of ours has to know before it can ask. */
export function bootFor(record: Boot['record'], lineIn: Boot['lineIn'], names: BootParameters): Boot {
  const { id, name } = runtime.getCurrentUser();
  const app = path(scripts.app);
  const ofLine = (part: LineScript): string => (parameter(names.lineFrom) === 'SUITELET' ? `${app}&asset=${part}&v=${version}` : distUrl(`${part}.js`));
  return {
    account: runtime.accountId,
    user: { id, name },
    version,
    urls: {
      app,
      api: path(scripts.api),
      service: path(scripts.service),
      calls: path(scripts.calls),
      line: ofLine('line'),
      orders: ofLine('orders'),
      texts: ofLine('texts'),
      panel: distUrl('panel.js'),
      forms: distUrl('forms.js'),
      elected: distUrl('elected.js'),
      media: distUrl('media.js'),
      ringing: distUrl('ringing.js'),
      // A service worker needs an address without a redirect and a JavaScript type: the Suitelet gives both.
      notifications: isChecked(names.plainNotifications) ? null : `${app}&asset=notifications&v=${version}`,
      guide: `${app}&asset=guide`,
    },
    timings: timingsOf(parameter(names.timings)),
    madeAt: Date.now(),
    lineIn,
    askBeforeLeaving: isChecked(names.askBeforeLeaving),
    record,
  };
}

/** The script element that carries it; `nonce` where the page has a policy of its own. */
export const bootElement = (boot: Boot, nonce: string | null): string =>
  `<script type="application/json" id="${bootElementId}"${nonce === null ? '' : ` nonce="${nonce}"`}>${scriptJson(boot)}</script>`;

/** null in production; what does not fit is as good as empty, since a phone must not depend on a trial setting. */
function timingsOf(text: string): Boot['timings'] {
  if (text === '') return null;
  try {
    const read = v.safeParse(Timings, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
