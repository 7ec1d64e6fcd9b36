import file = require('N/file');
import type { EntryPoints } from 'N/types';
import type { Boot } from '../../wire/session/boot.ts';
import { distFolder, parameters } from '../netsuite/ids.ts';
import { distUrl } from '../netsuite/file-url.ts';
import { escapeHtml } from '../netsuite/markup.ts';
import { lineHosts } from '../settings/line-hosts.ts';
import { bootElement, bootFor, lineInOf, lineScripts } from '../session/boot.ts';
import { ownPage, ownScript, pageNonce } from '../session/page.ts';

type Context = EntryPoints.Suitelet.onRequestContext;

const servedScripts = [...lineScripts, 'notifications'] as const;

/** The phone app's page; with `asset=line` or a part of it the line's script, for accounts whose File Cabinet serves scripts with another type; with `asset=notifications` the service worker's; with `asset=guide` the user guide. `line=window` asks for a page that may run the line itself: a browser without SharedWorker does. */
export function onRequest(context: Context): void {
  const { asset, line } = context.request.parameters as Record<string, unknown>;
  const script = servedScripts.find((each) => each === asset);
  if (script) writeScript(context, script);
  else if (asset === 'guide') writeGuide(context);
  else writeApp(context, line === 'window' ? 'window' : lineInOf(parameters.lineIn));
}

function writeScript({ response }: Context, name: (typeof servedScripts)[number]): void {
  ownScript(response);
  response.write({ output: file.load({ id: `${distFolder}/${name}.js` }).getContents() });
}

function writeGuide({ response }: Context): void {
  const nonce = pageNonce();
  ownPage(response, nonce, []);
  response.write({ output: file.load({ id: `${distFolder}/guide.html` }).getContents().replace('<style>', `<style nonce="${nonce}">`) });
}

function writeApp({ response }: Context, lineIn: Boot['lineIn']): void {
  const nonce = pageNonce();
  const boot = bootFor(null, lineIn, { lineFrom: parameters.lineFrom, timings: parameters.timings, askBeforeLeaving: parameters.askBeforeLeaving, plainNotifications: parameters.plainNotifications });
  ownPage(response, nonce, lineIn === 'window' ? lineHosts() : []);
  response.write({
    output:
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' +
      `<title>RingCentral Phone</title><link rel="icon" href="data:,">${bootElement(boot, nonce)}<script defer nonce="${nonce}" src="${escapeHtml(distUrl('app.js'))}"></script></head>` +
      '<body><div id="app"></div><noscript>The phone needs JavaScript.</noscript></body></html>',
  });
}
