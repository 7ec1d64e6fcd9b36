import { DoNotDisturbButton } from '../ui/availability.tsx';
import { Chip } from '../ui/chip.tsx';
import { chipView } from '../ui/chip-view.ts';
import { Icon } from '../ui/icon.tsx';
import type { Line } from '../ui/line.ts';
import { type PopOut, PopOutButton } from '../ui/pop-out.tsx';
import { homeAddress } from '../ui/who.ts';
import { messagesHash } from '../ui/messages-address.ts';
import { healthHash, type Screen } from './screens.ts';

/** The app's places, the way to NetSuite, and the line's state where the screen does not show it itself. */
export function Header({ screen, line, popOut }: { screen: Screen; line: Line; popOut: PopOut | null }) {
  const here = (its: Screen) => (its === screen ? ('page' as const) : undefined);
  const unread = line.state.value?.texts?.unread ?? 0;
  return (
    <header class={popOut ? 'app-header' : 'app-header small'}>
      <h1>RingCentral <span class="quiet">for NetSuite</span></h1>
      <nav aria-label="Phone app">
        <a href="#phone" aria-current={here('phone')}><Icon name="phone" /><span>Phone</span></a>
        <a href={messagesHash} aria-current={here('messages')}><Icon name="message" /><span>Messages</span>{unread > 0 && <span class="badge">{unread > 99 ? '99+' : unread}<span class="unseen"> unread</span></span>}</a>
        {popOut && <a class="to-netsuite" href={homeAddress} target="_blank" rel="noopener" title="Open NetSuite in a new tab"><Icon name="open" /><span>NetSuite</span></a>}
        {popOut && <PopOutButton popOut={popOut} />}
      </nav>
      <DoNotDisturbButton line={line} />
      {screen !== 'settings' && <a class="to-health" href={healthHash} title="Line health"><Chip view={chipView(line.view.value)} /></a>}
      <a class="to-settings" href="#settings" aria-current={here('settings')}><Icon name="settings" /><span>Settings</span></a>
    </header>
  );
}
