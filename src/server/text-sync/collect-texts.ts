import { logOf } from '../../wire/messages/log-of.ts';
import type { TextLog } from '../../wire/messages/log.ts';
import { textMoment } from '../messages/text-moment.ts';
import { startOfDay } from '../netsuite/start-of-day.ts';
import { createCompanyApi, type CompanyApi } from '../ringcentral/company-api.ts';
import { connectionOf } from '../ringcentral/connection.ts';
import { SyncFailure } from '../ringcentral/sync-failure.ts';
import { loadSettings } from '../settings/settings-record.ts';
import { syncSettingsOf } from '../sync/sync-settings.ts';
import { loadState } from '../sync/state-record.ts';
import { changeCursor, loadCursor, pendingCursors, turns, type Turn } from './cursors.ts';
import type { FoundTexts } from './found-texts.ts';
import { readTexts } from './read-texts.ts';
import { withoutKnown } from './sift-texts.ts';

/** RingCentral allows 50 Light requests a minute; a run is at least a quarter of an hour after the one before. */
const mostRequests = 40;
/** Extensions that RingCentral refuses in a row before a run leaves the others alone: it hardly means one of them. */
const mostRefused = 5;
/** Troubles of one extension; every other one is that of all. */
const ofOneExtension = ['PERMISSION_MISSING', 'RINGCENTRAL'];

/** What this run has to log, by extension, conversation and day. Empty while sync or its texts are off. */
export function collectTexts(now: number): Record<string, FoundTexts> {
  const settings = loadSettings();
  const { on, texts, secrets, since: first } = syncSettingsOf(settings);
  if (!on || !texts) return {};
  const { since: began, company } = loadState();
  const since = first === null ? began : startOfDay(first);
  if (since === null) return {};
  // Left behind by a run that died, before or after what it found was logged.
  for (const extensionId of pendingCursors()) changeCursor(extensionId, null, (state) => ({ ...state, next: null }));
  let api: CompanyApi;
  try {
    api = createCompanyApi(connectionOf(settings, secrets));
  } catch (failure) {
    // Call sync meets the same, and says so on its page.
    if (failure instanceof SyncFailure) return {};
    throw failure;
  }
  const jobs: Record<string, FoundTexts> = {};
  let left = mostRequests;
  let refused = 0;
  for (const turn of turns(mostRequests)) {
    if (left === 0 || refused === mostRefused) break;
    const { extensionId, organizer } = turn;
    const { cursor } = loadCursor(extensionId);
    const { cursor: next, failure } = readTexts(extensionId, cursor, since, now, {
      api, company,
      mayAsk: () => left > 0 && left-- > 0,
      take: (messages) => addJobs(jobs, turn, withoutKnown(extensionId, messages).map((message) => ({ ...logOf(message, extensionId), organizer }))),
    });
    addJobs(jobs, turn, cursor.parked.map(({ log }) => ({ ...log, organizer })));
    changeCursor(extensionId, { at: now, trouble: failure?.reason ?? null }, (state) => ({ ...state, next }));
    if (failure === null) refused = 0;
    else if (ofOneExtension.includes(failure.reason)) refused += 1;
    else break;
  }
  return jobs;
}

function addJobs(jobs: Record<string, FoundTexts>, { extensionId, zone }: Turn, logs: readonly TextLog[]): void {
  for (const log of logs) {
    const key = `${extensionId}:${log.conversationId}:${textMoment(Date.parse(log.at), zone).day}`;
    const job = (jobs[key] ??= { extensionId, zone, logs: [] });
    job.logs = [...job.logs.filter(({ messageId }) => messageId !== log.messageId), log];
  }
}
