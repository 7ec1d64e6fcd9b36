import * as v from 'valibot';
import { directions } from '../../core/calls/outcome.ts';
import { deliveries } from '../../core/messages/message.ts';
import { personTypes } from '../../core/people/person.ts';
import { plainText } from '../calls/plain-text.ts';

/** Longest text of one message, in characters (it goes whole into a CLOBTEXT field). A longer one is refused with TOO_LARGE: send it as an attachment. */
export const longestLoggedText = 1_000_000;
/** Messages in one request. */
export const largestTextBatch = 50;
/** People a group text has at RingCentral at most, with room. */
const mostRecipients = 50;
const mostAttachments = 20;

const id = v.pipe(v.string(), v.maxLength(40), v.regex(/^\d+$/));
const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest), v.transform(plainText));
/** As RingCentral reports it, '' when withheld. */
const end = v.object({ number: text(60), name: v.nullable(text(200)) });
/** NetSuite has no URL class, which valibot's own check needs; a link must not be able to run anything either. */
const link = v.pipe(v.string(), v.maxLength(999), v.regex(/^https?:\/\/[^\s"'<>\\]+$/i));

const attachment = v.object({
  id,
  name: text(200),
  /** Media type, such as `image/jpeg`. */
  type: text(100),
  /** Bytes. */
  size: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  url: link,
});

/** One message of one user, as far as the sender knows it; a later log of the same message completes it (delivery, late attachments). */
export const TextLog = v.object({
  /** RingCentral's message id. With `extensionId` it names the message. */
  messageId: id,
  extensionId: id,
  conversationId: id,
  direction: v.picklist(directions),
  from: end,
  to: v.pipe(v.array(end), v.minLength(1), v.maxLength(mostRecipients)),
  /** This user's own number in it: who sent an outbound text, who received an inbound one. */
  ours: text(60),
  /** ISO 8601, UTC. */
  at: v.pipe(v.string(), v.isoTimestamp(), v.check((moment) => !Number.isNaN(Date.parse(moment)))),
  /** Whole; may be '' where there are attachments. */
  text: text(longestLoggedText),
  attachments: v.pipe(v.array(attachment), v.maxLength(mostAttachments)),
  delivery: v.picklist(deliveries),
  /** Why it failed, in RingCentral's words or code. */
  reason: v.nullable(text(200)),
  /** Somebody already known on the other side; null: NetSuite matches the numbers itself, as it always does for a group text. */
  person: v.nullable(v.object({ type: v.picklist(personTypes), id: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
  /** Employee id of the organizer; read only from callers who may edit the settings record, otherwise the caller. */
  organizer: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
export type TextLog = v.InferOutput<typeof TextLog>;
