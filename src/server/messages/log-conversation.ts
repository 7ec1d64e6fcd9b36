import { conversationDay, textDayId } from '../../core/messages/day-key.ts';
import type { TextResult } from '../../wire/messages/log-answer.ts';
import type { Caller } from '../calls/log-call.ts';
import { refusalOf } from '../calls/refusal.ts';
import { errorName } from '../netsuite/error-name.ts';
import { findTexts, nameOfMessage, type FoundTexts } from './find-texts.ts';
import { completeDay, logTextDay, worstDayUnits, type LoggedDay } from './log-text-day.ts';
import { completeMessage, createMessage } from './message-record.ts';
import { factsOfTexts, type Counterpart, type TextToLog } from './text-to-log.ts';

export type TextOutcome = Pick<TextResult, 'status' | 'record' | 'code' | 'detail'>;

/** Messages written in one go; with more, a Suitelet's units would never cover the worst case. */
export const mostTogether = 20;

/** Refused create (2 + 4), look-up (10), three times load and save (6). A new message costs 6. */
const worstMessageUnits = 34;
const mostTries = 3;

export const worstConversationUnits = (texts: readonly TextToLog[], counterparts: readonly Counterpart[]): number => counterparts.length * worstDayUnits + texts.length * worstMessageUnits;

const notYours: TextOutcome = { status: 'refused', record: null, code: 'NOT_YOURS', detail: 'organizer' };
const refused = (failure: unknown): TextOutcome => ({ ...refusalOf(failure), record: null });

/**
 * Logs messages of one conversation and day: the phone call first (for each counterpart of a group text), then each message's own
 * record below the first of them. Killed in between, the next try finds what is missing by the messages' keys.
 */
export function logConversation(texts: readonly TextToLog[], counterparts: readonly Counterpart[], found: FoundTexts, caller: Caller): TextOutcome[] {
  const [other, ...more] = counterparts;
  const outcomes = new Map<TextToLog, TextOutcome>();
  for (const text of texts) {
    const call = other && more.length === 0 ? otherDay(text, other, found) : null;
    if (call !== null && other) outcomes.set(text, logAgain(text, other, call, caller, found));
  }
  const rest = texts.filter((text) => !outcomes.has(text));
  if (rest.length > 0) logTogether(rest, counterparts, found, caller).forEach((outcome, at) => outcomes.set(rest[at] as TextToLog, outcome));
  return texts.map((text) => outcomes.get(text) as TextOutcome);
}

/** The phone call under which a message was logged when its day had another name, in the time zone of then; null: there is none such. */
function otherDay({ log, moment }: TextToLog, { part }: Counterpart, found: FoundTexts): number | null {
  const { extensionId, conversationId, messageId } = log;
  const call = found.messages.get(nameOfMessage(extensionId, messageId))?.call ?? null;
  return call === found.days.get(textDayId(extensionId, conversationDay({ conversationId, day: moment.day, person: part }))) ? null : call;
}

function logAgain(text: TextToLog, other: Counterpart, call: number, caller: Caller, found: FoundTexts): TextOutcome {
  try {
    const day = completeDay(call, factsOfTexts([text], other), caller);
    if (day.record === null) return day.status === 'not-yours' ? notYours : { status: 'deleted', record: null, code: null, detail: null };
    const kept = keepMessage(text, call, found);
    return { status: kept === 'unchanged' ? day.status : kept, record: call, code: null, detail: null };
  } catch (failure) {
    return refused(failure);
  }
}

function logTogether(texts: readonly TextToLog[], counterparts: readonly Counterpart[], found: FoundTexts, caller: Caller): TextOutcome[] {
  let days: LoggedDay[];
  try {
    days = counterparts.map((counterpart) => logTextDay(texts, counterpart, found, caller));
  } catch (failure) {
    return texts.map(() => refused(failure));
  }
  const record = days.find((day) => day.record !== null)?.record ?? null;
  if (record === null) {
    const foreign = days.some(({ status }) => status === 'not-yours');
    return texts.map(() => (foreign ? notYours : { status: 'deleted', record: null, code: null, detail: null }));
  }
  return texts.map((text) => {
    try {
      return { status: keepMessage(text, record, found), record, code: null, detail: null };
    } catch (failure) {
      return refused(failure);
    }
  });
}

function keepMessage(text: TextToLog, call: number, found: FoundTexts): 'created' | 'completed' | 'unchanged' {
  const { extensionId, messageId } = text.log;
  const name = nameOfMessage(extensionId, messageId);
  const there = found.messages.get(name);
  if (there) return completed(there.id, text);
  try {
    found.messages.set(name, { id: createMessage(text, call), call });
    return 'created';
  } catch (taken) {
    const winner = findTexts([{ extensionId, messageId }], []).messages.get(name);
    if (!winner) throw taken;
    return completed(winner.id, text);
  }
}

function completed(id: number, text: TextToLog): 'completed' | 'unchanged' {
  for (let tries = 1; ; tries++) {
    try {
      return completeMessage(id, text) ? 'completed' : 'unchanged';
    } catch (failure) {
      if (errorName(failure) !== 'RCRD_HAS_BEEN_CHANGED' || tries === mostTries) throw failure;
    }
  }
}
