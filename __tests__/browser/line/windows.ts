import type { ToLine } from '../../../src/wire/line/messages.ts';
import type { Boot } from '../../../src/wire/session/boot.ts';

export const boot: Boot = {
  account: '4321098_SB1',
  user: { id: 7, name: 'Dana Whitfield' },
  version: 'abc123',
  urls: { app: '/app', api: '/api', service: '/service', calls: '/calls', line: '/line.js', orders: '/orders.js', texts: '/texts.js', panel: '/panel.js', forms: '/forms.js', media: '/media.js', ringing: '/ringing.js', notifications: '/notifications.js', guide: '/guide', elected: '/elected.js' },
  timings: null,
  madeAt: 1_000,
  lineIn: 'worker',
  askBeforeLeaving: false,
  record: null,
};

export const hello = (windowId: string): Extract<ToLine, { kind: 'hello' }> => ({ kind: 'hello', windowId, lock: `lock-${windowId}`, page: 'app', visible: true, sound: 'unlocked', boot, protocol: 'words', madeAt: 1_000, dialogs: null, carries: [] });
