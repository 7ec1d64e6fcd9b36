import { fromCallLog, type ExtensionKind, type LoggedCall } from '../../core/calls/from-call-log.ts';
import { wantsLogging, type WhatToLog } from '../../core/calls/wants-logging.ts';
import { externalIdOf } from '../calls/call-key.ts';
import type { Answered } from '../ringcentral/company-call-log.ts';
import { alreadyThere } from './already-there.ts';
import { settledOf } from './call-log-of.ts';
import type { FoundCall } from './found-call.ts';
import type { Road } from './read-call-log.ts';

export interface SiftTools {
  kindOf: (extensionId: string) => ExtensionKind;
  wanted: WhatToLog;
  /** Employee of an extension, or who stands in; null: nobody. */
  organizerOf: (extensionId: string) => number | null;
  since: number;
}

/** Of two records that tell of one user's call, the one that saw more of it: a talk, then the longer one. */
const better = (a: LoggedCall, b: LoggedCall): LoggedCall => ((b.talkSeconds ?? -1) > (a.talkSeconds ?? -1) ? b : a);

/** What a run has found so far. */
export interface Sieve {
  /** One answer of RingCentral: what NetSuite knows already is left out, by one query for each thousand calls. 10 units each. */
  add(answer: Pick<Answered, 'records' | 'unreadable'>, road: Road): void;
  found(): Map<string, Extract<FoundCall, { kind: 'found' }>>;
  /** Records read; calls left out because nothing is to be added, or nobody wants them. */
  read(): number;
  known(): number;
  unreadable(): number;
  /** Records read and calls left out, by stretch. */
  of(): Record<string, { read: number; known: number }>;
}

export function createSieve({ kindOf, wanted, organizerOf, since }: SiftTools): Sieve {
  const found = new Map<string, Extract<FoundCall, { kind: 'found' }>>();
  let read = 0;
  let known = 0;
  let unreadable = 0;
  const of: Record<string, { read: number; known: number }> = {};

  function add({ records, unreadable: lost }: Pick<Answered, 'records' | 'unreadable'>, road: Road): void {
    read += records.length + lost;
    unreadable += lost;
    const stretch = road.kind === 'stretch' ? road.stretch : null;
    const own = stretch === null ? { read: 0, known: 0 } : (of[stretch] ??= { read: 0, known: 0 });
    own.read += records.length + lost;
    const calls = new Map<string, LoggedCall>();
    for (const call of records.flatMap((record) => fromCallLog(record, kindOf))) {
      const key = externalIdOf(call);
      const before = calls.get(key) ?? found.get(key)?.call;
      calls.set(key, before === undefined ? call : better(before, call));
    }
    const there = alreadyThere([...calls.values()]);
    for (const [key, call] of calls) {
      const kept = there.get(key) ?? null;
      const settled = settledOf(call);
      const organizer = organizerOf(call.extensionId);
      const nothingNew = kept !== null && (kept.kind === 'deleted' || (kept.settled === settled && !(kept.kind === 'waiting' && organizer !== null)));
      // A record that is there was wanted once; what changed on an old call that nobody asked for brings in none.
      const unwanted = kept === null && (!wantsLogging(wanted, { ...call, annotated: false }) || (road.kind === 'changes' && call.startedAt < since));
      if (nothingNew || unwanted) {
        known += 1;
        own.known += 1;
        found.delete(key);
      } else {
        found.set(key, { kind: 'found', stretch, call, settled, organizer, record: kept?.kind === 'record' ? kept.id : null, waiting: kept?.kind === 'waiting' ? kept.id : null });
      }
    }
  }

  return { add, found: () => found, read: () => read, known: () => known, unreadable: () => unreadable, of: () => of };
}
