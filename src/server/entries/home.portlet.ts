import log = require('N/log');
import runtime = require('N/runtime');
import type { EntryPoints } from 'N/types';
import { portletElementId, recentCallsElementId, type RecentCalls } from '../../wire/calls/recent.ts';
import { recentCalls } from '../calls/recent-calls.ts';
import { errorName } from '../netsuite/error-name.ts';
import { distUrl } from '../netsuite/file-url.ts';
import { parameters } from '../netsuite/ids.ts';
import { escapeHtml, scriptJson } from '../netsuite/markup.ts';
import { bootElement, bootFor, lineInOf } from '../session/boot.ts';

/** Recent calls and the state of the line on the dashboard, and with them the phone itself: the home page carries a call on. Never throws. */
export function render({ portlet }: EntryPoints.Portlet.renderContext): void {
  portlet.title = 'RingCentral';
  try {
    const boot = bootFor(null, lineInOf(parameters.portletLineIn), { lineFrom: parameters.portletLineFrom, timings: parameters.portletTimings, askBeforeLeaving: parameters.portletAskBeforeLeaving, plainNotifications: parameters.portletPlainNotifications });
    portlet.html =
      `<div id="${portletElementId}"></div>${bootElement(boot, null)}` +
      `<script type="application/json" id="${recentCallsElementId}">${scriptJson(shown())}</script>` +
      `<script defer src="${escapeHtml(distUrl('portlet.js'))}"></script>`;
  } catch (failure) {
    log.error({ title: 'The dashboard opens without the phone', details: errorName(failure) });
    portlet.html = '<p>The phone could not start on this page. Reload it; if that does not help, tell your administrator.</p>';
  }
}

/** Without one of these NetSuite gives nobody a phone call by query. */
const needed = ['LIST_CALL', 'REPO_ANALYTICS'];

function shown(): RecentCalls {
  const user = runtime.getCurrentUser();
  if (needed.some((name) => user.getPermission({ name }) === runtime.Permission.NONE)) return 'hidden';
  try {
    return recentCalls();
  } catch (failure) {
    log.error({ title: 'Recent calls are not shown', details: errorName(failure) });
    return 'failed';
  }
}
