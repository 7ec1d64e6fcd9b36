import type { Message } from '../../core/messages/message.ts';
import type { TextLog } from './log.ts';

const end = ({ number, name }: Message['from']): TextLog['from'] => ({ number: number.slice(0, 60), name: name === null ? null : name.slice(0, 200) });
/** A link that NetSuite may show. */
const isLink = (url: string): boolean => /^https?:\/\/[^\s"'<>\\]{1,980}$/i.test(url);

/** A message in the words of the wire. */
export const logOf = (message: Message, extensionId: string): TextLog => ({
  messageId: message.id,
  extensionId,
  conversationId: message.conversationId,
  direction: message.direction,
  from: end(message.from),
  to: message.to.length > 0 ? message.to.map(end) : [{ number: message.ours.slice(0, 60), name: null }],
  ours: message.ours.slice(0, 60),
  at: new Date(message.at).toISOString(),
  text: message.text,
  attachments: message.attachments.filter(({ url }) => isLink(url)).map(({ id, name, type, size, url }) => ({ id, name: name.slice(0, 200), type: type.slice(0, 100), size, url })),
  delivery: message.delivery,
  reason: message.reason === null ? null : message.reason.slice(0, 200),
  person: null,
  organizer: null,
});
