import { wearStyles } from '../ui/wear-styles.ts';
import { createDrawing } from './drawing.ts';
import { element } from './element.ts';
import type { PhoneField } from './phone-fields.ts';
import styles from './dial-button.css';
import tokens from '../ui/tokens.css';

/** A small call button in a shadow root of its own, so that the page's styles and ours do not meet. */
export function createDialButton({ label, value }: PhoneField, call: () => void): Element {
  const host = element('span', {});
  const root = host.attachShadow({ mode: 'open' });
  wearStyles(root, [tokens, styles]);
  const button = element('button', { type: 'button', title: `Call ${value}`, 'aria-label': `Call ${value} (${label})` }, createDrawing('phone').element);
  button.addEventListener('click', (event) => {
    // NetSuite listens for clicks on labels and values of its own.
    event.stopPropagation();
    call();
  });
  root.append(button);
  return host;
}
