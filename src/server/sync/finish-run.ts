import log = require('N/log');
import runtime = require('N/runtime');
import type { EntryPoints } from 'N/types';
import type { SyncCounts } from '../../wire/sync/sync.ts';
import { reportedErrorName } from '../netsuite/error-name.ts';
import { parkedKey, readLogged, type Logged } from './found-call.ts';
import { startRun } from './start-run.ts';
import { changeState } from './state-record.ts';
import { countedStretches, lastBackFill } from './stretch-counts.ts';
import { goesOn, joined, mayRead, takesTurn, type SyncState } from './sync-state.ts';
import { troubleOf } from './trouble.ts';

type Context = EntryPoints.MapReduce.summarizeContext;

/** Keys of lost calls that are remembered; beyond these something else is wrong. */
const mostLost = 500;

/**
 * Ends a run. The cursor moves on only when every call has been logged or parked; calls that are missing (a map invocation
 * died with all its tries) are read again by the next run. Starts the next one at once where more is to be read, also only to wait its turn.
 */
export function finishRun({ inputSummary, mapSummary, output }: Context, now: number): void {
  const own = runtime.getCurrentScript().deploymentId;
  const done: Done = new Map();
  output.iterator().each((key, value) => {
    done.set(key, readLogged(value));
    return true;
  });
  const lost: string[] = [];
  mapSummary.keys.iterator().each((key) => {
    if (!done.has(key)) lost.push(key);
    return true;
  });
  const failedInput = String(inputSummary.error ?? '');
  let mine = false;
  const state = changeState((kept) => {
    mine = kept.run?.id === own;
    return mine ? ended(kept, { done, lost, failedInput }, now) : null;
  });
  if (!mine) return;
  if (lost.length > 0) log.error({ title: 'Calls that NetSuite could not log; the next run reads them again', details: String(lost.length) });
  if (takesTurn(state, now)) startRun(own);
}

type Done = Map<string, ReturnType<typeof readLogged>>;
interface Result { done: Done; lost: string[]; failedInput: string }

function ended(state: SyncState, { done, lost, failedInput }: Result, now: number): SyncState {
  const { run } = state;
  if (run === null) return state;
  // Nothing was read, so that nothing is known of the run before it that was not.
  if (run.idle && failedInput === '') return { ...state, run: null, turns: state.turns + 1 };
  const count = (what: Logged): number => [...done.values()].filter(({ logged }) => logged === what).length;
  const counts: SyncCounts = {
    read: run.read, created: count('created'), completed: count('completed'), unchanged: count('unchanged') + run.known,
    unmapped: count('unmapped'), failed: count('failed') + run.parked + lost.length, unreadable: run.unreadable, requests: run.requests,
  };
  // A parked call that was lost lies where it lay.
  const unread = lost.filter((key) => !key.startsWith(parkedKey));
  const whole = unread.length === 0 && failedInput === '' && run.next !== null;
  const { kept, over } = countedStretches(state.cursor.stretches, { run, done, whole });
  const cursor = whole && run.next !== null ? joined(state.cursor, run.before, run.next) : state.cursor;
  const left = new Set(cursor.stretches.map(({ id }) => id));
  const ended: SyncState = {
    ...state,
    cursor: { ...cursor, stretches: cursor.stretches.map((stretch) => ({ ...stretch, ...kept.get(stretch.id) })) },
    lost: unread.length === 0 ? { keys: [], times: 0 } : { keys: unread.slice(0, mostLost), times: state.lost.times + 1 },
    run: null,
    lastBackFill: over.filter(({ id }) => !left.has(id)).map((stretch) => lastBackFill(stretch, now, false)).at(-1) ?? state.lastBackFill,
    lastRun: { startedAt: new Date(run.since).toISOString(), endedAt: new Date(now).toISOString(), counts },
    trouble: failedInput === '' ? state.trouble : troubleOf({ reason: 'NETSUITE', detail: reportedErrorName(failedInput), retryAt: null }, now),
  };
  return { ...ended, turns: goesOn(ended) && !mayRead(ended, now) ? 1 : 0 };
}
