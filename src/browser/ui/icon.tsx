import { barDrawings } from './bar-drawings.ts';
import type { rarerDrawings } from './rarer-drawings.ts';

/** Our own drawings on a 16 × 16 grid, strokes in the colour of the text around them. */
const drawings = {
  ...barDrawings,
  hangUp: 'M1.6 9.8c3.6-3.4 9.2-3.4 12.8 0l-1.3 1.9-2.9-1.2V8.4a8 8 0 0 0-4.4 0v2.1l-2.9 1.2Z',
  mute: 'M8 1.8a2 2 0 0 1 2 2v3.7a2 2 0 0 1-4 0V3.8a2 2 0 0 1 2-2ZM3.7 7.5a4.3 4.3 0 0 0 8.6 0M8 11.8v2.4M2.3 2l11.4 12',
  hold: 'M5.5 3v10M10.5 3v10',
  resume: 'M5 3l7.5 5L5 13Z',
  keypad: 'M3.5 3.5h.01M8 3.5h.01M12.5 3.5h.01M3.5 8h.01M8 8h.01M12.5 8h.01M3.5 12.5h.01M8 12.5h.01M12.5 12.5h.01',
  close: 'M4 4l8 8M12 4l-8 8',
  popOut: 'M2.5 3.5h11v9h-11ZM8 7.5h5.5v5H8Z',
  check: 'M3 8.5l3.3 3.3L13 4.8',
  more: 'M3.2 8h.01M8 8h.01M12.8 8h.01',
  transfer: 'M2 8h8.5M7.5 4.8 10.7 8l-3.2 3.2M13.6 3v10',
  swap: 'M4.6 2.4v11M2.2 11l2.4 2.4L7 11M11.4 13.6v-11M9 5l2.4-2.4L13.8 5',
  warning: 'M8 2.2 14.5 13.5h-13ZM8 6.5v3.3M8 11.7h.01',
} as const;

export type IconName = keyof typeof drawings | keyof typeof rarerDrawings;

const known: Partial<Record<IconName, string>> = { ...drawings };

/** For screens that a call does not need, and a record page does not load with it. */
export const addDrawings = (more: typeof rarerDrawings): void => void Object.assign(known, more);

/** Decoration only: the words beside it, or the button's label, carry the meaning. */
export function Icon({ name }: { name: IconName }) {
  return <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d={known[name]} /></svg>;
}
