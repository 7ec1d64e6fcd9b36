import * as v from 'valibot';
import { directions } from '../../../../core/calls/outcome.ts';
import type { Message } from '../../../../core/messages/message.ts';
import { othersOf } from '../../../../core/messages/others.ts';
import { errorCodes } from '../../../../wire/errors.ts';

/** Why a picture is not a file in NetSuite: RingCentral does not have it any more, would not give it, or our own endpoint said no. */
export const pictureTroubles = ['gone', 'not-given', ...errorCodes] as const;

/** A picture of a logged message that NetSuite is to have as a file. Its bytes are not among it: RingCentral has them until they are sent. */
export const Picture = v.object({
  messageId: v.string(),
  extensionId: v.string(),
  attachmentId: v.string(),
  /** At RingCentral. */
  url: v.string(),
  /** Bytes; null: not said. */
  size: v.nullable(v.number()),
  /** For the eyes of its owner: whose message it is of, and when, epoch milliseconds. */
  direction: v.picklist(directions),
  with: v.object({ number: v.string(), name: v.nullable(v.string()) }),
  at: v.number(),
  /** It will not get there as things are; `at`: epoch milliseconds. */
  refusal: v.nullable(v.object({ why: v.picklist(pictureTroubles), detail: v.string(), at: v.number() })),
});
export type Picture = v.InferOutput<typeof Picture>;

export const idOfPicture = ({ messageId, attachmentId }: Pick<Picture, 'messageId' | 'attachmentId'>): string => `${messageId}:${attachmentId}`;

/** Those of a message that has come. */
export const picturesOf = (message: Message, extensionId: string): Picture[] =>
  message.attachments.map(({ id, url, size }) => ({
    messageId: message.id, extensionId, attachmentId: id, url, size, direction: message.direction, with: othersOf(message)[0] ?? { number: '', name: null }, at: message.at, refusal: null,
  }));
