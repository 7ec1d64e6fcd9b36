import log = require('N/log');
import runtime = require('N/runtime');
import type { EntryPoints } from 'N/types';
import { summarizeDays } from '../../core/reports/summary.ts';
import { daysBetween } from '../../wire/reports/days.ts';
import { errorName } from '../netsuite/error-name.ts';
import { dayOf } from '../netsuite/start-of-day.ts';
import { callsHidden, callsNotCounted, callsPortlet } from '../reports/calls-portlet.ts';
import { callsPerDay } from '../reports/count-calls.ts';

/** Days that are shown, today among them. */
const shownDays = 14;
const dayMs = 86_400_000;

/** Without one of these NetSuite gives nobody a phone call by query. */
const needed = ['LIST_CALL', 'REPO_ANALYTICS'];

/** The calls of the last days on the dashboard, as NetSuite shows them to whoever looks: one query, 10 units. Never throws. */
export function render({ portlet }: EntryPoints.Portlet.renderContext): void {
  portlet.title = 'RingCentral calls';
  try {
    portlet.html = shown();
  } catch (failure) {
    log.error({ title: 'The calls are not counted on the dashboard', details: errorName(failure) });
    portlet.html = callsNotCounted;
  }
}

function shown(): string {
  const user = runtime.getCurrentUser();
  if (needed.some((name) => user.getPermission({ name }) === runtime.Permission.NONE)) return callsHidden;
  const now = Date.now();
  const today = dayOf(now) ?? new Date(now).toISOString().slice(0, 10);
  const from = new Date(Date.parse(`${today}T12:00:00Z`) - (shownDays - 1) * dayMs).toISOString().slice(0, 10);
  return callsPortlet(summarizeDays(callsPerDay({ from, to: today }), daysBetween(from, today)));
}
