import record = require('N/record');
import { conversationDay, textDayId } from '../../core/messages/day-key.ts';
import type { RecordedFacts } from '../../core/calls/merge.ts';
import { complete } from '../../core/calls/record-complete.ts';
import { writeWritten } from '../../core/calls/record-written.ts';
import { blamesAReference, completeCall, type Caller } from '../calls/log-call.ts';
import { emptyValues, writeValues } from '../calls/phone-call-record.ts';
import { phoneCall as ids } from '../netsuite/ids.ts';
import { findTexts, type FoundTexts } from './find-texts.ts';
import { factsOfTexts, type Counterpart, type TextToLog } from './text-to-log.ts';

/** What became of the phone call of one conversation's day. */
export type LoggedDay = { status: 'created' | 'completed' | 'unchanged'; record: number } | { status: 'deleted' | 'not-yours'; record: null };

/**
 * Units the phone call can use up in the worst case: refused create (5 + 10), look-up (10), create again without the person (15) or
 * three times load and save (45), look-up again (10), the question for settings rights (2). A new one costs 15, a later batch 15.
 */
export const worstDayUnits = 82;

/**
 * Makes the phone call of one conversation's day, or completes the one there is: one write for all these messages. The key is
 * unique in NetSuite, so that of two that come together one is refused and completes the other's. Throws NetSuite's own refusals.
 */
export function logTextDay(texts: readonly TextToLog[], counterpart: Counterpart, found: FoundTexts, caller: Caller): LoggedDay {
  const [first] = texts;
  if (!first) throw new Error('a day without messages');
  const { extensionId, conversationId } = first.log;
  const day = conversationDay({ conversationId, day: first.moment.day, person: counterpart.part });
  const key = textDayId(extensionId, day);
  const facts = factsOfTexts(texts, counterpart);
  if (found.deleted.has(key)) return { status: 'deleted', record: null };
  const there = found.days.get(key);
  if (there !== undefined) return completeDay(there, facts, caller);
  const creating = (known: RecordedFacts): LoggedDay => {
    const record = createDay(first, key, day, known);
    // Its next messages may follow in the same request.
    found.days.set(key, record);
    return { status: 'created', record };
  };
  try {
    return creating(facts);
  } catch (refused) {
    const now = findTexts([], [{ extensionId, day }]);
    const winner = now.days.get(key);
    if (winner !== undefined) return completeDay(winner, facts, caller);
    if (now.deleted.has(key)) return { status: 'deleted', record: null };
    if (blamesAReference(refused)) return creating({ ...facts, otherSide: null });
    throw refused;
  }
}

/** Adds these messages to a phone call that is there. */
export function completeDay(id: number, facts: RecordedFacts, caller: Caller): LoggedDay {
  const outcome = completeCall(id, null, facts, caller);
  if (outcome === null) return { status: 'deleted', record: null };
  if (outcome.status === 'completed' || outcome.status === 'unchanged') return { status: outcome.status, record: id };
  return { status: 'not-yours', record: null };
}

function createDay({ log, moment, organizer }: TextToLog, key: string, day: string, facts: RecordedFacts): number {
  const phoneCall = record.create({ type: record.Type.PHONE_CALL });
  const { changes, written } = complete(emptyValues(), null, facts);
  phoneCall.setValue({ fieldId: 'externalid', value: key });
  phoneCall.setValue({ fieldId: ids.conversation, value: day });
  phoneCall.setValue({ fieldId: ids.extension, value: log.extensionId });
  phoneCall.setValue({ fieldId: ids.organizer, value: organizer });
  phoneCall.setValue({ fieldId: 'status', value: 'COMPLETE' });
  phoneCall.setValue({ fieldId: 'timedevent', value: false });
  if (moment.date) phoneCall.setValue({ fieldId: 'startdate', value: moment.date });
  writeValues(phoneCall, changes);
  phoneCall.setValue({ fieldId: ids.written, value: writeWritten(written) });
  return phoneCall.save();
}
