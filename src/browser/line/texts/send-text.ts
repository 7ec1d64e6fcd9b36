import * as v from 'valibot';
import type { Message } from '../../../core/messages/message.ts';
import { othersOf } from '../../../core/messages/others.ts';
import { dialable } from '../../../core/numbers/dialable.ts';
import type { CommandRefusal } from '../../../wire/line/commands.ts';
import { longestSentText, mostRecipients, type TextFailure, type TextOrder } from '../../../wire/line/texts.ts';
import type { Clock } from '../../environment/clock.ts';
import type { Rest } from '../oauth/rest.ts';
import type { Outgoing, OutgoingTexts } from './outgoing.ts';
import { readText, type ReportedText } from '../../../wire/messages/reported-text.ts';
import { restTrouble } from './rest-trouble.ts';
import type { SyncTexts } from './sync-texts.ts';
import type { Threads } from './threads.ts';

const sms = '/restapi/v1.0/account/~/extension/~/sms';
const parser = '/restapi/v1.0/number-parser/parse';
/** Clocks of this computer and of RingCentral may differ by so much. */
const clocksDifferMs = 60_000;

const Parsed = v.object({ phoneNumbers: v.array(v.object({ originalString: v.string(), e164: v.optional(v.string(), '') })) });

export interface SendTextTools {
  clock: Clock;
  rest(): Pick<Rest, 'post'> | null;
  senders(): string[];
  threads: Threads;
  outgoing: OutgoingTexts;
  sync: Pick<SyncTexts, 'now'>;
  take(texts: ReportedText[]): Promise<void>;
}

export type SendResult = { conversation: string } | { refusal: CommandRefusal; detail: string };
type Send = Extract<TextOrder, { verb: 'send' }>;

const sameNumbers = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((number) => b.includes(number));

/** Takes a text to RingCentral, once: an order that comes twice is one, and whoever tries again after silence looks first whether it got there. */
export function createSendText({ clock, rest, senders, threads, outgoing, sync, take }: SendTextTools) {
  const underWay = new Map<string, Promise<SendResult>>();

  /** Typed numbers as RingCentral writes them; national ones are read by the user's country there. */
  async function numbersOf(typed: readonly string[], through: Pick<Rest, 'post'>): Promise<string[] | null> {
    const dials = typed.map((text) => dialable(text)?.dial ?? '');
    if (dials.length === 0 || dials.length > mostRecipients || dials.includes('')) return null;
    const national = dials.filter((dial) => !/^\+\d{6,15}$/.test(dial));
    const read = new Map<string, string>();
    if (national.length > 0) {
      const { phoneNumbers } = v.parse(Parsed, await through.post(parser, { originalStrings: national }));
      for (const { originalString, e164 } of phoneNumbers) read.set(originalString, e164);
    }
    const numbers = [...new Set(dials.map((dial) => read.get(dial) ?? dial))];
    return numbers.every((number) => /^\+\d{6,15}$/.test(number)) ? numbers : null;
  }

  const threadWith = (from: string, to: readonly string[]): string | null =>
    threads.all().find(({ messages }) => {
      const last = messages.at(-1);
      return last !== undefined && last.ours === from && sameNumbers(othersOf(last).map(({ number }) => number), to);
    })?.conversation ?? null;

  function failed(text: Outgoing, failure: unknown): SendResult {
    const trouble = restTrouble(failure);
    const cause: TextFailure = trouble === null || (trouble.kind === 'network' && trouble.status !== 429) ? 'no-answer' : trouble.status === 429 || trouble.code === 'MSG-305' ? 'limits' : 'refused';
    outgoing.put({ ...text, failed: { cause, detail: trouble?.words ?? trouble?.code ?? '' } });
    return { conversation: text.conversation };
  }

  async function post(text: Outgoing): Promise<SendResult> {
    const through = rest();
    if (!through) return failed(text, null);
    outgoing.put({ ...text, failed: null });
    try {
      const accepted = readText(await through.post(sms, { from: { phoneNumber: text.from }, to: text.to.map((phoneNumber) => ({ phoneNumber })), text: text.text }));
      outgoing.remove(text.id);
      if (!accepted) {
        // It has it, in words we cannot read: the store will say.
        await sync.now();
        return { conversation: threadWith(text.from, text.to) ?? text.conversation };
      }
      await take([accepted]);
      return { conversation: accepted.message.conversationId };
    } catch (failure) {
      return failed(text, failure);
    }
  }

  const sayingSo = (conversation: string, text: string): string[] => (threads.get(conversation)?.messages ?? []).filter((message) => message.text === text).map(({ id }) => id);

  /** The message that a text without an answer has become after all. */
  function arrived({ from, to, text, at, already }: Outgoing): string | null {
    const conversation = threadWith(from, to);
    const found = conversation === null ? undefined : threads.get(conversation)?.messages.find((message) => message.direction === 'Outbound' && message.text === text && message.at >= at - clocksDifferMs && !already.includes(message.id));
    return found?.conversationId ?? null;
  }

  function again(message: Message | undefined): SendResult | Promise<SendResult> {
    if (message?.direction !== 'Outbound' || message.delivery !== 'Failed') return { refusal: 'no-such-text', detail: '' };
    // Its pictures would be lost.
    if (message.attachments.length > 0) return { refusal: 'wrong-moment', detail: 'attachments' };
    const at = clock.now();
    return post({ id: `again:${message.id}:${at}`, conversation: message.conversationId, from: message.ours, to: othersOf(message).map(({ number }) => number), text: message.text, at, already: sayingSo(message.conversationId, message.text), failed: null });
  }

  const once = (id: string, work: () => Promise<SendResult>): Promise<SendResult> => {
    const running = underWay.get(id) ?? work().finally(() => underWay.delete(id));
    underWay.set(id, running);
    return running;
  };

  return {
    send: ({ id, to, from, text }: Send): Promise<SendResult> => once(id, async () => {
      const known = outgoing.get(id);
      if (known) return { conversation: known.conversation };
      const through = rest();
      if (!through) return { refusal: 'not-connected', detail: '' };
      const sender = from ?? senders()[0];
      // A number that is this user's no more is not replaced unseen.
      if (sender === undefined || !senders().includes(sender)) return { refusal: 'cannot-text', detail: '' };
      if (text.trim() === '') return { refusal: 'wrong-moment', detail: 'text' };
      if (text.length > longestSentText) return { refusal: 'too-long', detail: '' };
      const numbers = await numbersOf(to, through);
      if (numbers === null) return { refusal: 'not-a-number', detail: '' };
      const conversation = threadWith(sender, numbers) ?? `new:${id}`;
      return post({ id, conversation, from: sender, to: numbers, text, at: clock.now(), already: sayingSo(conversation, text), failed: null });
    }),
    /** Also of one that RingCentral had and could not bring: it goes out anew, and the failed one stays. */
    retry: (id: string): Promise<SendResult> => once(id, async () => {
      const text = outgoing.get(id);
      if (!text) return again(threads.message(id));
      if (text.failed?.cause === 'no-answer') {
        if (!(await sync.now())) return { refusal: 'no-answer-from-ringcentral', detail: '' };
        const conversation = arrived(text);
        if (conversation !== null) {
          outgoing.remove(id);
          return { conversation };
        }
      }
      return post({ ...text, at: clock.now(), already: sayingSo(text.conversation, text.text) });
    }),
    discard(id: string): boolean {
      if (!outgoing.get(id)?.failed) return false;
      outgoing.remove(id);
      return true;
    },
  };
}

export type SendText = ReturnType<typeof createSendText>;
