import { cutToBytes } from '../calls/cut-text.ts';
import { deliveries, type Delivery, type Message } from './message.ts';

/** One message as the comment of the phone call shows it; whole it stands in a record of its own. */
export interface TextLine {
  /** RingCentral's message id. */
  id: string;
  /** Epoch milliseconds. */
  at: number;
  /** Time of day as the organizer reads it, '' where it is not known. */
  time: string;
  /** Who wrote it. */
  who: string;
  text: string;
  attachments: number;
  delivery: Delivery;
  reason: string | null;
}

/** What is known of the texts of one conversation and day. */
export interface TextDay {
  /** People on the other side. */
  others: number;
  /** The newest messages, in the order of their ids. */
  lines: TextLine[];
  /** Ids of those before. */
  earlier: string[];
}

/** More than ever fit into the comment. */
const mostLines = 60;
/** Of one message in the comment; the rest is in its own record. */
const longestLineBytes = 1_000;

const byText = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
const longer = (a: string, b: string): string => (byText(a, b) >= 0 ? a : b);

export const lineOf = ({ id, at, from, text, attachments, delivery, reason }: Message, time: string): TextLine => ({
  id, at, time, who: from.name ?? from.number, text: cutToBytes(text, longestLineBytes), attachments: attachments.length, delivery, reason,
});

function mergeLine(a: TextLine, b: TextLine): TextLine {
  const ahead = deliveries.indexOf(a.delivery) - deliveries.indexOf(b.delivery) || byText(a.reason ?? '', b.reason ?? '');
  const { delivery, reason } = ahead >= 0 ? a : b;
  return {
    id: a.id, at: Math.min(a.at, b.at), time: longer(a.time, b.time), who: longer(a.who, b.who), text: longer(a.text, b.text),
    attachments: Math.max(a.attachments, b.attachments), delivery, reason,
  };
}

/**
 * Puts two reports of one day together: every message once. Which lines are kept is decided by their ids alone, which grow at
 * RingCentral, so that the result does not depend on the order: commutative, associative, idempotent.
 */
export function mergeDays(a: TextDay, b: TextDay): TextDay {
  const lines = new Map<string, TextLine>();
  for (const line of [...a.lines, ...b.lines]) {
    const other = lines.get(line.id);
    lines.set(line.id, other ? mergeLine(other, line) : line);
  }
  const inOrder = [...lines.values()].sort((one, other) => byText(one.id, other.id));
  const kept = inOrder.slice(-mostLines);
  const shown = new Set(kept.map(({ id }) => id));
  const earlier = new Set([...a.earlier, ...b.earlier, ...inOrder.map(({ id }) => id)].filter((id) => !shown.has(id)));
  return { others: Math.max(a.others, b.others), lines: kept, earlier: [...earlier].sort(byText) };
}

/** The day as far as these messages tell it. */
export const dayOf = (lines: readonly TextLine[], others: number): TextDay => lines.reduce<TextDay>((day, line) => mergeDays(day, { others, lines: [line], earlier: [] }), { others, lines: [], earlier: [] });

export const messagesIn = ({ lines, earlier }: TextDay): number => lines.length + earlier.length;
