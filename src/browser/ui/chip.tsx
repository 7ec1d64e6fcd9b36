import type { ChipView } from './chip-view.ts';

/** The connection in one word and one colour. */
export function Chip({ view }: { view: ChipView }) {
  return <span class={`chip ${view.tone}${view.pulsing ? ' pulsing' : ''}`} role="status">{view.label}</span>;
}
