import { conversationDay, messageKey, textDayId } from '../../core/messages/day-key.ts';
import type { TextResult } from '../../wire/messages/log-answer.ts';
import type { Caller } from '../calls/log-call.ts';
import { refusalOf } from '../calls/refusal.ts';
import { errorName } from '../netsuite/error-name.ts';
import { findTexts, nameOfMessage, type FoundTexts } from './find-texts.ts';
import { completeDay, logTextDay, worstDayUnits, type LoggedDay } from './log-text-day.ts';
import { completeMessage, createMessage } from './message-record.ts';
import { factsOfTexts, type Counterpart, type TextToLog } from './text-to-log.ts';

export type TextOutcome = Pick<TextResult, 'status' | 'record' | 'code' | 'detail'>;

/** Messages written in one go: one write of the phone call for all of them. */
export const mostTogether = 20;

/** Refused create (2 + 4), look-up (10), three times load and save (6). A new message costs 6. */
const worstMessageUnits = 34;
const mostTries = 3;

/** A record of each kind: with fewer units left nothing would come of it. */
export const fewestConversationUnits = worstDayUnits + worstMessageUnits;

export const later: TextOutcome = { status: 'later', record: null, code: 'LATER', detail: 'units' };
const deleted: TextOutcome = { status: 'deleted', record: null, code: null, detail: null };
const notYours: TextOutcome = { status: 'refused', record: null, code: 'NOT_YOURS', detail: 'organizer' };
const refused = (failure: unknown): TextOutcome => ({ ...refusalOf(failure), record: null });

export interface ConversationTools { found: FoundTexts; caller: Caller; remainingUnits: () => number }

/**
 * Logs messages of one conversation and day: the phone call first (for each counterpart of a group text), then each message's own
 * record below the first of them. Killed in between, the next try finds what is missing by the messages' keys. Before each record the
 * units left are asked for; where they may not suffice the rest is `later`, and what was written is found by then: a phone call
 * that says everything costs 5 units, so that each request gets further, however large the group.
 */
export function logConversation(texts: readonly TextToLog[], counterparts: readonly Counterpart[], tools: ConversationTools): TextOutcome[] {
  const { found } = tools;
  const [other, ...more] = counterparts;
  const outcomes = new Map<TextToLog, TextOutcome>();
  for (const text of texts) {
    if (found.deleted.has(messageKey(text.log))) {
      outcomes.set(text, deleted);
      continue;
    }
    const call = other && more.length === 0 ? otherDay(text, other, found) : null;
    if (call !== null && other) outcomes.set(text, logAgain(text, other, call, tools));
  }
  const rest = texts.filter((text) => !outcomes.has(text));
  if (rest.length > 0) logTogether(rest, counterparts, tools).forEach((outcome, at) => outcomes.set(rest[at] as TextToLog, outcome));
  return texts.map((text) => outcomes.get(text) as TextOutcome);
}

/** The phone call under which a message was logged when its day had another name, in the time zone of then; null: there is none such. */
function otherDay({ log, moment }: TextToLog, { part }: Counterpart, found: FoundTexts): number | null {
  const { extensionId, conversationId, messageId } = log;
  const call = found.messages.get(nameOfMessage(extensionId, messageId))?.call ?? null;
  return call === found.days.get(textDayId(extensionId, conversationDay({ conversationId, day: moment.day, person: part }))) ? null : call;
}

function logAgain(text: TextToLog, other: Counterpart, call: number, { found, caller, remainingUnits }: ConversationTools): TextOutcome {
  if (remainingUnits() < fewestConversationUnits) return later;
  try {
    const day = completeDay(call, factsOfTexts([text], other), caller);
    if (day.record === null) return day.status === 'not-yours' ? notYours : deleted;
    const kept = keepMessage(text, call, found);
    return { status: kept === 'unchanged' ? day.status : kept, record: call, code: null, detail: null };
  } catch (failure) {
    return refused(failure);
  }
}

function logTogether(texts: readonly TextToLog[], counterparts: readonly Counterpart[], { found, caller, remainingUnits }: ConversationTools): TextOutcome[] {
  const days: LoggedDay[] = [];
  try {
    for (const counterpart of counterparts) {
      if (remainingUnits() < worstDayUnits) return texts.map(() => later);
      days.push(logTextDay(texts, counterpart, found, caller));
    }
  } catch (failure) {
    return texts.map(() => refused(failure));
  }
  const record = days.find((day) => day.record !== null)?.record ?? null;
  if (record === null) {
    const foreign = days.some(({ status }) => status === 'not-yours');
    return texts.map(() => (foreign ? notYours : deleted));
  }
  return texts.map((text) => {
    if (remainingUnits() < worstMessageUnits) return later;
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
