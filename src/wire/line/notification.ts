/** What a notification was asked, told by the service worker to the window that shows it, over a BroadcastChannel of this name. */
export const notificationChannel = 'rcns-notification';
export interface NotificationAsked { windowId: string; callId: string; what: 'answer' | 'decline' | 'look' }

/** Travels with a notification: whose it is, and the page to bring to the front. */
export interface NotificationData { windowId: string; callId: string; page: string }
