import query = require('N/query');
import type { Direction } from '../../core/calls/outcome.ts';
import type { FailedCall, SyncCard } from '../../wire/sync/sync.ts';
import { extension, waiting as ids } from '../netsuite/ids.ts';
import { cameAlong, loadSettings } from '../settings/settings-record.ts';
import { loadState } from './state-record.ts';
import { textTries } from '../text-sync/text-tries.ts';
import { isRunning, type Stretch } from './sync-state.ts';
import { defaultOrganizerOf, syncSettingsOf } from './sync-settings.ts';
import { troubleOf } from './trouble.ts';
import { parkedCall, unmapped } from './waiting-calls.ts';

/** As the deployment's schedule in Objects/ says. */
const everyMinutes = 15;
/** Failed calls shown, the newest first. */
const mostShown = 50;

const iso = (at: number): string => new Date(at).toISOString();

const shown = ({ kind, from, to, oldest, calls, counts }: Stretch): SyncCard['backFills'][number] => ({
  kind, from: iso(from), to: iso(to), calls, counts, progress: oldest === null ? 0 : Math.min(1, Math.max(0, (to - oldest) / (to - from))),
});

/** How many calls wait, for how many extensions, and how many of them have an organizer by now. 10 units. */
export function unmappedCalls(hasDefault: boolean): SyncCard['unmapped'] {
  const [row] = query
    .runSuiteQL({
      query:
        `SELECT COUNT(*) AS calls, COUNT(DISTINCT w.${ids.extension}) AS extensions, SUM(CASE WHEN w.${ids.extension} IN ` +
        `(SELECT x.${extension.id} FROM ${extension.type} x WHERE x.${extension.employee} IS NOT NULL) THEN 1 ELSE 0 END) AS due FROM ${ids.type} w WHERE w.${ids.reason} = ?`,
      params: [unmapped],
    })
    .asMappedResults();
  const calls = Number(row?.['calls'] ?? 0);
  return { calls, extensions: Number(row?.['extensions'] ?? 0), due: hasDefault ? calls : Number(row?.['due'] ?? 0) };
}

/** Calls that NetSuite would not take. 20 units, and 2 for each that is shown. */
function failedCalls(): SyncCard['failed'] {
  const [count] = query.runSuiteQL({ query: `SELECT COUNT(*) AS calls FROM ${ids.type} w WHERE w.${ids.reason} <> ?`, params: [unmapped] }).asMappedResults();
  const calls = Number(count?.['calls'] ?? 0);
  if (calls === 0) return { calls, list: [] };
  const rows = query
    .runSuiteQL({ query: `SELECT * FROM (SELECT w.id AS id, w.${ids.reason} AS code, w.${ids.tries} AS tries FROM ${ids.type} w WHERE w.${ids.reason} <> ? ORDER BY w.id DESC) WHERE ROWNUM <= ${mostShown}`, params: [unmapped] })
    .asMappedResults();
  const list = rows.flatMap((row): FailedCall[] => {
    const id = Number(row['id']);
    const parked = parkedCall(id)?.call;
    if (parked === undefined) return [];
    const { telephonySessionId, extensionId, startedAt, direction, from, to } = parked;
    return [{ id, telephonySessionId, extensionId, startedAt: iso(startedAt), direction: direction as Direction, from: from.number, to: to.number, code: String(row['code'] ?? ''), tries: Number(row['tries'] ?? 0) }];
  });
  return { calls, list };
}

/** Everything the Sync page shows, under the caller's own permissions. 160 units at most. */
export function syncCard(now: number): SyncCard {
  const row = loadSettings();
  const settings = syncSettingsOf(row);
  const state = loadState();
  const { run } = state;
  return {
    settings, everyMinutes, texts: settings.texts ? textTries() : [],
    nextRunAt: settings.on ? iso((Math.floor(now / (everyMinutes * 60_000)) + 1) * everyMinutes * 60_000) : null,
    running: run !== null && !run.idle && isRunning(state, now) ? { since: iso(run.since), calls: run.calls } : null,
    lastRun: state.lastRun, trouble: cameAlong(row) ? troubleOf({ reason: 'OTHER_ACCOUNT', detail: '', retryAt: null }, now) : state.trouble,
    backFills: state.cursor.stretches.map(shown), lastBackFill: state.lastBackFill,
    unmapped: unmappedCalls(defaultOrganizerOf(row) !== null), failed: failedCalls(),
  };
}
