import type { Message } from '../../../core/messages/message.ts';
import { logOf } from '../../../wire/messages/log-of.ts';
import type { Clock } from '../../environment/clock.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { LineTimings } from '../timings.ts';

export interface LogTextsTools {
  clock: Clock;
  timings: Pick<LineTimings, 'textQuietMs' | 'textLongestMs'>;
  outbox: Pick<Outbox, 'keepText' | 'closeTexts'>;
  extensionId(): string | null;
}

/**
 * Every message goes to NetSuite, and again when it has come further. Those of a conversation go together, when it has been
 * quiet for a while: a day of texts takes a few requests, and the phone call they belong to is written as seldom.
 */
export function createLogTexts({ clock, timings, outbox, extensionId }: LogTextsTools) {
  const waiting = new Map<string, { since: number; cancel(): void }>();

  function send(conversation: string): void {
    const batch = waiting.get(conversation);
    if (!batch) return;
    batch.cancel();
    waiting.delete(conversation);
    outbox.closeTexts([conversation]);
  }

  return {
    add(messages: readonly Message[]): void {
      const extension = extensionId();
      if (extension === null) return;
      for (const message of messages) {
        const conversation = message.conversationId;
        outbox.keepText(logOf(message, extension), { open: true });
        const batch = waiting.get(conversation) ?? { since: clock.now(), cancel: () => undefined };
        batch.cancel();
        batch.cancel = clock.after(Math.min(timings.textQuietMs, Math.max(0, batch.since + timings.textLongestMs - clock.now())), () => send(conversation));
        waiting.set(conversation, batch);
      }
    },
    /** Do not wait: there may be nobody left to do it later. */
    sendAll(): void {
      for (const conversation of [...waiting.keys()]) send(conversation);
    },
    close(): void {
      for (const { cancel } of waiting.values()) cancel();
    },
  };
}

export type LogTexts = ReturnType<typeof createLogTexts>;
