import type { SessionAnswer } from '../../wire/session/session.ts';
import type { Permitted } from '../environment/permissions.ts';
import { beforeACall } from '../ui/before-a-call.ts';
import type { LineState } from '../../wire/line/state.ts';
import type { Screen } from './screens.ts';

/** By urgency: what stops a call that is up, then what stops all calls, then what would spoil the next one, then what can wait. */
export const bannerKinds = ['sound-blocked', 'microphone-blocked', 'reconnect', 'not-lasting', 'session-ended', 'sound-locked', 'microphone-not-asked', 'newer-version', 'finish-setup', 'connect', 'notifications'] as const;
export type BannerKind = (typeof bannerKinds)[number];

/** More would be a wall of banners, not information. */
const AT_MOST = 2;
/** Put away, the offer of notifications comes back after a week. */
const offeredAgainMs = 7 * 86_400_000;

export interface BannerFacts {
  state: LineState | null;
  company: SessionAnswer['company'];
  screen: Screen;
  /** The browser refused to play the other side's voice in this window. */
  soundBlocked: boolean;
  microphone: Permitted;
  notifications: Permitted;
  /** Epoch milliseconds. */
  now: number;
}

/** The banners to show now, the most urgent first. */
export function chooseBanners({ state, company, screen, soundBlocked, microphone, notifications, now }: BannerFacts): BannerKind[] {
  if (!state) return [];
  const { connection, preferences } = state;
  const before = beforeACall(state, microphone);
  // What Settings itself offers needs no banner above it.
  const elsewhere = screen !== 'settings';
  const notSetUp = connection.state === 'not-connected' && connection.companySetUp === false;
  const applies: Record<BannerKind, boolean> = {
    'sound-blocked': soundBlocked,
    'microphone-blocked': before.includes('microphone-blocked'),
    reconnect: connection.state === 'reconnect-needed',
    'not-lasting': !state.unsent.lasting,
    'session-ended': state.unsent.sessionEnded,
    'sound-locked': !soundBlocked && before.includes('sound-locked'),
    'microphone-not-asked': before.includes('microphone-not-asked'),
    'newer-version': state.newerDeployed,
    'finish-setup': elsewhere && company === 'edit' && (notSetUp || state.abilities.some(({ missing }) => missing === 'set-up')),
    connect: elsewhere && connection.state === 'not-connected' && connection.companySetUp === true,
    notifications: connection.state === 'connected' && preferences.notify && notifications === 'prompt' && (preferences.notificationsDismissedAt ?? -Infinity) + offeredAgainMs <= now,
  };
  return bannerKinds.filter((kind) => applies[kind]).slice(0, AT_MOST);
}
