import record = require('N/record');
import runtime = require('N/runtime');
import * as v from 'valibot';
import { conversationDay } from '../../core/messages/day-key.ts';
import { misfits } from '../../wire/misfits.ts';
import { TextLog } from '../../wire/messages/log.ts';
import type { TextResult } from '../../wire/messages/log-answer.ts';
import type { BatchTools } from '../calls/batch-tools.ts';
import { organizerOf } from '../calls/log-call.ts';
import { refusalOf } from '../calls/refusal.ts';
import { findTexts, type DayName, type FoundTexts } from './find-texts.ts';
import { message } from '../netsuite/ids.ts';
import { counterpartsOf } from './counterparts.ts';
import { fewestConversationUnits, later, logConversation, mostTogether, type TextOutcome } from './log-conversation.ts';
import { textToLog, type Calendar, type Counterpart, type TextToLog } from './text-to-log.ts';

/** A key is repeated only when it has a key's shape. */
const keyPart = (log: unknown, part: 'messageId' | 'extensionId'): string | null => {
  const read = v.safeParse(TextLog.entries[part], typeof log === 'object' && log !== null ? (log as Record<string, unknown>)[part] : null);
  return read.success ? read.output : null;
};

/** The one query for everything that is there, and one for the people of a group text. */
const lookUpUnits = 10;

/** A query over records that the role may not see fails without saying so: null, or NetSuite's own refusal to make one. 2 units. */
function whyNoMessages(): unknown {
  try {
    record.create({ type: message.type });
    return null;
  } catch (refused) {
    return refused;
  }
}

/** Days as the user at the page counts them. Their zone is kept with what they log: nobody else can ask NetSuite for it. */
function ownCalendar(): Calendar {
  const zone: unknown = runtime.getCurrentUser().getPreference({ name: 'TIMEZONE' });
  return { of: 'user', zone: typeof zone === 'string' && zone !== '' ? zone : null };
}

const dayNameOf = ({ log: { extensionId, conversationId }, moment }: TextToLog, person: string | null): DayName => ({ extensionId, day: conversationDay({ conversationId, day: moment.day, person }) });

/** Messages of one conversation, day and organizer, no more than one phone call is completed with at once. */
function conversations(texts: readonly TextToLog[]): TextToLog[][] {
  const groups = new Map<string, TextToLog[]>();
  for (const text of texts) {
    const { extensionId, conversationId } = text.log;
    const name = [extensionId, conversationId, text.moment.day, text.organizer].join(':');
    groups.set(name, [...(groups.get(name) ?? []), text]);
  }
  return [...groups.values()].flatMap((group) => Array.from({ length: Math.ceil(group.length / mostTogether) }, (_, at) => group.slice(at * mostTogether, (at + 1) * mostTogether)));
}

/**
 * Logs the messages of one request, conversation by conversation: results in the same order, a bad one holds up nobody, and when the
 * units left no longer cover a record's worst case the rest is asked for again. Never throws.
 */
export function logTexts(logs: readonly unknown[], { caller, remainingUnits }: BatchTools, calendar: () => Calendar = ownCalendar): TextResult[] {
  const outcomes = new Map<number, TextOutcome>();
  const texts = new Map<TextToLog, number[]>();
  const named = new Map<string, TextToLog>();
  logs.forEach((log, at) => {
    const read = v.safeParse(TextLog, log);
    if (!read.success) {
      outcomes.set(at, { status: 'refused', record: null, ...misfits(read.issues) });
      return;
    }
    const text = textToLog(read.output, organizerOf(read.output, caller), calendar());
    // The same report twice in one batch is one; two different ones of a message follow each other.
    const name = JSON.stringify(read.output);
    const same = named.get(name) ?? text;
    named.set(name, same);
    texts.set(same, [...(texts.get(same) ?? []), at]);
  });
  const settle = (text: TextToLog, outcome: TextOutcome): void => texts.get(text)?.forEach((at) => outcomes.set(at, outcome));
  try {
    logAll([...texts.keys()], settle);
  } catch (failure) {
    const refused: TextOutcome = { ...refusalOf(whyNoMessages() ?? failure), record: null };
    for (const [text, [at = -1]] of texts) if (!outcomes.has(at)) settle(text, refused);
  }
  return logs.map((log, at) => ({ messageId: keyPart(log, 'messageId'), extensionId: keyPart(log, 'extensionId'), ...(outcomes.get(at) ?? later) }));

  function logAll(all: readonly TextToLog[], done: typeof settle): void {
    if (all.length === 0) return;
    const groups = conversations(all);
    const sides = new Map<TextToLog[], Counterpart[]>();
    for (const group of groups) if (remainingUnits() >= 2 * lookUpUnits) sides.set(group, counterpartsOf(group));
    if (sides.size === 0 || remainingUnits() < lookUpUnits) return;
    const days = [...sides].flatMap(([[first], counterparts]) => (first ? counterparts.map(({ part }) => dayNameOf(first, part)) : []));
    const found: FoundTexts = findTexts(all.map(({ log }) => log), days);
    for (const [group, counterparts] of sides) {
      const results = remainingUnits() < fewestConversationUnits ? group.map(() => later) : logConversation(group, counterparts, { found, caller, remainingUnits });
      group.forEach((text, at) => done(text, results[at] ?? later));
    }
  }
}
