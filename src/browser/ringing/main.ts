import { systemClock } from '../environment/clock.ts';
import type { Ringer, RingerTools } from '../windows/ring-host.ts';
import { createPlayOnce, pageTonePlayer } from './listen.ts';
import { createCallNotification } from './notification.ts';
import { openBroadcastChannel } from '../environment/channel.ts';
import { pageNotifications } from './page-notifications.ts';
import { createWorkerNotifications, registerWorker } from './worker-notifications.ts';
import { createRinger as createRingerOf } from './ringer.ts';
import { createTellTexts } from './tell-texts.ts';
import { createTitle } from './title.ts';

/** Loaded by a window with the first call that rings, or the first text that it tells of. */
export function createRinger({ windowId, onRefused, notificationsUrl, app, command }: RingerTools): Ringer {
  const notifications = createWorkerNotifications({
    windowId,
    page: location.href,
    plain: pageNotifications(window),
    register: async () => {
      // A page that is not secure has none, nor has a private window of some browsers.
      const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
      if (!container || notificationsUrl === null) throw new Error('no service worker');
      return registerWorker(container, notificationsUrl);
    },
    openChannel: openBroadcastChannel,
    onAsked: (what, callId) => command(what === 'answer' ? { name: 'answer', callId, others: 'hold' } : { name: 'decline', callId }),
  });
  const ringer = createRingerOf({ windowId, tone: pageTonePlayer(onRefused), title: createTitle(document, systemClock), notification: createCallNotification(notifications), texts: createTellTexts({ windowId, app: new URL(app, location.href).href, playOnce: createPlayOnce(pageTonePlayer(onRefused)), notifications }) });
  return {
    show: ringer.show,
    close() {
      ringer.close();
      notifications.close();
    },
  };
}
