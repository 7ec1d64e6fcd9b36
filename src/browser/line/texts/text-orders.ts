import * as v from 'valibot';
import type { CommandResult } from '../../../wire/line/commands.ts';
import type { TextAnswer, TextOrder } from '../../../wire/line/texts.ts';
import { done, refused } from '../calls/refusal.ts';
import type { CallerIds } from '../account/me.ts';
import type { Rest } from '../oauth/rest.ts';
import type { OutgoingTexts } from './outgoing.ts';
import type { Pictures } from './pictures/pictures.ts';
import { readText, type ReportedText } from '../../../wire/messages/reported-text.ts';
import { restTrouble } from './rest-trouble.ts';
import type { SendResult, SendText } from './send-text.ts';
import type { Threads } from './threads.ts';
import { listOf, threadOf } from './views.ts';

const store = '/restapi/v1.0/account/~/extension/~/message-store';
/** Older messages asked for at once. */
const pageSize = 50;
/** Before anybody texted: RingCentral looks one day back when it is not told from when. */
const longAgo = '2010-01-01T00:00:00Z';
/** RingCentral takes 40 changes a minute: what is further back stays unread there until the thread is read again. */
const mostMarked = 20;

const Page = v.object({ records: v.array(v.unknown()), navigation: v.optional(v.object({ nextPage: v.nullish(v.unknown()) })) });

export interface TextOrderTools {
  rest(): Rest | null;
  download(url: string): Promise<{ bytes: ArrayBuffer; contentType: string }>;
  senders(): CallerIds;
  threads: Threads;
  outgoing: OutgoingTexts;
  sendText: SendText;
  pictures: Pick<Pictures, 'bringAgain' | 'leave'>;
  /** Shown, not logged: they are from before. */
  takeOlder(texts: ReportedText[]): void;
}

const answered = (texts: TextAnswer): CommandResult => done({ texts });

/** What windows ask about texts, each answered once. */
export function createTextOrders({ rest, download, senders, threads, outgoing, sendText, pictures, takeOlder }: TextOrderTools) {
  const sent = (result: SendResult): CommandResult => ('refusal' in result ? refused(result.refusal, result.detail) : answered({ kind: 'conversation', conversation: result.conversation }));

  function thread(conversation: string, most: number): CommandResult {
    const found = threadOf(conversation, threads.get(conversation), outgoing.all(), most);
    return found ? answered(found) : refused('no-such-text');
  }

  async function loadOlder(through: Rest, conversation: string, most: number): Promise<CommandResult> {
    const kept = threads.get(conversation);
    const oldest = kept?.messages[0];
    if (kept?.older && oldest && kept.messages.length <= most) {
      const query = new URLSearchParams({ messageType: 'SMS', conversationId: conversation, dateFrom: longAgo, dateTo: new Date(oldest.at).toISOString(), perPage: String(pageSize) });
      const { records, navigation } = v.parse(Page, await through.get(`${store}?${query.toString()}`));
      takeOlder(records.flatMap((record) => readText(record) ?? []));
      if (!navigation?.nextPage) threads.complete(conversation);
    }
    return thread(conversation, most);
  }

  async function markRead(through: Rest, conversation: string): Promise<CommandResult> {
    const unread = threads.get(conversation)?.unread.slice(-mostMarked) ?? [];
    for (const id of unread) {
      try {
        await through.put(`${store}/${encodeURIComponent(id)}`, { readStatus: 'Read' });
      } catch (failure) {
        // Gone there: nobody has to read it.
        if (restTrouble(failure)?.status !== 404) throw failure;
      }
      threads.markRead(conversation, [id]);
    }
    return answered({ kind: 'done' });
  }

  async function attachment(message: string, id: string): Promise<CommandResult> {
    const found = threads.message(message)?.attachments.find((one) => one.id === id);
    if (!found) return refused('no-such-text');
    return answered({ kind: 'file', ...(await download(found.url)) });
  }

  return async (order: TextOrder): Promise<CommandResult> => {
    const through = rest();
    if (!through) return refused('not-connected');
    switch (order.verb) {
      case 'list':
        return answered({ kind: 'list', threads: listOf(threads.all(), outgoing.all()), senders: senders() });
      case 'thread':
        return thread(order.conversation, order.most);
      case 'load-older':
        return loadOlder(through, order.conversation, order.most);
      case 'send':
        return sent(await sendText.send(order));
      case 'retry':
        return sent(await sendText.retry(order.id));
      case 'discard':
        return sendText.discard(order.id) ? answered({ kind: 'done' }) : refused('no-such-text');
      case 'mark-read':
        return markRead(through, order.conversation);
      case 'attachment':
        return attachment(order.message, order.attachment);
      case 'bring-picture':
        return pictures.bringAgain(order.id) ? answered({ kind: 'done' }) : refused('no-such-text');
      case 'leave-picture':
        return pictures.leave(order.id) ? answered({ kind: 'done' }) : refused('no-such-text');
    }
  };
}
