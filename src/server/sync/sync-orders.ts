import type * as v from 'valibot';
import type { BackFill, SyncCard, SyncSettings } from '../../wire/sync/sync.ts';
import { dayAfter, startOfDay } from '../netsuite/start-of-day.ts';
import { Refused } from '../refused.ts';
import { cameAlong, loadSettings } from '../settings/settings-record.ts';
import { startRun } from './start-run.ts';
import { changeState, loadState } from './state-record.ts';
import { syncCard } from './sync-card.ts';
import { isRunning, stretchOf, withStretch } from './sync-state.ts';
import { saveSyncSettings, syncSettingsOf } from './sync-settings.ts';

/** Saves the settings; an earlier first day than before is filled in, a later one takes nothing back. About 190 units, like all that answer the card. */
export function saveSync(settings: SyncSettings, now: number): SyncCard {
  const start = settings.since === null ? null : startOfDay(settings.since);
  if (start !== null && start > now) throw new Refused('BAD_SETTING', 'settings.since');
  if (settings.on && cameAlong(loadSettings())) throw new Refused('NOT_SET_UP', 'OTHER_ACCOUNT');
  saveSyncSettings(settings);
  changeState((state) => {
    if (!settings.on) return null;
    if (state.since === null || state.cursor.changes === null) return { ...state, since: start ?? state.since ?? now };
    if (start === null || start >= state.since) return null;
    return { ...state, since: start, cursor: withStretch(state.cursor, stretchOf('first-fill', start, state.since)) };
  });
  return syncCard(now);
}

/** Starts a run at once. */
export function runSync(now: number): SyncCard {
  requireOn();
  if (isRunning(loadState(), now) || !startRun()) throw new Refused('CONFLICT', 'running');
  return syncCard(now);
}

/** Reads the days anew, whatever was read of them before; begins at once where nothing runs. */
export function backFill({ from, to }: v.InferOutput<typeof BackFill>, now: number): SyncCard {
  requireOn();
  const start = startOfDay(from);
  const end = Math.min(now, startOfDay(dayAfter(to)));
  if (end <= start) throw new Refused('BAD_SETTING', to < from ? 'to' : 'from');
  const state = changeState((kept) => ({ ...kept, since: kept.since ?? now, cursor: withStretch(kept.cursor, stretchOf('back-fill', start, end)) }));
  if (!isRunning(state, now)) startRun();
  return syncCard(now);
}

/** Gives up what is left of back-fills; what was logged stays. */
export function stopBackFill(now: number): SyncCard {
  changeState((state) => ({ ...state, cursor: { ...state.cursor, stretches: state.cursor.stretches.filter(({ kind }) => kind !== 'back-fill') } }));
  return syncCard(now);
}

function requireOn(): void {
  if (!syncSettingsOf(loadSettings()).on) throw new Refused('BAD_SETTING', 'settings.on');
}
