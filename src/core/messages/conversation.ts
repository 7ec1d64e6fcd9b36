import { mergeMessage } from './merge-message.ts';
import type { Message, TextEnd } from './message.ts';
import { othersOf } from './others.ts';

/** A thread as people see it: who is in it, what was said last, how much of it nobody has read. */
export interface Conversation {
  id: string;
  /** One, or several in a group text. */
  others: TextEnd[];
  /** Number this user writes from in it. */
  ours: string;
  /** Epoch milliseconds of the newest message. */
  at: number;
  /** The newest message. */
  last: Message;
  unread: number;
}

/** Oldest first; of the same moment the lower id. */
const byTime = (a: Message, b: Message): number => a.at - b.at || a.id.length - b.id.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** A thread's messages with newly reported ones put in, each once, oldest first. */
export function addMessages(kept: readonly Message[], reported: readonly Message[]): Message[] {
  const all = new Map(kept.map((message) => [message.id, message]));
  for (const message of reported) {
    const other = all.get(message.id);
    all.set(message.id, other ? mergeMessage(other, message) : message);
  }
  return [...all.values()].sort(byTime);
}

/** The thread these messages of one conversation make; null for none. */
export function conversationOf(messages: readonly Message[], unread: number): Conversation | null {
  const last = [...messages].sort(byTime).at(-1);
  if (!last) return null;
  const others = new Map<string, TextEnd>();
  for (const end of messages.flatMap(othersOf)) {
    const known = others.get(end.number);
    if (!known || known.name === null) others.set(end.number, end);
  }
  return { id: last.conversationId, others: [...others.values()], ours: last.ours, at: last.at, last, unread };
}
