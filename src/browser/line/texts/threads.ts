import { addMessages } from '../../../core/messages/conversation.ts';
import type { Message } from '../../../core/messages/message.ts';
import { mostMessages, mostThreads, type KeptThreads, type Thread } from './kept-threads.ts';
import type { ReportedText } from '../../../wire/messages/reported-text.ts';

export interface ThreadsTools { kept: KeptThreads; onChange(): void }

const lastAt = ({ messages }: Thread): number => messages.at(-1)?.at ?? 0;

/** All conversations of the user as this browser knows them: every message once, whatever reports it and how often. */
export function createThreads({ kept, onChange }: ThreadsTools) {
  const threads = new Map<string, Thread>();

  function drop(conversation: string): void {
    threads.delete(conversation);
    void kept.delete(conversation);
  }
  function keepWithin(): void {
    const over = [...threads.values()].sort((a, b) => lastAt(b) - lastAt(a)).slice(mostThreads);
    for (const { conversation } of over) drop(conversation);
  }

  return {
    /** What earlier lines of this user kept. */
    async read(): Promise<void> {
      for (const thread of await kept.threads()) if (!threads.has(thread.conversation)) threads.set(thread.conversation, thread);
      onChange();
    },
    /** Puts reports in. `changed`: those that were not known so, as they stand now; `arrived`: nobody knew of them, and nobody has read them; `keep` makes it last. `older`: they were asked for from behind. */
    apply(reports: readonly ReportedText[], { older = false } = {}): { changed: Message[]; arrived: Message[]; keep(): void } {
      const changed: Message[] = [];
      const arrived: Message[] = [];
      const touched = new Set<Thread>();
      // In the order in which they were written, whatever order they are told in.
      for (const { message, unread, gone } of [...reports].sort((a, b) => a.message.at - b.message.at || Number(a.message.id) - Number(b.message.id))) {
        const conversation = message.conversationId;
        const thread = threads.get(conversation) ?? { conversation, messages: [], unread: [], older: true };
        const before = thread.messages.find(({ id }) => id === message.id);
        if (gone) {
          if (!before) continue;
          thread.messages = thread.messages.filter(({ id }) => id !== message.id);
        } else {
          const first = thread.messages[0];
          // Shown, it would leave a gap behind it; it comes with the older ones when they are asked for.
          if (!before && !older && thread.older && first && thread.messages.length >= mostMessages && message.at < first.at) {
            changed.push(message);
            continue;
          }
          thread.messages = addMessages(thread.messages, [message]);
          const after = thread.messages.find(({ id }) => id === message.id) ?? message;
          if (!before || JSON.stringify(before) !== JSON.stringify(after)) changed.push(after);
          if (!before && unread) arrived.push(after);
        }
        const others = thread.unread.filter((id) => id !== message.id);
        thread.unread = unread && !gone ? [...others, message.id] : others;
        threads.set(conversation, thread);
        touched.add(thread);
      }
      if (touched.size > 0) onChange();
      return {
        changed,
        arrived,
        keep() {
          for (const thread of touched) {
            if (thread.messages.length === 0) drop(thread.conversation);
            else if (threads.has(thread.conversation)) void kept.write(thread);
          }
          keepWithin();
        },
      };
    },
    /** RingCentral has nothing older. */
    complete(conversation: string): void {
      const thread = threads.get(conversation);
      if (!thread?.older) return;
      thread.older = false;
      void kept.write(thread);
      onChange();
    },
    markRead(conversation: string, ids: readonly string[]): void {
      const thread = threads.get(conversation);
      if (!thread || ids.length === 0) return;
      thread.unread = thread.unread.filter((id) => !ids.includes(id));
      void kept.write(thread);
      onChange();
    },
    /** Newest first. */
    all: (): Thread[] => [...threads.values()].sort((a, b) => lastAt(b) - lastAt(a)),
    get: (conversation: string): Thread | undefined => threads.get(conversation),
    knows: (messageId: string): boolean => [...threads.values()].some(({ messages }) => messages.some(({ id }) => id === messageId)),
    message(id: string): Message | undefined {
      for (const { messages } of threads.values()) {
        const found = messages.find((message) => message.id === id);
        if (found) return found;
      }
      return undefined;
    },
    unread: (): number => [...threads.values()].reduce((sum, { unread }) => sum + unread.length, 0),
    forget(): void {
      threads.clear();
      void kept.forget();
      onChange();
    },
  };
}

export type Threads = ReturnType<typeof createThreads>;
