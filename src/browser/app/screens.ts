import { adminScreens } from './admin/admin-screens.ts';
import { messagesHash } from '../ui/messages-address.ts';

export const screens = ['phone', 'messages', 'settings', ...adminScreens] as const;
export type Screen = (typeof screens)[number];

/** A part of Settings with an address of its own: the chip, and pages of NetSuite, lead there. */
export const healthHash = '#health';

/** The screen lies in the address's hash, so that a link, a reload and the Back button find it; anything unknown is the home screen. */
export const screenOf = (hash: string): Screen => (hash === healthHash ? 'settings' : hash.startsWith(`${messagesHash}/`) ? 'messages' : (screens.find((screen) => hash === `#${screen}`) ?? 'phone'));
