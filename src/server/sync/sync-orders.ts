import type * as v from 'valibot';
import type { BackFill, SyncCard, SyncSettings } from '../../wire/sync/sync.ts';
import { dayAfter, startOfDay } from '../netsuite/start-of-day.ts';
import { Refused } from '../refused.ts';
import { cameAlong, loadSettings } from '../settings/settings-record.ts';
import { startRun } from './start-run.ts';
import { changeState } from './state-record.ts';
import { lastBackFill } from './stretch-counts.ts';
import { syncCard } from './sync-card.ts';
import { isRunning, stretchOf, withStretch, type SyncState } from './sync-state.ts';
import { saveSyncSettings, syncSettingsOf } from './sync-settings.ts';

/** Saves the settings; an earlier first day than before is filled in, a later one takes nothing back. About 190 units, like all that answer the card. */
export function saveSync(settings: SyncSettings, now: number): SyncCard {
  const start = settings.since === null ? null : startOfDay(settings.since);
  if (start !== null && start > now) throw new Refused('BAD_SETTING', 'settings.since');
  if (settings.on && cameAlong(loadSettings())) throw new Refused('NOT_SET_UP', 'OTHER_ACCOUNT');
  saveSyncSettings(settings);
  changeState((state) => {
    if (!settings.on) return null;
    // Whoever saves them means the credential that is there now, another company's too.
    const anew = { ...state, company: null };
    if (state.since === null || state.cursor.changes === null) return { ...anew, since: start ?? state.since ?? now };
    if (start === null || start >= state.since) return state.company === null ? null : anew;
    return { ...anew, since: start, cursor: withStretch(state.cursor, stretchOf('first-fill', start, state.since)) };
  });
  return syncCard(now);
}

/** A run that is ordered does not wait for its turn: it does what it may. */
const atOnce = (state: SyncState): SyncState | null => (state.turns === 0 ? null : { ...state, turns: 0 });

/** Starts a run at once. */
export function runSync(now: number): SyncCard {
  requireOn();
  if (isRunning(changeState(atOnce), now) || !startRun()) throw new Refused('CONFLICT', 'running');
  return syncCard(now);
}

/** Reads the days anew, whatever was read of them before; begins at once where nothing runs. */
export function backFill({ from, to }: v.InferOutput<typeof BackFill>, now: number): SyncCard {
  requireOn();
  const start = startOfDay(from);
  const end = Math.min(now, startOfDay(dayAfter(to)));
  if (end <= start) throw new Refused('BAD_SETTING', to < from ? 'to' : 'from');
  const state = changeState((kept) => ({ ...kept, turns: 0, since: kept.since ?? now, cursor: withStretch(kept.cursor, stretchOf('back-fill', start, end)) }));
  if (!isRunning(state, now)) startRun();
  return syncCard(now);
}

/** Gives up what is left of back-fills; what was logged stays. */
export function stopBackFill(now: number): SyncCard {
  changeState((state) => {
    const given = state.cursor.stretches.filter(({ kind }) => kind === 'back-fill');
    if (given.length === 0) return null;
    return { ...state, lastBackFill: given.map((stretch) => lastBackFill(stretch, now, true)).at(-1) ?? null, cursor: { ...state.cursor, stretches: state.cursor.stretches.filter((each) => !given.includes(each)) } };
  });
  return syncCard(now);
}

function requireOn(): void {
  if (!syncSettingsOf(loadSettings()).on) throw new Refused('BAD_SETTING', 'settings.on');
}
