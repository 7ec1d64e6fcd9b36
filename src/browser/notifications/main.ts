import { appWindowsChannel, notificationChannel, type AppWindowTalk, type NotificationAsked, type NotificationData, type OpenPage } from '../../wire/line/notification.ts';

/** What this room's types (a page's) do not know of a service worker. */
interface Client { url: string; focus(): Promise<unknown>; postMessage(message: OpenPage): void }
interface ClickEvent { action: string; notification: { data: NotificationData; close(): void }; waitUntil(work: Promise<unknown>): void }
interface WorkerScope {
  skipWaiting(): Promise<void>;
  clients: { matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<Client[]>; openWindow(url: string): Promise<unknown> };
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

const withoutHash = (url: string): string => url.split('#')[0] ?? url;

/** A page in the background answers in moments; whoever has pressed is not kept waiting longer. */
const answerMs = 400;

/** Address of a window of the phone app; null: none answers. */
function appWindow(): Promise<string | null> {
  const channel = new BroadcastChannel(appWindowsChannel);
  return new Promise<string | null>((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<AppWindowTalk>) => data.say === 'here' && resolve(data.href);
    channel.postMessage({ say: 'who' } satisfies AppWindowTalk);
    setTimeout(() => resolve(null), answerMs);
  }).finally(() => channel.close());
}

async function openPage(page: string): Promise<void> {
  const href = await appWindow();
  const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const app = href === null ? undefined : windows.find(({ url }) => withoutHash(url) === withoutHash(href));
  if (!app) return void (await scope.clients.openWindow(page));
  app.postMessage({ openPage: page });
  await app.focus().catch(() => undefined);
}

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));

/** There for the buttons of notifications alone: intercepts no request, keeps nothing. */
scope.addEventListener('notificationclick', (event) => {
  const { action, notification } = event;
  const { data } = notification;
  notification.close();
  if (data.about === 'text') return event.waitUntil(openPage(data.page));
  const { windowId, callId, page } = data;
  const what = asked[action] ?? 'look';
  const channel = new BroadcastChannel(notificationChannel);
  channel.postMessage({ windowId, callId, what } satisfies NotificationAsked);
  channel.close();
  if (what !== 'decline') event.waitUntil(bringToFront(page));
});
