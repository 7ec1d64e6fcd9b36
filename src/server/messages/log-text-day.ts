import { conversationDay, textDayId } from '../../core/messages/day-key.ts';
import type { RecordedFacts } from '../../core/calls/merge.ts';
import { completeCall, type Caller } from '../calls/log-call.ts';
import { blamesAReference, newPhoneCall } from '../calls/new-phone-call.ts';
import { phoneCall as ids } from '../netsuite/ids.ts';
import { findTexts, type FoundTexts } from './find-texts.ts';
import { factsOfTexts, type Counterpart, type TextToLog } from './text-to-log.ts';

/** What became of the phone call of one conversation's day. */
export type LoggedDay = { status: 'created' | 'completed' | 'unchanged'; record: number } | { status: 'deleted' | 'not-yours'; record: null };

/**
 * Units the phone call can use up in the worst case: twice a refused create (5 + 10) and a look-up (10), three times load and save (45), look-up
 * again (10), the question for settings rights (2). A new one costs 15, a later batch 15.
 */
export const worstDayUnits = 107;

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
  const creating = (again: boolean): LoggedDay => {
    const record = createDay(first, key, day, { facts, again });
    // Its next messages may follow in the same request.
    found.days.set(key, record);
    return { status: 'created', record };
  };
  const afterRefusal = (refused: unknown, mayTryAgain: boolean): LoggedDay => {
    const now = findTexts([], [{ extensionId, day }]);
    const winner = now.days.get(key);
    if (winner !== undefined) return completeDay(winner, facts, caller);
    if (now.deleted.has(key)) return { status: 'deleted', record: null };
    if (!mayTryAgain || !blamesAReference(refused)) throw refused;
    try {
      return creating(true);
    } catch (again) {
      // Another tab had the same refusal, and was faster with its second try.
      return afterRefusal(again, false);
    }
  };
  try {
    return creating(false);
  } catch (refused) {
    return afterRefusal(refused, true);
  }
}

/** Adds these messages to a phone call that is there. */
export function completeDay(id: number, facts: RecordedFacts, caller: Caller): LoggedDay {
  const outcome = completeCall(id, null, facts, caller);
  if (outcome === null) return { status: 'deleted', record: null };
  if (outcome.status === 'completed' || outcome.status === 'unchanged') return { status: outcome.status, record: id };
  return { status: 'not-yours', record: null };
}

function createDay({ log, moment, organizer }: TextToLog, key: string, day: string, { facts, again }: { facts: RecordedFacts; again: boolean }): number {
  const phoneCall = newPhoneCall({ externalId: key, organizer, day: moment.date, facts, again });
  phoneCall.setValue({ fieldId: ids.conversation, value: day });
  phoneCall.setValue({ fieldId: ids.extension, value: log.extensionId });
  return phoneCall.save();
}
