import type { ChipFace } from '../ui/chip-view.ts';
import { panelNotLoaded, tryAgain } from '../ui/words/companion.ts';
import { wearStyles } from '../ui/wear-styles.ts';
import base from '../ui/base.css';
import tokens from '../ui/tokens.css';
import { createDrawing } from './drawing.ts';
import { element } from './element.ts';
import type { Fold } from './fold.ts';
import styles from './dock.css';
import type { PanelPlace } from './panel-host.ts';
import type { DockPlaces } from './panel-module.ts';

/** The companion's corner of a record page: a bar with the line's state, and room above it for the panel. */
export function createDock({ fold, app, retry }: { fold: Fold; app: string; retry(): void }) {
  const host = element('div', {});
  // Seen from the page, a key typed in the dock comes from a plain element: its shortcuts must not take it.
  for (const type of ['keydown', 'keypress', 'keyup']) host.addEventListener(type, (event) => event.stopPropagation());
  const root = host.attachShadow({ mode: 'open' });
  wearStyles(root, [tokens, base, styles]);

  const announcement = element('p', { class: 'unseen', 'aria-live': 'assertive' });
  const content = element('div', { class: 'panel' });
  const dot = element('span', {});
  const label = element('span', { 'aria-live': 'polite' });
  const hint = element('span', { class: 'bar-hint', role: 'status' });
  const barCall = element('span', { class: 'bar-call' });
  const arrow = createDrawing('up');
  const toggle = element('button', { type: 'button', class: 'fold' }, dot, label, hint, barCall, arrow.element);
  toggle.addEventListener('click', fold.toggle);
  const toApp = element('a', { class: 'button icon-only', href: app, target: 'rcns-app', title: 'Open the phone app', 'aria-label': 'Open the phone app' }, createDrawing('open').element);
  root.append(element('section', { class: 'dock', 'aria-label': 'RingCentral phone' }, announcement, content, element('div', { class: 'bar' }, toggle, toApp)));

  const showFold = (): void => {
    toggle.setAttribute('aria-expanded', String(fold.open()));
    arrow.change(fold.open() ? 'down' : 'up');
  };
  fold.subscribe(showFold);
  showFold();

  const failure = (): HTMLElement => {
    const again = element('button', { type: 'button', class: 'button' }, tryAgain);
    again.addEventListener('click', retry);
    return element('div', { class: 'not-loaded' }, element('p', { role: 'alert' }, panelNotLoaded), again);
  };
  return {
    host,
    places: { root, content, barCall, announcement } satisfies DockPlaces,
    showFace({ label: words, tone, pulsing }: ChipFace): void {
      dot.className = `dot ${tone}${pulsing ? ' pulsing' : ''}`;
      // A live region whose text is set anew is read out anew.
      if (label.textContent !== words) label.textContent = words;
    },
    /** What a call would suffer from; '' for nothing. */
    showHint(words: string): void {
      if (hint.textContent !== words) hint.textContent = words;
    },
    /** What stands in the panel's place until it is there. */
    showPanel(place: PanelPlace): void {
      content.setAttribute('aria-busy', String(place === 'loading'));
      // From then on it is the panel's own.
      if (place !== 'here') content.replaceChildren(...(place === 'failed' ? [failure()] : []));
    },
  };
}
