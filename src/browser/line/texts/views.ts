import { conversationOf } from '../../../core/messages/conversation.ts';
import type { Message } from '../../../core/messages/message.ts';
import type { TextAnswer, TextMessage, TextStanding, TextThread } from '../../../wire/line/texts.ts';
import type { Thread } from './kept-threads.ts';
import type { Outgoing } from './outgoing.ts';
import { couldNotBeSent } from '../../../wire/messages/reported-text.ts';

/** Characters of the newest message that a list shows. */
const longestBeginning = 140;

export function standingOf(message: Message): TextStanding {
  switch (message.delivery) {
    case 'Received':
      return { is: 'received' };
    case 'Queued':
      return { is: 'queued' };
    case 'Sent':
      return { is: 'sent' };
    case 'Delivered':
      return { is: 'delivered' };
    case 'Failed':
      return { is: 'failed', cause: couldNotBeSent(message) ? 'not-sent' : 'not-delivered', detail: message.reason?.split(' ')[1] ?? '' };
  }
}

const shown = (message: Message, unread: readonly string[]): TextMessage => ({
  id: message.id, direction: message.direction, from: message.from, to: message.to, at: message.at, text: message.text,
  attachments: message.attachments.map(({ id, name, type, size }) => ({ id, name, contentType: type, size })), unread: unread.includes(message.id), standing: standingOf(message),
});
const waiting = ({ id, from, to, at, text, failed }: Outgoing): TextMessage => ({
  id, direction: 'Outbound', from: { number: from, name: null }, to: to.map((number) => ({ number, name: null })), at, text, attachments: [], unread: false,
  standing: failed ? { is: 'failed', ...failed } : { is: 'sending' },
});

interface Shown { conversation: string; with: TextThread['with']; own: string; messages: TextMessage[]; unread: number; older: boolean }

/** A conversation with what RingCentral does not have of it. `undefined`: nothing is there. */
function put(thread: Thread | undefined, outgoing: readonly Outgoing[]): Shown | undefined {
  const known = thread && conversationOf(thread.messages, thread.unread.length);
  const [first] = outgoing;
  const conversation = thread?.conversation ?? first?.conversation;
  if (conversation === undefined || (!known && !first)) return undefined;
  return {
    conversation, with: known?.others ?? first?.to.map((number) => ({ number, name: null })) ?? [], own: known?.ours ?? first?.from ?? '',
    messages: [...(thread?.messages ?? []).map((message) => shown(message, thread?.unread ?? [])), ...outgoing.map(waiting)].sort((a, b) => a.at - b.at),
    unread: thread?.unread.length ?? 0, older: thread?.older ?? false,
  };
}

/** Newest first. */
export function listOf(threads: readonly Thread[], outgoing: readonly Outgoing[]): TextThread[] {
  const conversations = new Map<string, Thread | undefined>(threads.map((thread) => [thread.conversation, thread]));
  for (const { conversation } of outgoing) if (!conversations.has(conversation)) conversations.set(conversation, undefined);
  return [...conversations]
    .flatMap(([conversation, thread]) => put(thread, outgoing.filter((text) => text.conversation === conversation)) ?? [])
    .flatMap(({ conversation, with: others, own, messages, unread }) => {
      const last = messages.at(-1);
      return last ? [{ conversation, with: others, own, unread, last: { text: last.text.slice(0, longestBeginning), at: last.at, direction: last.direction, attachments: last.attachments.length, standing: last.standing } }] : [];
    })
    .sort((a, b) => b.last.at - a.last.at);
}

/** The newest `most` of one conversation. */
export function threadOf(conversation: string, thread: Thread | undefined, outgoing: readonly Outgoing[], most: number): Extract<TextAnswer, { kind: 'thread' }> | null {
  const whole = put(thread, outgoing.filter((text) => text.conversation === conversation));
  if (!whole) return null;
  const messages = whole.messages.slice(-most);
  return { kind: 'thread', conversation, with: whole.with, own: whole.own, messages, older: whole.older || messages.length < whole.messages.length };
}
