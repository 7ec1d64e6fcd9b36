import * as v from 'valibot';
import { TextLog } from '../../wire/messages/log.ts';

const moment = v.number();

/** How far the texts of one extension are read. Times are epoch milliseconds. */
export const TextCursor = v.object({
  /** null: nothing was ever read. */
  changes: v.nullable(v.object({ token: v.string(), at: moment })),
  /** Everything since then is read, or stands in `stretches`. */
  from: v.nullable(moment),
  /** Spans that one answer could not hold, read page by page. */
  stretches: v.array(v.object({ from: moment, to: moment, page: v.number() })),
  /** Messages that NetSuite refused, tried again at every run. */
  parked: v.array(v.object({ log: TextLog, code: v.string(), tries: v.number() })),
});
export type TextCursor = v.InferOutput<typeof TextCursor>;

const State = v.object({
  v: v.literal(1),
  cursor: TextCursor,
  /** Where the run under way comes to when all that it found is logged or parked. */
  next: v.nullable(TextCursor),
});
export type TextCursorState = v.InferOutput<typeof State>;

const first: TextCursorState = { v: 1, cursor: { changes: null, from: null, stretches: [], parked: [] }, next: null };

/** What cannot be read starts anew: nothing is lost by it but time. */
export function readCursorState(text: string): TextCursorState {
  try {
    const read = v.safeParse(State, JSON.parse(text));
    if (read.success) return read.output;
  } catch {
    // Empty at first, or damaged.
  }
  return first;
}
