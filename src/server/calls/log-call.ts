import record = require('N/record');
import { merge, type RecordedFacts } from '../../core/calls/merge.ts';
import { complete } from '../../core/calls/record-complete.ts';
import { decideNotes } from '../../core/calls/record-notes.ts';
import { hashOf, readWritten, writeWritten } from '../../core/calls/record-written.ts';
import type { CallLog } from '../../wire/calls/log.ts';
import { longestNotes, type LogResult } from '../../wire/calls/log-answer.ts';
import { errorName } from '../netsuite/error-name.ts';
import { listValueUnits } from '../netsuite/list-values.ts';
import { phoneCall as ids } from '../netsuite/ids.ts';
import { externalIdOf } from './call-key.ts';
import { callDay } from './call-day.ts';
import { factsOfLog } from './facts-of-log.ts';
import { findCall } from './find-call.ts';
import { blamesAReference, newPhoneCall } from './new-phone-call.ts';
import { readValues, writeValues } from './phone-call-record.ts';
import { refusalOf } from './refusal.ts';

/** Who is logging. */
export interface Caller {
  id: number;
  /** Whether the platform lets the caller edit the settings record; asked only where it matters. */
  mayEditSettings: () => boolean;
}

/** On which road a log comes. Call sync says what of RingCentral's call log it brings, and names the record it saw already: then none is tried to be created first. */
export type Road = { source: 'live' } | { source: 'call-log'; settled: string; record: number | null };
const live: Road = { source: 'live' };

/** Times a record may change under our hands before we ask for the log again. */
const mostTries = 3;

/**
 * Units one log can use up in the worst case: twice a refused create (5 + 10) and a look-up (10), three times load and save (15),
 * look-up again (10), the question for settings rights (2), renamed list values (12). A new call on the common path costs 15.
 */
export const worstCaseUnits = 107 + listValueUnits;

type Outcome = Pick<LogResult, 'status' | 'record' | 'code' | 'detail' | 'notes'>;
const done = (status: LogResult['status'], id: number | null, notes: string | null = null): Outcome => ({ status, record: id, code: null, detail: null, ...(notes !== null && { notes: notes.slice(0, longestNotes) }) });
const notYours: Outcome = { status: 'refused', record: null, code: 'NOT_YOURS', detail: 'organizer' };

/**
 * Makes one phone call record of a call, or completes the one there is. Creates first: the external id is unique, so that of
 * two that come together one is refused and completes the other's. Never throws; who sends the same log twice gets `unchanged`.
 */
export function logCall(log: CallLog, caller: Caller, road: Road = live): LogResult {
  const name = { telephonySessionId: log.telephonySessionId, extensionId: log.extensionId };
  return { ...name, ...logged(log, caller, road) };
}

function logged(log: CallLog, caller: Caller, road: Road): Outcome {
  const facts = factsOfLog(log, road.source);
  try {
    if (road.source === 'call-log' && road.record !== null) return completeCall(road.record, log.notes, facts, caller, road) ?? goneOrNotYours(log);
    return done('created', createCall(log, facts, caller, road));
  } catch (refused) {
    try {
      return afterRefusal(refused, true);
    } catch (failure) {
      return { ...refusalOf(failure), record: null };
    }
  }

  function afterRefusal(refused: unknown, mayTryAgain: boolean): Outcome {
    const found = findCall(log);
    if (found.kind === 'record') return completeCall(found.id, log.notes, facts, caller, road) ?? goneOrNotYours(log);
    if (found.kind === 'deleted') return done('deleted', null);
    if (!mayTryAgain || !blamesAReference(refused)) return { ...refusalOf(refused), record: null };
    try {
      return done('created', createCall(log, facts, caller, road, true));
    } catch (again) {
      // Another tab had the same refusal, and was faster with its second try.
      return afterRefusal(again, false);
    }
  }
}

function createCall(log: CallLog, facts: RecordedFacts, caller: Caller, road: Road, again = false): number {
  const phoneCall = newPhoneCall({ externalId: externalIdOf(log), organizer: organizerOf(log, caller), day: callDay(Date.parse(log.startedAt)), facts, again });
  phoneCall.setValue({ fieldId: ids.session, value: log.telephonySessionId });
  phoneCall.setValue({ fieldId: ids.extension, value: log.extensionId });
  if (road.source === 'call-log') phoneCall.setValue({ fieldId: ids.settled, value: road.settled });
  return phoneCall.save();
}

export const organizerOf = (log: Pick<CallLog, 'organizer'>, caller: Caller): number => (log.organizer !== null && log.organizer !== caller.id && caller.mayEditSettings() ? log.organizer : caller.id);

/** Puts facts into a record that is there, `notes` as somebody wants to write them. null: it is there no more, or the caller may not see it. Throws NetSuite's own refusals. 15 to 45 units. */
export function completeCall(id: number, notes: CallLog['notes'], facts: RecordedFacts, caller: Caller, road: Road = live): Outcome | null {
  let linkRefused = false;
  for (let tries = 1; ; tries++) {
    const phoneCall = loadVisible(id);
    if (phoneCall === null) return null;
    if (Number(phoneCall.getValue({ fieldId: ids.organizer })) !== caller.id && !caller.mayEditSettings()) return notYours;
    const current = readValues(phoneCall);
    const before = String(phoneCall.getValue({ fieldId: ids.written }) ?? '');
    const { facts: told, known, instead } = decideNotes(facts, notes, current, readWritten(before, current));
    const { changes, written } = complete(current, known, known ? merge(known.facts, told) : told);
    if (linkRefused && current.company === '') written.hashes.company = hashOf('');
    // Taken back for somebody else, whom the user event links: an empty company that was written would mean a refusal.
    if (!linkRefused && changes.company === '') delete written.hashes.company;
    const after = writeWritten(written);
    const settles = road.source === 'call-log' && String(phoneCall.getValue({ fieldId: ids.settled }) ?? '') !== road.settled;
    if (Object.keys(changes).length === 0 && after === before && !settles) return done('unchanged', id, instead);
    writeValues(phoneCall, changes);
    phoneCall.setValue({ fieldId: ids.written, value: after });
    if (road.source === 'call-log') phoneCall.setValue({ fieldId: ids.settled, value: road.settled });
    try {
      phoneCall.save();
      return done('completed', id, instead);
    } catch (failure) {
      if (isGone(failure)) return null;
      const link: boolean = blamesAReference(failure) && !linkRefused;
      if ((!link && errorName(failure) !== 'RCRD_HAS_BEEN_CHANGED') || tries === mostTries) throw failure;
      linkRefused ||= link;
    }
  }
}

/** A record found a moment ago and gone now was deleted meanwhile, with or without a tombstone yet; one still found cannot be opened by this caller. */
const goneOrNotYours = (log: CallLog): Outcome => (findCall(log).kind === 'record' ? notYours : done('deleted', null));

const isGone = (failure: unknown): boolean => /DSNT_EXIST/.test(errorName(failure));

/** null: the caller may not see it, or it went meanwhile. */
function loadVisible(id: number): ReturnType<typeof record.load> | null {
  try {
    return record.load({ type: record.Type.PHONE_CALL, id });
  } catch (failure) {
    if (isGone(failure) || /PERMISSION|PRIVILEGE/.test(errorName(failure))) return null;
    throw failure;
  }
}
