import log = require('N/log');
import type { EntryPoints } from 'N/types';
import { changeCursor } from './cursors.ts';
import type { LoggedTexts } from './found-texts.ts';
import type { TextCursor, TextCursorState } from './text-cursor-state.ts';

/** Messages of one extension that wait; with more of them the cursor stays where it is. */
const mostParked = 200;

/** Ends a run: each extension's cursor moves on only when everything found of it is logged or parked. What is missing is read again. */
export function finishTexts({ inputSummary, reduceSummary, output }: EntryPoints.MapReduce.summarizeContext, read: readonly string[]): void {
  const done = new Map<string, LoggedTexts>();
  output.iterator().each((key, value) => {
    done.set(key, JSON.parse(value) as LoggedTexts);
    return true;
  });
  const lost = new Set<string>();
  reduceSummary.keys.iterator().each((key) => {
    if (!done.has(key)) lost.add(key.split(':')[0] ?? '');
    return true;
  });
  if (lost.size > 0) log.error({ title: 'Extensions whose texts NetSuite could not log; the next run reads them again', details: String(lost.size) });
  for (const extensionId of read) {
    const results = [...done.values()].filter((each) => each.extensionId === extensionId);
    // A reading that failed has handed nothing on to be logged.
    const whole = !inputSummary.error && !lost.has(extensionId) && results.every(({ later }) => !later);
    changeCursor(extensionId, null, (state) => ended(state, results.flatMap(({ refused }) => refused), whole));
  }
}

function ended(state: TextCursorState, refused: LoggedTexts['refused'], whole: boolean): TextCursorState {
  const { cursor, next } = state;
  if (next === null) return state;
  if (!whole) return { ...state, next: null };
  const tries = new Map(cursor.parked.map((each) => [each.log.messageId, each.tries]));
  const parked: TextCursor['parked'] = refused.map(({ log: text, code }) => ({ log: text, code, tries: (tries.get(text.messageId) ?? 0) + 1 }));
  return parked.length > mostParked ? { ...state, next: null } : { v: 1, cursor: { ...next, parked }, next: null };
}
