import { type AppWindowTalk, appWindowsChannel, type OpenPage } from '../../wire/line/notification.ts';
import { openBroadcastChannel } from '../environment/channel.ts';

/** A pressed notification of a text leads this window to its conversation. */
export function followNotifications(page: Window): void {
  const channel = openBroadcastChannel(appWindowsChannel, (message) => {
    if ((message as AppWindowTalk).say === 'who') channel.post({ say: 'here', href: page.location.href } satisfies AppWindowTalk);
  });
  // A page that is not secure has no service worker.
  const container = page.navigator.serviceWorker as ServiceWorkerContainer | undefined;
  container?.addEventListener('message', ({ data }: MessageEvent<Partial<OpenPage> | null>) => {
    if (typeof data?.openPage === 'string') page.location.hash = new URL(data.openPage).hash;
  });
}
