import type { Call } from '../../core/calls/call.ts';
import { whoIsIt } from '../ui/who.ts';

/** A notification that is on the screen. */
export interface ShownNotification { close(): void }

/** The slice of the browser's notifications in use. */
export interface Notifications {
  allowed(): boolean;
  show(title: string, body: string, callId: string): ShownNotification;
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
      told = { callId: call.callId, title: who.title, shown: notifications.show(`Incoming call from ${who.title}`, body, call.callId) };
    },
    clear,
  };
}

export type CallNotification = ReturnType<typeof createCallNotification>;
