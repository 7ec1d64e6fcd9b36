import type { IndexCard } from '../../../../wire/people/phone-index.ts';
import type { ChipTone } from '../../../ui/chip-view.ts';
import { indexTrouble } from '../../words/phone-index.ts';

/** Something moves by itself, so that the card has to look again. */
export const isRebuilding = ({ run }: Pick<IndexCard, 'run'>): boolean => run.is === 'waiting' || run.is === 'running';

/** How the index stands, in a word and a colour. */
export function indexFace(card: IndexCard): { label: string; tone: ChipTone; pulsing: boolean } {
  if (isRebuilding(card)) return { label: 'Rebuilding…', tone: 'green', pulsing: true };
  if (indexTrouble(card) === null) return { label: 'Built', tone: 'green', pulsing: false };
  return { label: card.built === null ? 'Not built' : 'Needs attention', tone: 'amber', pulsing: false };
}
