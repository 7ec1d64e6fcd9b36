import type { Notifications } from './notification.ts';

/** Notifications of a page: a click on one brings its tab to the front. They go with the page. */
export const pageNotifications = (page: Window & typeof globalThis): Notifications => ({
  allowed: () => typeof page.Notification === 'function' && page.Notification.permission === 'granted',
  show(title, body, callId) {
    // The tone is ours: a second sound of the system beside it helps nobody.
    const notification = new page.Notification(title, { body, tag: callId, requireInteraction: true, silent: true });
    notification.addEventListener('click', () => {
      page.focus();
      notification.close();
    });
    return notification;
  },
});
