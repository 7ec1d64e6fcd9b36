/** What a notification of a call was asked, told by the service worker to the window that shows it, over a BroadcastChannel of this name. */
export const notificationChannel = 'rcns-notification';
export interface NotificationAsked { windowId: string; callId: string; what: 'answer' | 'decline' | 'look' }

/** Travels with a notification: whose it is, and the page to bring to the front. Of a text that is its conversation in the phone app. */
export type NotificationData = { about: 'call'; windowId: string; callId: string; page: string } | { about: 'text'; page: string };

/**
 * A pressed notification of a text opens its conversation in a window of the phone app that is there already. Many addresses lead to the
 * app, so the service worker asks for its windows over a BroadcastChannel of this name, and tells one of those that answer.
 */
export const appWindowsChannel = 'rcns-app-windows';
export type AppWindowTalk = { say: 'who' } | { say: 'here'; href: string };
export interface OpenPage { openPage: string }
