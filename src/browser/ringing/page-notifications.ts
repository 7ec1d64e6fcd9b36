import { type Notifications, tagOf } from './notification.ts';

/** Phone pages outside NetSuite's own: a link to the phone app of another page opens here too. */
const appWindow = 'rcns-app';

/** Notifications of a page: a click on one brings its tab to the front, or the conversation it tells of. They go with the page. */
export const pageNotifications = (page: Window & typeof globalThis): Notifications => ({
  allowed: () => typeof page.Notification === 'function' && page.Notification.permission === 'granted',
  show(notice) {
    const { title, body, about } = notice;
    // The tone is ours: a second sound of the system beside it helps nobody.
    const notification = new page.Notification(title, { body, tag: tagOf(notice), requireInteraction: 'call' in about, silent: true });
    notification.addEventListener('click', () => {
      if ('page' in about) page.open(about.page, appWindow);
      else page.focus();
      notification.close();
    });
    return notification;
  },
});
