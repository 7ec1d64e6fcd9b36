import { useEffect, useState } from 'preact/hooks';
import type { TextAnswer, TextOrder } from '../../../wire/line/texts.ts';
import type { Line } from '../../ui/line.ts';

/** Where it is said that a text was not sent, that the list was not read, and that a thread was not: apart, since questions are asked again and again. */
export const textsPlace = 'texts';
export const listPlace = 'texts:list';
export const threadPlace = 'texts:thread';
/** Nobody has asked: where it fails, the button stays and says so. */
export const olderPlace = 'texts:older';

/** Asks the line about texts; null when it refused, which is then said at `place`. */
export async function askTexts<K extends TextAnswer['kind']>(line: Line, order: TextOrder, kind: K, place: string = textsPlace): Promise<Extract<TextAnswer, { kind: K }> | null> {
  const result = await line.ask({ name: 'texts', order }, place);
  const texts = result.done && result.value && 'texts' in result.value ? result.value.texts : null;
  return texts?.kind === kind ? (texts as Extract<TextAnswer, { kind: K }>) : null;
}

/** An answer of the line, kept up to date; `last` stays shown while a newer one is on its way. */
export type TextsShown<T> = { state: 'asking' } | { state: 'shown'; last: T } | { state: 'refused' };

/** The answer to a question about texts, asked again whenever the line's texts or its connection change; null asks nothing. */
export function useTexts<K extends TextAnswer['kind']>(line: Line, order: TextOrder | null, kind: K, place: string): TextsShown<Extract<TextAnswer, { kind: K }>> {
  type Answer = Extract<TextAnswer, { kind: K }>;
  const state = line.state.value;
  const question = order === null ? null : JSON.stringify(order);
  const [answer, setAnswer] = useState<{ to: string; shown: TextsShown<Answer> } | null>(null);
  useEffect(() => {
    if (order === null || question === null) return undefined;
    let current = true;
    void askTexts(line, order, kind, place).then((last) => {
      if (current) setAnswer({ to: question, shown: last === null ? { state: 'refused' } : { state: 'shown', last } });
    });
    return () => { current = false; };
  }, [question, state?.texts?.revision, state?.texts?.store, state?.connection.state]);
  return answer && answer.to === question ? answer.shown : { state: 'asking' };
}
