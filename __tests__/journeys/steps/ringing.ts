import type { BrowserContext, Page } from 'playwright-core';
import { until } from './until.ts';

/** Keeps every sound that a page begins, so that it can be asked what it plays. Before the first page of a context. */
export const watchesSounds = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const sounds = new Set<HTMLMediaElement>();
    Object.assign(window, { watchedSounds: sounds });
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      sounds.add(this);
      return play.call(this);
    };
  });

/** How many tones this page plays now; a voice is no tone. */
export const tonesIn = (page: Page): Promise<number> =>
  page.evaluate(() => [...(window as unknown as { watchedSounds: Set<HTMLMediaElement> }).watchedSounds].filter((sound) => sound.loop && !sound.paused && sound.srcObject === null).length);

/** The pages that ring now. */
export async function ringingPages(pages: readonly Page[]): Promise<Page[]> {
  const tones = await Promise.all(pages.map(tonesIn));
  return pages.filter((_, at) => (tones[at] ?? 0) > 0);
}

/** Waits until one of them rings, and gives it. */
export const oneRings = (pages: readonly Page[]): Promise<Page> =>
  until('exactly one window rings', async () => {
    const ringing = await ringingPages(pages);
    return ringing.length === 1 && (await tonesIn(ringing[0] as Page)) === 1 && ringing[0];
  });

export const noneRings = (pages: readonly Page[]): Promise<unknown> => until('no window rings', async () => (await ringingPages(pages)).length === 0);

/** Lets a journey put pages out of view, as another window in front of them does. Before the first page of a context. */
export const mayHide = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    let state: DocumentVisibilityState = 'visible';
    Object.defineProperty(document, 'visibilityState', { get: () => state });
    Object.assign(window, { nowIs(next: DocumentVisibilityState) {
      state = next;
      document.dispatchEvent(new Event('visibilitychange'));
    } });
  });
export const goesOutOfView = (page: Page): Promise<unknown> => page.evaluate(() => (window as unknown as { nowIs(state: string): void }).nowIs('hidden'));
export const comesIntoView = (page: Page): Promise<unknown> => page.evaluate(() => (window as unknown as { nowIs(state: string): void }).nowIs('visible'));

/** Keeps what a page asked the browser to show, so that a journey need not ask the browser meanwhile. Before the first page of a context. */
export const watchesNotifications = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const asked: { title: string; shown: boolean }[] = [];
    Object.assign(window, { watchedNotifications: asked });
    const prototype = (window as { ServiceWorkerRegistration?: { prototype: ServiceWorkerRegistration } }).ServiceWorkerRegistration?.prototype;
    if (!prototype) return;
    const show = prototype.showNotification;
    prototype.showNotification = async function (this: ServiceWorkerRegistration, title: string, options?: NotificationOptions) {
      const one = { title, shown: false };
      asked.push(one);
      await show.call(this, title, options);
      one.shown = true;
    };
  });

/** Titles and buttons of the notifications that this browser shows for the phone. Never while one is on its way: Chromium then forgets that one (seen: 1 of 150). */
const notificationsOf = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const registrations = await navigator.serviceWorker.getRegistrations();
    const all = await Promise.all(registrations.map((registration) => registration.getNotifications()));
    return all.flat().map((each) => [each.title, ...((each as unknown as { actions: { title: string }[] }).actions ?? []).map(({ title }) => title)].join(' | '));
  });

/** Waits until the page has shown this title so many times in all; gives what the browser shows then, with the buttons. */
export async function notifiedOf(page: Page, title: string, times = 1): Promise<string[]> {
  await until(`“${title}” is shown, time ${times}`, () =>
    page.evaluate(([wanted, count]) => {
      const asked = (window as unknown as { watchedNotifications: { title: string; shown: boolean }[] }).watchedNotifications;
      return asked.every(({ shown }) => shown) && asked.at(-1)?.title === wanted && asked.filter((each) => each.title === wanted).length >= count;
    }, [title, times] as const));
  return notificationsOf(page);
}

/** With nothing left that could show one: a call that ended, a page that came into view. */
export const noneIsShown = (page: Page): Promise<unknown> => until('no notification is shown', async () => (await notificationsOf(page)).length === 0);

/** Presses a button of the notification: no driver can, so the service worker is told as the browser would. */
export async function pressesOnNotification(context: BrowserContext, action: 'answer' | 'decline' | ''): Promise<void> {
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error('There is no service worker.');
  await worker.evaluate(async (pressed) => {
    const scope = globalThis as unknown as { registration: ServiceWorkerRegistration; dispatchEvent(event: Event): void; NotificationEvent: new (type: string, init: object) => Event };
    const [notification] = await scope.registration.getNotifications();
    scope.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification, action: pressed }));
  }, action);
}
