import { portletElementId, recentCallsElementId, type RecentCall } from '../../wire/calls/recent.ts';
import { readBoot } from '../companion/read-boot.ts';
import { startOnce } from '../companion/start-once.ts';
import { createPortlet } from './portlet.ts';

/** Written by our own portlet in the same bundle; what cannot be read is as good as not told. */
function readCalls(): RecentCall[] | null {
  try {
    const calls: unknown = JSON.parse(document.getElementById(recentCallsElementId)?.textContent ?? 'null');
    return Array.isArray(calls) ? (calls as RecentCall[]) : null;
  } catch {
    return null;
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
