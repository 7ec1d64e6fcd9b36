import type { Unsent } from '../../../wire/line/unsent.ts';
import type { Draft } from './draft.ts';
import { refusedLog } from './refused-log.ts';

/** Shown of those that NetSuite refused; the others follow when these are dealt with. */
const mostShown = 20;

/** What is not at NetSuite, as windows see it. */
export function unsentView(drafts: Iterable<Draft>, due: readonly Draft[], rest: Pick<Unsent, 'sessionEnded' | 'lasting'>): Unsent {
  const refused = [...drafts].flatMap((draft) => refusedLog(draft) ?? []).sort((a, b) => b.at - a.at);
  const texts = due.filter(({ kind }) => kind === 'text').length;
  return { ...rest, waiting: due.length - texts, waitingTexts: texts, refused: refused.slice(0, mostShown), refusedInAll: refused.length };
}
