import { noFacts, type Fact, type RecordedFacts } from '../../core/calls/merge.ts';
import { dayOf, lineOf } from '../../core/messages/text-day.ts';
import type { Message, TextEnd } from '../../core/messages/message.ts';
import { othersOf } from '../../core/messages/others.ts';
import type { PersonRef } from '../../core/people/person.ts';
import type { TextLog } from '../../wire/messages/log.ts';
import { textMoment, type TextMoment } from './text-moment.ts';

/** One message that is to be logged, with what follows from it. */
export interface TextToLog {
  log: TextLog;
  message: Message;
  others: TextEnd[];
  moment: TextMoment;
  organizer: number;
  /** Zone to be kept with the message, for those who log without its user; null: not known at first hand. */
  zone: string | null;
}

/** In whose days texts are reckoned. `user`: whoever runs the script, by their own preferences. */
export type Calendar = { of: 'user'; zone: string | null } | { of: 'organizer'; zone: string | null };

export function textToLog(log: TextLog, organizer: number, calendar: Calendar): TextToLog {
  const { messageId, conversationId, direction, from, to, ours, text, attachments, delivery, reason } = log;
  const message: Message = { id: messageId, conversationId, direction, from, to, ours, at: Date.parse(log.at), text, attachments, delivery, reason: delivery === 'Failed' ? reason : null };
  return { log, message, others: othersOf(message), moment: textMoment(message.at, calendar.of === 'user' ? null : calendar.zone), organizer, zone: calendar.of === 'user' ? calendar.zone : null };
}

/** One side of a conversation that gets a phone call of its own. */
export interface Counterpart {
  /** Third part of the key; null where there is one other side. */
  part: string | null;
  end: TextEnd;
  ref: PersonRef | null;
}

/** What these messages of one conversation and day tell of it, towards one other side. */
export function factsOfTexts(texts: readonly TextToLog[], { end, ref }: Counterpart): RecordedFacts {
  const fact = <T>(value: T | null): Fact<T> => (value === null || value === '' ? null : { value, source: 'live' });
  const ours = texts.map(({ message }) => message.ours).reduce((a, b) => (a.length >= b.length ? a : b), '');
  return {
    ...noFacts,
    from: fact(ours),
    to: fact(end.number),
    toName: fact(end.name),
    startedAt: fact(Math.min(...texts.map(({ message }) => message.at))),
    otherSide: fact(ref && { ref, known: null }),
    texts: fact(dayOf(texts.map(({ message, moment }) => lineOf(message, moment.time)), Math.max(...texts.map(({ others }) => others.length)))),
  };
}
