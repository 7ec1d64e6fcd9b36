import type { Call } from '../../core/calls/call.ts';
import { whoIsIt } from '../ui/who.ts';

/** A notification that is on the screen. */
export interface ShownNotification { close(): void }

/** What is to be told outside the browser: of a call, which stays until it is dealt with and can be answered there, or of a text. */
export interface Notice {
  title: string;
  body: string;
  about: { call: string } | { conversation: string; /** Its address in the phone app. */ page: string };
}
/** A newer one with the same tag takes the place of the older. */
export const tagOf = ({ about }: Notice): string => ('call' in about ? about.call : `text:${about.conversation}`);

/** The slice of the browser's notifications in use. */
export interface Notifications {
  allowed(): boolean;
  show(notice: Notice): ShownNotification;
}

/** Tells of a ringing call outside the browser; only a name or number, on the user's own screen. */
export function createCallNotification(notifications: Notifications) {
  let told: { callId: string; title: string; shown: ShownNotification } | null = null;
  const clear = (): void => {
    told?.shown.close();
    told = null;
  };
  return {
    show(call: Call | null): void {
      if (!call || !notifications.allowed()) return clear();
      const who = whoIsIt(call);
      // The name may come a moment after the ring.
      if (told?.callId === call.callId && told.title === who.title) return;
      clear();
      const body = [who.company, who.number, call.queue && `via ${call.queue}`].filter(Boolean).join(' · ');
      told = { callId: call.callId, title: who.title, shown: notifications.show({ title: `Incoming call from ${who.title}`, body, about: { call: call.callId } }) };
    },
    clear,
  };
}

export type CallNotification = ReturnType<typeof createCallNotification>;
