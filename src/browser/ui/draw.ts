import { type ComponentChild, render } from 'preact';
import { onChange } from './signals.ts';

/** Draws a screen out of signals, and keeps it true for as long as the page lives. */
export function draw(screen: () => ComponentChild, place: Element): void {
  const drawn = (): void => render(screen(), place);
  onChange(drawn);
  drawn();
}
