import type { SessionAnswer } from '../../wire/session/session.ts';
import type { LineState } from '../../wire/line/state.ts';
import type { Screen } from './screens.ts';

/** By urgency: what stops a call that is up, then what stops all calls, then what can wait. */
export const bannerKinds = ['sound-blocked', 'microphone-blocked', 'reconnect', 'session-ended', 'newer-version', 'finish-setup', 'connect'] as const;
export type BannerKind = (typeof bannerKinds)[number];

/** More would be a wall of banners, not information. */
const AT_MOST = 2;

export interface BannerFacts {
  state: LineState | null;
  company: SessionAnswer['company'];
  screen: Screen;
  /** The browser refused to play the other side's voice in this window. */
  soundBlocked: boolean;
}

/** The banners to show now, the most urgent first. */
export function chooseBanners({ state, company, screen, soundBlocked }: BannerFacts): BannerKind[] {
  if (!state) return [];
  const { connection } = state;
  // What Settings itself offers needs no banner above it.
  const elsewhere = screen !== 'settings';
  const notSetUp = connection.state === 'not-connected' && connection.companySetUp === false;
  const applies: Record<BannerKind, boolean> = {
    'sound-blocked': soundBlocked,
    'microphone-blocked': connection.state === 'connected-no-calls' && connection.cause === 'microphone-blocked',
    reconnect: connection.state === 'reconnect-needed',
    'session-ended': state.unsent.sessionEnded,
    'newer-version': state.newerDeployed,
    'finish-setup': elsewhere && company === 'edit' && (notSetUp || state.abilities.some(({ missing }) => missing === 'set-up')),
    connect: elsewhere && connection.state === 'not-connected' && connection.companySetUp === true,
  };
  return bannerKinds.filter((kind) => applies[kind]).slice(0, AT_MOST);
}
