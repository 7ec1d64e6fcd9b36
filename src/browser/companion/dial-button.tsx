import { render } from 'preact';
import { Icon } from '../ui/icon.tsx';
import { wearStyles } from '../ui/wear-styles.ts';
import type { PhoneField } from './phone-fields.ts';
import styles from './dial-button.css';
import tokens from '../ui/tokens.css';

/** A small call button in a shadow root of its own, so that the page's styles and ours do not meet. */
export function createDialButton({ label, value }: PhoneField, call: () => void): Element {
  const host = document.createElement('span');
  const root = host.attachShadow({ mode: 'open' });
  wearStyles(root, [tokens, styles]);
  // NetSuite listens for clicks on labels and values of its own.
  const press = (event: Event): void => {
    event.stopPropagation();
    call();
  };
  render(<button type="button" title={`Call ${value}`} aria-label={`Call ${value} (${label})`} onClick={press}><Icon name="phone" /></button>, root);
  return host;
}
