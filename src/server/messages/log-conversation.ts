import type { TextResult } from '../../wire/messages/log-answer.ts';
import type { Caller } from '../calls/log-call.ts';
import { refusalOf } from '../calls/refusal.ts';
import { errorName } from '../netsuite/error-name.ts';
import { findTexts, nameOfMessage, type FoundTexts } from './find-texts.ts';
import { logTextDay, worstDayUnits, type LoggedDay } from './log-text-day.ts';
import { completeMessage, createMessage } from './message-record.ts';
import type { Counterpart, TextToLog } from './text-to-log.ts';

export type TextOutcome = Pick<TextResult, 'status' | 'record' | 'code' | 'detail'>;

/** Messages written in one go; with more, a Suitelet's units would never cover the worst case. */
export const mostTogether = 20;

/** Refused create (2 + 4), look-up (10), three times load and save (6). A new message costs 6. */
const worstMessageUnits = 34;
const mostTries = 3;

export const worstConversationUnits = (texts: readonly TextToLog[], counterparts: readonly Counterpart[]): number => counterparts.length * worstDayUnits + texts.length * worstMessageUnits;

const refused = (failure: unknown): TextOutcome => ({ ...refusalOf(failure), record: null });

/**
 * Logs messages of one conversation and day: the phone call first (for each counterpart of a group text), then each message's own
 * record below the first of them. Killed in between, the next try finds what is missing by the messages' keys.
 */
export function logConversation(texts: readonly TextToLog[], counterparts: readonly Counterpart[], found: FoundTexts, caller: Caller): TextOutcome[] {
  let days: LoggedDay[];
  try {
    days = counterparts.map((counterpart) => logTextDay(texts, counterpart, found, caller));
  } catch (failure) {
    return texts.map(() => refused(failure));
  }
  const record = days.find((day) => day.record !== null)?.record ?? null;
  if (record === null) {
    const foreign = days.some(({ status }) => status === 'not-yours');
    return texts.map(() => (foreign ? { status: 'refused', record: null, code: 'NOT_YOURS', detail: 'organizer' } : { status: 'deleted', record: null, code: null, detail: null }));
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
    const winner = findTexts([extensionId], [messageId], ['']).messages.get(name);
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
