import runtime = require('N/runtime');
import type { EntryPoints } from 'N/types';
import { signInChannel } from '../../wire/line/messages.ts';
import { scriptJson } from '../netsuite/markup.ts';
import { pageNonce, redirectPage } from '../session/page.ts';

/**
 * Where RingCentral's sign-in window comes back to. Hands the answer to the line over a channel of this origin (an opener may
 * be cut off by either side), cleans its address at once and closes itself. It reads nothing of what it is sent.
 */
export function onRequest({ response }: EntryPoints.Suitelet.onRequestContext): void {
  const nonce = pageNonce();
  redirectPage(response, nonce);
  response.write({
    output:
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>RingCentral sign-in</title>' +
      `<style nonce="${nonce}">body{font:15px/1.5 system-ui,sans-serif;color:#2b2b2b;background:#faf8f5;margin:3rem auto;max-width:30rem;padding:0 1rem}</style>` +
      `<script nonce="${nonce}">(function(){var search=location.search;history.replaceState(null,"",location.pathname);` +
      `var channel=new BroadcastChannel(${scriptJson(signInChannel(runtime.accountId))});channel.postMessage({search:search});channel.close();setTimeout(function(){window.close()},0)})()</script></head>` +
      '<body><h1>Back from RingCentral</h1><p>The phone is taking over. This window closes by itself.</p>' +
      '<p>If it stays open, close it and look at Settings → Integrations in the phone: it says whether you are connected, or what went wrong.</p>' +
      '<noscript><p>This page needs JavaScript to finish the sign-in.</p></noscript></body></html>',
  });
}
