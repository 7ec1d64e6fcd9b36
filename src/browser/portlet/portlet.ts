import type { Boot } from '../../wire/session/boot.ts';
import type { RecentCalls } from '../../wire/calls/recent.ts';
import { element } from '../companion/element.ts';
import { chipView } from '../ui/chip-view.ts';
import { timeOfDay } from '../ui/time-of-day.ts';
import { phoneCallAddress } from '../ui/who.ts';
import { wearStyles } from '../ui/wear-styles.ts';
import base from '../ui/base.css';
import tokens from '../ui/tokens.css';
import { noCallsYet, openPhone, recentCallsFailed, recentCallsHidden, recentCallsWord } from '../ui/words/portlet.ts';
import type { LineView } from '../windows/line-client.ts';
import { recentRows } from './recent-rows.ts';
import styles from './portlet.css';

export interface PortletTools { host: Element; app: Boot['urls']['app']; known: RecentCalls }

/** The portlet's own content: the line in a word with what is missing, and the newest calls. Gives what shows a new view of the line. */
export function createPortlet({ host, app, known }: PortletTools): (view: LineView) => void {
  const root = host.attachShadow({ mode: 'open' });
  wearStyles(root, [tokens, base, styles]);
  const dot = element('span', {});
  const label = element('b', { 'aria-live': 'polite' });
  const whose = element('span', { class: 'whose' });
  const details = element('div', { class: 'details' });
  const list = element('ul', { 'aria-label': recentCallsWord });
  const nothing = element('p', { class: 'whose' }, known === 'hidden' ? recentCallsHidden : known === 'failed' ? recentCallsFailed : noCallsYet);
  root.append(
    element('p', { class: 'state' }, dot, label, whose, element('a', { href: app, target: 'rcns-app' }, openPhone)),
    details, element('h3', {}, recentCallsWord), list, nothing,
  );

  /** What is shown now: a list whose links have the focus is not made anew for nothing. */
  let shown = '';
  return (view) => {
    const { label: words, tone, pulsing, details: sentences } = chipView(view);
    const state = view.reach === 'here' ? view.state : view.reach === 'restarting' ? view.last : null;
    dot.className = `dot ${tone}${pulsing ? ' pulsing' : ''}`;
    if (label.textContent !== words) label.textContent = words;
    whose.textContent = state?.me ? `${state.me.name} · Ext. ${state.me.extensionNumber}` : '';
    details.replaceChildren(...sentences.map((sentence) => element('p', {}, sentence)));
    const rows = recentRows(typeof known === 'string' ? [] : known, state, timeOfDay);
    if (shown === JSON.stringify(rows)) return;
    shown = JSON.stringify(rows);
    list.replaceChildren(...rows.map(({ record, title, when }) => element('li', {}, element('a', { href: phoneCallAddress(record) }, title), element('span', {}, when))));
    nothing.hidden = rows.length > 0;
  };
}
