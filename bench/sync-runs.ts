import { setTimeout as pause } from 'node:timers/promises';
import type { Synced } from '../__tests__/emulators/product/synced.ts';

const script = 'customscript_rcns_call_sync';
const userEvent = 'customscript_rcns_phone_call';
const lookEveryMs = 500;
/** Access tokens end so often: every so many logged calls. */
const callsPerToken = 4_000;

/** The schedule's fifteen minutes, shortened: what a run that might not ask RingCentral waits before the next one. */
const scheduleEveryMs = 10_000;

/**
 * Runs, those of them that asked RingCentral's call log, how often they asked, invocations of map that came to their end, and what
 * everything cost in units: killed ones, user events, input and end of each run included.
 */
export interface SyncRuns { runs: number; askingRuns: number; asked: number; maps: number; units: number }

/** Plays the schedule of call sync: a run whenever none is under way and something is left, as soon as RingCentral may be asked again. */
export async function runSyncToItsEnd(company: Synced): Promise<SyncRuns> {
  const { control } = company.harbor;
  const total: SyncRuns = { runs: 0, askingRuns: 0, asked: 0, maps: 0, units: 0 };
  let nextExpiry = callsPerToken / 2;
  const countAsked = (): void => {
    const asked = company.ringcentral.control.requests().filter(({ path }) => /call-log(-sync)?$/.test(path)).reduce((sum, { times }) => sum + times, 0);
    if (asked > total.asked) total.askingRuns += 1;
    total.asked = asked;
  };
  const count = (): void => {
    const done = control.executions();
    control.clearJournal();
    for (const { script: of, entryPoint, context, units, errorCode } of done) {
      if (of !== script && !(of === userEvent && context === 'MAPREDUCE')) continue;
      total.units += units;
      if (entryPoint === 'map' && errorCode === null) total.maps += 1;
      if (entryPoint === 'getInputData') countAsked();
      if (entryPoint === 'summarize') total.runs += 1;
    }
    if (total.maps < nextExpiry) return;
    nextExpiry += callsPerToken;
    company.ringcentral.control.expireAccessTokens();
  };
  control.clearJournal();
  for (let askedBefore = -1; ;) {
    const { running, backFills, trouble } = await company.card();
    count();
    if (running === null) {
      if (total.runs > 0 && backFills.length === 0 && trouble === null) return total;
      if (trouble?.retryAt) await pause(Math.max(0, Date.parse(trouble.retryAt) - Date.now()));
      else if (total.runs > 0 && total.asked === askedBefore) await pause(scheduleEveryMs);
      askedBefore = total.asked;
      const before = total.runs;
      void control.runTask({ scriptId: script, deploymentId: 'customdeploy_rcns_call_sync' }).catch(() => undefined);
      while (total.runs === before) {
        await pause(lookEveryMs);
        count();
      }
    }
    await pause(lookEveryMs);
  }
}
