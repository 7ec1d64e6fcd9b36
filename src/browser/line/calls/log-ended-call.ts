import type { LiveCall } from '../../../core/calls/live-call.ts';
import type { CallQuality } from '../../../core/calls/quality.ts';
import { type CallReport, isComplete, toLog } from '../../../core/calls/to-log.ts';
import { logEverything, wantsLogging, type WhatToLog } from '../../../core/calls/wants-logging.ts';
import type { Clock } from '../../environment/clock.ts';
import { loggable, logOf } from '../outbox/draft.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { LineTimings } from '../timings.ts';

export interface LogEndedCallTools {
  clock: Clock;
  timings: Pick<LineTimings, 'logAfterByeMs' | 'notesQuietMs' | 'notesLongestMs'>;
  outbox: Pick<Outbox, 'keep' | 'drop' | 'flush'>;
  extensionId(): string | null;
  /** null: not known yet. */
  whatToLog(): WhatToLog | null;
  /** The line's current knowledge of a call. */
  current(callId: string): LiveCall | undefined;
  /** Of the whole call; null: never read. */
  quality(callId: string): CallQuality | null;
}

/** A queue's call that we did not take, and nobody told how it went: a colleague may have it, so sync decides. */
const isNotOursToLog = ({ facts, call }: LiveCall): boolean => call.phase === 'ended' && facts.direction === 'Inbound' && facts.queue !== null && call.outcome === null;

/**
 * Keeps the draft of every call up to date, and sends it when our leg and our party have ended, or a moment after the
 * leg when RingCentral does not tell of the party. What is learnt later is sent again; NetSuite completes the record.
 */
export function createLogEndedCall({ clock, timings, outbox, extensionId, whatToLog, current, quality }: LogEndedCallTools) {
  const timers = new Map<string, () => void>();
  /** Since when notes of an ended call have changed that were not sent. */
  const typedSince = new Map<string, number>();
  const sent = new Set<string>();
  const written = new Map<string, string>();
  /** Not wanted as records, as far as is known; and calls that were sent once: what is learnt later completes the record. */
  const left = new Set<string>();
  const logged = new Set<string>();

  const send = (callId: string): void => {
    timers.get(callId)?.();
    timers.delete(callId);
    typedSince.delete(callId);
    const live = current(callId);
    if (!live) return;
    sent.add(callId);
    write(live);
    outbox.flush();
  };
  const sendIn = (callId: string, ms: number): void => {
    timers.get(callId)?.();
    timers.set(callId, clock.after(ms, () => send(callId)));
  };

  /** Whoever types on and on is not waited for longer than `notesLongestMs`. */
  const quietMs = (callId: string): number => {
    const since = typedSince.get(callId) ?? clock.now();
    typedSince.set(callId, since);
    return Math.max(0, Math.min(timings.notesQuietMs, since + timings.notesLongestMs - clock.now()));
  };

  /** false: the draft says that already. */
  function write(live: LiveCall): boolean {
    const { callId, queue } = live.facts;
    const extension = extensionId();
    // A line that goes on with a call learns a moment later whose it is; until then its draft stays as it lies.
    if (extension === null) return false;
    const report = isNotOursToLog(live) ? null : toLog(live, extension, live.call.phase === 'ended' ? quality(callId) : null);
    const due = report !== null && sent.has(callId);
    if (due && !logged.has(callId) && !isWanted(report)) {
      written.delete(callId);
      left.add(callId);
      outbox.drop(callId);
      return false;
    }
    left.delete(callId);
    if (due) logged.add(callId);
    const text = JSON.stringify([report, sent.has(callId)]);
    if (written.get(callId) === text) return false;
    written.set(callId, text);
    if (report === null) outbox.drop(callId);
    else outbox.keep(callId, report, { open: !sent.has(callId), throughQueue: queue !== null });
    return true;
  }

  const isWanted = (report: CallReport): boolean => wantsLogging(whatToLog() ?? logEverything, loggable(logOf(report, null)));

  return {
    /** Call-IDs of ended calls that make no record, because the company wants none of such. */
    leftOut: (): string[] => [...left],
    changed(before: LiveCall, after: LiveCall): void {
      const { callId } = after.facts;
      const news = write(after);
      if (after.call.phase !== 'ended') return;
      if (before.call.phase !== 'ended') {
        if (isComplete(after)) send(callId);
        else sendIn(callId, timings.logAfterByeMs);
      } else if (sent.has(callId)) {
        if (news) sendIn(callId, after.facts.notesAt !== before.facts.notesAt ? quietMs(callId) : 0);
      } else if (isComplete(after)) send(callId);
    },
    /** The call leaves the list: what is due is sent now. */
    forget(callId: string): void {
      if (timers.has(callId)) send(callId);
      sent.delete(callId);
      written.delete(callId);
      left.delete(callId);
      logged.delete(callId);
    },
    close(): void {
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
  };
}
