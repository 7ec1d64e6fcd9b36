import { notificationChannel, type NotificationAsked, type NotificationData } from '../../wire/line/notification.ts';
import type { Channel } from '../environment/channel.ts';
import { type Notice, type Notifications, tagOf } from './notification.ts';

/** What lib.dom leaves out: only a service worker's notifications have buttons. */
interface OptionsWithActions extends NotificationOptions { actions: { action: string; title: string }[]; renotify: boolean }
/** The slice of a registration in use. */
export interface Registration {
  showNotification(title: string, options: OptionsWithActions): Promise<void>;
  getNotifications(filter: { tag: string }): Promise<{ close(): void }[]>;
}

export interface WorkerNotificationTools {
  windowId: string;
  /** Address of the page that shows them. */
  page: string;
  /** Rejects where no service worker can be registered: from then on notifications have no buttons. */
  register(): Promise<Registration>;
  /** What a page can do by itself. */
  plain: Notifications;
  openChannel(name: string, listener: (message: unknown) => void): Channel;
  onAsked(what: 'answer' | 'decline', callId: string): void;
}

const actions = [{ action: 'answer', title: 'Answer' }, { action: 'decline', title: 'Decline' }];

/** Notifications with Answer and Decline on them; one thing after the other, since showing and clearing take their time. */
export function createWorkerNotifications({ windowId, page, register, plain, openChannel, onAsked }: WorkerNotificationTools) {
  let registering: Promise<Registration | null> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const channel = openChannel(notificationChannel, (message) => {
    const { windowId: theirs, callId, what } = message as NotificationAsked;
    if (theirs === windowId && what !== 'look') onAsked(what, callId);
  });
  const optionsFor = (about: Notice['about']): Pick<OptionsWithActions, 'requireInteraction' | 'renotify' | 'actions' | 'data'> => ('call' in about
    ? { requireInteraction: true, renotify: false, actions, data: { about: 'call', windowId, callId: about.call, page } satisfies NotificationData }
    : { requireInteraction: false, renotify: true, actions: [], data: { about: 'text', page: about.page } satisfies NotificationData });
  const inOrder = (work: (registration: Registration | null) => unknown): void => {
    last = last.then(async () => work(await (registering ??= register().catch(() => null)))).catch(() => undefined);
  };

  const notifications: Notifications = {
    allowed: plain.allowed,
    show(notice) {
      const tag = tagOf(notice);
      let closed = false;
      let shown: { close(): void } | null = null;
      inOrder((registration) => {
        if (closed) return undefined;
        if (registration) return registration.showNotification(notice.title, { body: notice.body, tag, silent: true, ...optionsFor(notice.about) });
        shown = plain.show(notice);
        return undefined;
      });
      return {
        close() {
          closed = true;
          inOrder(async (registration) => {
            shown?.close();
            for (const each of (await registration?.getNotifications({ tag })) ?? []) each.close();
          });
        },
      };
    },
  };
  return { ...notifications, close: (): void => channel.close() };
}

/** The service worker's registration once it is at work. */
export async function registerWorker(container: ServiceWorkerContainer, url: string): Promise<Registration> {
  const registration = await container.register(url);
  const starting = registration.installing ?? registration.waiting;
  if (!registration.active && starting) {
    await new Promise<void>((resolve, reject) => {
      starting.addEventListener('statechange', () => {
        if (starting.state === 'activated') resolve();
        if (starting.state === 'redundant') reject(new Error('the service worker did not start'));
      });
    });
  }
  return registration as unknown as Registration;
}
