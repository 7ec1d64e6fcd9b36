import { barDrawings } from './bar-drawings.ts';

/** Our own drawings on a 16 × 16 grid, strokes in the colour of the text around them. */
const drawings = {
  ...barDrawings,
  hangUp: 'M1.6 9.8c3.6-3.4 9.2-3.4 12.8 0l-1.3 1.9-2.9-1.2V8.4a8 8 0 0 0-4.4 0v2.1l-2.9 1.2Z',
  mute: 'M8 1.8a2 2 0 0 1 2 2v3.7a2 2 0 0 1-4 0V3.8a2 2 0 0 1 2-2ZM3.7 7.5a4.3 4.3 0 0 0 8.6 0M8 11.8v2.4M2.3 2l11.4 12',
  hold: 'M5.5 3v10M10.5 3v10',
  resume: 'M5 3l7.5 5L5 13Z',
  keypad: 'M3.5 3.5h.01M8 3.5h.01M12.5 3.5h.01M3.5 8h.01M8 8h.01M12.5 8h.01M3.5 12.5h.01M8 12.5h.01M12.5 12.5h.01',
  settings: 'M2 4.5h7M12.5 4.5H14M2 11.5h1.5M7 11.5h7M9 4.5a1.75 1.75 0 1 0 3.5 0 1.75 1.75 0 0 0-3.5 0ZM3.5 11.5a1.75 1.75 0 1 0 3.5 0 1.75 1.75 0 0 0-3.5 0Z',
  doNotDisturb: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM5 8h6',
  queue: 'M2.5 4h11M2.5 8h11M2.5 12H8',
  close: 'M4 4l8 8M12 4l-8 8',
  popOut: 'M2.5 3.5h11v9h-11ZM8 7.5h5.5v5H8Z',
  check: 'M3 8.5l3.3 3.3L13 4.8',
  more: 'M3.2 8h.01M8 8h.01M12.8 8h.01',
  transfer: 'M2 8h8.5M7.5 4.8 10.7 8l-3.2 3.2M13.6 3v10',
  forward: 'M10 3.6 13.6 7.2 10 10.8M13.4 7.2H7A4.6 4.6 0 0 0 2.4 11.8v.8',
  reply: 'M2.3 3h11.4v7.6H7.6l-3 2.6v-2.6H2.3Z',
  voicemail: 'M4.4 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8ZM11.6 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8ZM4.4 10.4h7.2',
  park: 'M2.3 2.3h11.4v11.4H2.3ZM6.4 11V5h2a1.9 1.9 0 0 1 0 3.8h-2',
  flip: 'M1.8 3h8.4v5.8H1.8ZM3.6 11.6h3M11.4 6h2.8v7.6H9.4v-2.4',
  record: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2ZM8 6.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8Z',
  add: 'M8 3v10M3 8h10',
  join: 'M2.2 4c4 0 3.6 4 7 4h4M2.2 12c4 0 3.6-4 7-4M10.8 5.4 13.4 8l-2.6 2.6',
  swap: 'M4.6 2.4v11M2.2 11l2.4 2.4L7 11M11.4 13.6v-11M9 5l2.4-2.4L13.8 5',
  screen: 'M1.8 2.8h12.4v8H1.8ZM5.6 13.4h4.8',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  message: 'M2.3 3h11.4v7.6H7.6l-3 2.6v-2.6H2.3ZM5 5.8h6M5 8h3.6',
  warning: 'M8 2.2 14.5 13.5h-13ZM8 6.5v3.3M8 11.7h.01',
} as const;

export type IconName = keyof typeof drawings;

/** Decoration only: the words beside it, or the button's label, carry the meaning. */
export function Icon({ name }: { name: IconName }) {
  return <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d={drawings[name]} /></svg>;
}
