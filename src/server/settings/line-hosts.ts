import { settings as ids } from '../netsuite/ids.ts';
import { serverOrigin } from './server-origin.ts';
import { loadSettings } from './settings-record.ts';

/**
 * Where a line reaches out to, as sources of a page's policy: the REST API; RingCentral's own names for pictures and files, for the event socket and
 * for SIP, whose hosts it hands out as it likes (SIP at port 8083). Of a loopback server, any port of that one name.
 */
export function lineHosts(): string[] {
  const known = serverOrigin(String(loadSettings()?.getValue({ fieldId: ids.server }) ?? ''));
  if (known === null) return [];
  if (known.kind === 'ringcentral') return [known.origin, 'https://*.ringcentral.com', 'wss://*.ringcentral.com', 'wss://*.ringcentral.com:8083'];
  const name = known.origin.replace(/^https?:\/\//, '').replace(/:\d+$/, '');
  return [known.origin, `ws://${name}:*`];
}
