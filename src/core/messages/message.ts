import type { Direction } from '../calls/outcome.ts';

/** One side of a text as RingCentral reports it. `number` is E.164, a short code, or an extension's number; '' when withheld. */
export interface TextEnd { number: string; name: string | null }

/** A picture or file of a text; `url` needs RingCentral's token, `size` is in bytes where it is known. */
export interface Attachment { id: string; name: string; type: string; size: number | null; url: string }

/**
 * How far a text is, in the order it gets there; an inbound one is `Received` from the beginning.
 *
 *   Queued ──▶ Sent ──▶ Delivered
 *                 └───▶ Failed
 */
export const deliveries = ['Queued', 'Sent', 'Failed', 'Delivered', 'Received'] as const;
export type Delivery = (typeof deliveries)[number];

/** One SMS or MMS of one user, as RingCentral's message store holds it. */
export interface Message {
  /** RingCentral's message id: one per user, also where two users of a company share a conversation. */
  id: string;
  conversationId: string;
  direction: Direction;
  from: TextEnd;
  to: TextEnd[];
  /** This user's own number in it: who sent an outbound text, who received an inbound one. */
  ours: string;
  /** Epoch milliseconds. */
  at: number;
  text: string;
  attachments: Attachment[];
  delivery: Delivery;
  /** Why it failed, in RingCentral's words or code; null otherwise. */
  reason: string | null;
}
