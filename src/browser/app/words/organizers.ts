import type { OrganizerHow } from '../../../wire/organizers/organizers.ts';
import type { ChipTone } from '../../ui/chip-view.ts';

/** How an extension got its employee. */
export const howWords: Record<OrganizerHow, string> = {
  connected: 'Connected',
  email: 'Auto (email)',
  'user-email': 'Auto (user email)',
  phone: 'Auto (phone)',
  manual: 'Manual',
  unmapped: 'Unmapped',
};

export const howTones: Record<OrganizerHow, ChipTone> = { connected: 'green', email: 'green', 'user-email': 'green', phone: 'green', manual: 'green', unmapped: 'amber' };

export const howExplained = 'Connected: this person connected RingCentral themselves; nothing else changes that. Auto: found by the extension’s e-mail, the user’s e-mail, or a phone number. Manual: chosen here.';
