import { portletElementId, recentCallsElementId, type RecentCalls } from '../../wire/calls/recent.ts';
import { readBoot } from '../companion/read-boot.ts';
import { startOnce } from '../companion/start-once.ts';
import { createPortlet } from './portlet.ts';

/** Written by our own portlet in the same bundle. */
function readCalls(): RecentCalls {
  try {
    const calls: unknown = JSON.parse(document.getElementById(recentCallsElementId)?.textContent ?? '');
    return Array.isArray(calls) || calls === 'hidden' ? (calls as RecentCalls) : 'failed';
  } catch {
    return 'failed';
  }
}

function start(): void {
  const host = document.getElementById(portletElementId);
  const boot = readBoot(document);
  if (!host || !boot || host.shadowRoot) return;
  const show = createPortlet({ host, app: boot.urls.app, known: readCalls() });
  show({ reach: 'starting' });
  startOnce()?.subscribe(show);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
else start();
