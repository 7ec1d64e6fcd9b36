import type { LineState } from '../../../wire/line/state.ts';

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** How much NetSuite has not taken yet. */
export function Unsent({ state: { unsent: { waiting, waitingTexts }, texts } }: { state: Pick<LineState, 'unsent' | 'texts'> }) {
  const kinds = [[waiting, 'call'], [waitingTexts, 'message'], [texts?.pictures.waiting ?? 0, 'picture']] as const;
  const parts = kinds.flatMap(([count, what]) => (count > 0 ? [counted(count, what)] : []));
  const last = parts.pop();
  return last ? <p class="me quiet">{parts.length > 0 ? `${parts.join(', ')} and ${last}` : last} waiting to be saved in NetSuite.</p> : null;
}
