import runtime = require('N/runtime');
import { parameters } from '../netsuite/ids.ts';
import { organizersByExtension } from '../organizers/bindings.ts';
import { extensionKinds } from '../ringcentral/company-extensions.ts';
import { createCompanyApi } from '../ringcentral/company-api.ts';
import { connectionOf } from '../ringcentral/connection.ts';
import { SyncFailure } from '../ringcentral/sync-failure.ts';
import { loadSettings } from '../settings/settings-record.ts';
import { whatToLogOf } from '../settings/what-to-log.ts';
import { parkedKey, type FoundCall } from './found-call.ts';
import { readCallLog, type Progress } from './read-call-log.ts';
import { createSieve } from './sift-calls.ts';
import { changeState } from './state-record.ts';
import { allowance, goesOn, isRunning, mayRead, recentRequests, type SyncState } from './sync-state.ts';
import { defaultOrganizerOf, syncSettingsOf } from './sync-settings.ts';
import { troubleOf } from './trouble.ts';
import { dueCalls, park } from './waiting-calls.ts';

/** A run that has said nothing for so long has died; what each of its calls may take at most comes on top. */
const silenceMs = 20 * 60_000;
const perCallMs = 2_000;
const defaultPerPage = 500;
const mostPerPage = 1000;
/** The same calls failed so often with whole runs: they are set aside, so that the others go on. */
const mostRepeats = 2;

const nothingRead: Pick<NonNullable<SyncState['run']>, 'read' | 'known' | 'parked' | 'unreadable' | 'of'> = { read: 0, known: 0, parked: 0, unreadable: 0, of: {} };

/** The run of this very deployment; another one is left alone. */
const ownRun = (): string => runtime.getCurrentScript().deploymentId;

/**
 * What this run has to log, by key: parked calls whose turn has come, and what RingCentral's call log knows better than
 * NetSuite. Remembers how far it read, to be believed only when every call is logged or parked. Empty while sync is off, another run is on, or
 * RingCentral may not be asked yet by a run that goes on where another one stopped.
 */
export function collectCalls(now: number): Record<string, FoundCall> {
  const settings = loadSettings();
  if (!syncSettingsOf(settings).on) return {};
  let mine = false;
  let left = 0;
  const state = changeState((kept) => {
    mine = !isRunning(kept, now);
    left = allowance(kept, now);
    const before = kept.cursor.stretches.map(({ id }) => id);
    const idle = kept.turns > 0 && goesOn(kept) && !mayRead(kept, now);
    // What this run may ask is taken at once: a check that is made meanwhile gets none of it.
    const requests = [...recentRequests(kept.requests, now), ...Array.from({ length: idle ? 0 : left }, () => now)];
    return mine ? { ...kept, requests, run: { id: ownRun(), idle, since: now, until: now + silenceMs, calls: idle ? 0 : null, ...nothingRead, requests: 0, before, next: null } } : null;
  });
  if (!mine || state.run?.idle === true) return {};

  const organizers = organizersByExtension();
  const standIn = defaultOrganizerOf(settings);
  const organizerOf = (extensionId: string): number | null => organizers.get(extensionId) ?? standIn;
  const jobs: Record<string, FoundCall> = {};
  for (const { row, extensionId } of dueCalls(standIn !== null)) {
    const organizer = organizerOf(extensionId);
    if (organizer !== null) jobs[`${parkedKey}${row}`] = { kind: 'waiting', row, organizer };
  }

  const asked: number[] = [];
  let progress: Progress = { cursor: state.cursor, company: state.company, failure: null };
  let counts: Read['counts'] = { ...nothingRead, requests: 0 };
  try {
    const connection = connectionOf(settings, syncSettingsOf(settings).secrets);
    const api = createCompanyApi(connection);
    const since = state.since ?? now;
    const sieve = createSieve({ kindOf: extensionKinds(api, connection), wanted: whatToLogOf(settings), organizerOf, since });
    progress = readCallLog(state.cursor, since, now, {
      api, perPage: perPageOf(), company: state.company, take: sieve.add,
      mayAsk: () => {
        if (left <= 0) return false;
        left -= 1;
        asked.push(Date.now());
        return true;
      },
    });
    const setAside = state.lost.times >= mostRepeats ? new Set(state.lost.keys) : new Set<string>();
    let parked = 0;
    for (const [key, found] of sieve.found()) {
      if (found.waiting !== null) delete jobs[`${parkedKey}${found.waiting}`];
      if (setAside.has(key)) {
        park(found.call, found.settled, 'KILLED', found.waiting);
        parked += 1;
      } else jobs[key] = found;
    }
    counts = { read: sieve.read(), known: sieve.known(), unreadable: sieve.unreadable(), of: sieve.of(), parked, requests: api.requests() };
  } catch (failure) {
    if (!(failure instanceof SyncFailure)) throw failure;
    progress = { ...progress, failure };
  }
  return remember(state, now, { progress, asked, counts }, jobs);
}

interface Read { progress: Progress; asked: number[]; counts: typeof nothingRead & { requests: number } }

function remember(state: SyncState, now: number, { progress, asked, counts }: Read, jobs: Record<string, FoundCall>): Record<string, FoundCall> {
  const { cursor, company, failure } = progress;
  const calls = Object.keys(jobs).length;
  changeState((kept) => ({
    ...kept,
    // RingCentral's clock may be behind NetSuite's.
    since: kept.since ?? Math.min(now, cursor.changes?.at ?? now),
    // An administrator who saved the settings meanwhile may mean another one.
    company: kept.company ?? (state.company === null ? company : null),
    requests: [...recentRequests(kept.requests, now).filter((at) => at !== now), ...asked],
    notBefore: failure?.reason === 'RATE_LIMITED' ? Math.max(kept.notBefore, failure.retryAt ?? 0) : kept.notBefore,
    trouble: failure === null ? null : troubleOf(failure, now),
    run: state.run && { ...state.run, ...counts, calls, until: Date.now() + silenceMs + calls * perCallMs, next: cursor },
  }));
  return jobs;
}

function perPageOf(): number {
  const asked = Number(runtime.getCurrentScript().getParameter({ name: parameters.syncPerPage }));
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, mostPerPage) : defaultPerPage;
}

