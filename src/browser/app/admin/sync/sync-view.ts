import type { SyncCard } from '../../../../wire/sync/sync.ts';
import type { ChipTone } from '../../../ui/chip-view.ts';

/** How call sync stands, in a word and a colour. */
export interface SyncFace { label: string; tone: ChipTone; pulsing: boolean }

/** Trouble comes before work: what runs may be about to fail again. */
export function syncFace({ settings, running, trouble, backFills }: Pick<SyncCard, 'settings' | 'running' | 'trouble' | 'backFills'>): SyncFace {
  if (!settings.on) return { label: 'Off', tone: 'gray', pulsing: false };
  if (trouble && trouble.cause !== 'RATE_LIMITED') return { label: 'Needs attention', tone: 'amber', pulsing: false };
  if (running) return { label: 'Running…', tone: 'green', pulsing: true };
  return { label: backFills.length > 0 ? 'On, catching up' : 'On', tone: 'green', pulsing: false };
}

/** Something moves by itself, so that the screen has to look again. */
export const isMoving = ({ running, backFills, settings }: Pick<SyncCard, 'running' | 'backFills' | 'settings'>): boolean => running !== null || (settings.on && backFills.length > 0);
