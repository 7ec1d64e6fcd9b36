import * as v from 'valibot';
import { directions } from '../../core/calls/outcome.ts';
import type { Delivery, Message, TextEnd } from '../../core/messages/message.ts';

/** A text as RingCentral reports it. */
export interface ReportedText {
  message: Message;
  unread: boolean;
  /** Deleted at RingCentral. */
  gone: boolean;
}

/** RingCentral's ids: integers in REST, strings in events. */
export const Id = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.regex(/^\d{1,40}$/));
const text = v.nullish(v.string(), '');
const End = v.object({ phoneNumber: text, extensionNumber: text, name: text, target: v.optional(v.boolean(), false) });
const Attachment = v.object({ id: Id, type: text, contentType: text, fileName: text, size: v.nullish(v.number(), null), uri: text });
const time = v.pipe(v.string(), v.transform(Date.parse), v.number());

const Reported = v.object({
  id: Id,
  type: v.literal('SMS'),
  direction: v.picklist(directions),
  conversationId: v.optional(Id),
  conversation: v.optional(v.object({ id: Id })),
  from: v.optional(End, {}),
  to: v.optional(v.array(End), []),
  creationTime: time,
  subject: text,
  readStatus: text,
  availability: text,
  messageStatus: text,
  deliveryErrorCode: text,
  attachments: v.optional(v.array(Attachment), []),
});
type Reported = v.InferOutput<typeof Reported>;

const deliveryOf: Record<string, Delivery> = { Queued: 'Queued', Sent: 'Sent', Delivered: 'Delivered', DeliveryFailed: 'Failed', SendingFailed: 'Failed', Received: 'Received' };
const endOf = ({ phoneNumber, extensionNumber, name }: v.InferOutput<typeof End>): TextEnd => ({ number: phoneNumber || extensionNumber || '', name: name || null });

function messageOf(said: Reported, conversationId: string): Message {
  const { direction, messageStatus } = said;
  const to = said.to.map(endOf);
  const from = endOf(said.from);
  const target = said.to.find((end) => end.target);
  const delivery = deliveryOf[messageStatus ?? ''] ?? (direction === 'Inbound' ? 'Received' : 'Sent');
  return {
    id: said.id,
    conversationId,
    direction,
    from,
    to,
    ours: (direction === 'Outbound' ? from : target ? endOf(target) : to[0])?.number ?? '',
    at: said.creationTime,
    text: said.subject ?? '',
    // The text is an attachment too, and says nothing more.
    attachments: said.attachments.flatMap(({ id, type, contentType, fileName, size, uri }) => (type === 'Text' ? [] : [{ id, name: fileName ?? '', type: contentType ?? '', size, url: uri ?? '' }])),
    delivery,
    reason: delivery === 'Failed' ? [messageStatus, said.deliveryErrorCode].filter(Boolean).join(' ') : null,
  };
}

/** Reads a message of the store, of a sync or of an event; null: no text, or not readable. */
export function readText(body: unknown): ReportedText | null {
  const read = v.safeParse(Reported, body);
  if (!read.success) return null;
  const conversationId = read.output.conversation?.id ?? read.output.conversationId;
  if (conversationId === undefined) return null;
  const { readStatus, availability } = read.output;
  return { message: messageOf(read.output, conversationId), unread: readStatus === 'Unread', gone: availability === 'Deleted' || availability === 'Purged' };
}

/** Why a failed one failed: it could not be sent, or did not arrive. */
export const couldNotBeSent = ({ reason }: Pick<Message, 'reason'>): boolean => reason?.startsWith('SendingFailed') === true;
