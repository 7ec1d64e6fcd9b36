import { notificationChannel, type NotificationAsked, type NotificationData } from '../../wire/line/notification.ts';

/** What this room's types (a page's) do not know of a service worker. */
interface Client { url: string; focus(): Promise<unknown> }
interface ClickEvent { action: string; notification: { data: NotificationData; close(): void }; waitUntil(work: Promise<unknown>): void }
interface WorkerScope {
  skipWaiting(): Promise<void>;
  clients: { matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<Client[]> };
  addEventListener(type: 'install', listener: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: ClickEvent) => void): void;
}
const scope = globalThis as unknown as WorkerScope;

const asked: Record<string, NotificationAsked['what']> = { answer: 'answer', decline: 'decline' };

async function bringToFront(page: string): Promise<void> {
  const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  // The browser allows it for a click only; where it does not, the call is answered all the same.
  await windows.find(({ url }) => url === page)?.focus().catch(() => undefined);
}

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));

/** There for the buttons of notifications alone: intercepts no request, keeps nothing. */
scope.addEventListener('notificationclick', (event) => {
  const { action, notification } = event;
  const { windowId, callId, page } = notification.data;
  const what = asked[action] ?? 'look';
  notification.close();
  const channel = new BroadcastChannel(notificationChannel);
  channel.postMessage({ windowId, callId, what } satisfies NotificationAsked);
  channel.close();
  if (what !== 'decline') event.waitUntil(bringToFront(page));
});
