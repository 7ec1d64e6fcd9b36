import type { MediaReply, MediaRequest } from '../../../wire/line/media.ts';
import type { Clock } from '../../environment/clock.ts';
import { MediaFailure } from './media-failure.ts';

export interface MediaRequestTools {
  clock: Clock;
  newId(): string;
  send(windowId: string, id: string, request: MediaRequest): void;
}

/** Asks windows for media work and waits; what is pending on a window that dies is rejected at once. */
export function createMediaRequests({ clock, newId, send }: MediaRequestTools) {
  const pending = new Map<string, { windowId: string; settle(reply: MediaReply | MediaFailure): void }>();
  return {
    /** SDP for the create verbs, null for others; throws MediaFailure. */
    ask(windowId: string, request: MediaRequest, answerMs: number): Promise<string | null> {
      return new Promise((resolve, reject) => {
        const id = newId();
        const cancel = clock.after(answerMs, () => pending.get(id)?.settle(new MediaFailure('no-answer')));
        pending.set(id, {
          windowId,
          settle(reply) {
            cancel();
            pending.delete(id);
            if (reply instanceof MediaFailure) reject(reply);
            else if (reply.ok) resolve(reply.sdp);
            else reject(new MediaFailure(reply.failure, reply.detail));
          },
        });
        send(windowId, id, request);
      });
    },
    /** A reply counts only from the window that was asked. */
    reply(windowId: string, id: string, reply: MediaReply): void {
      const asked = pending.get(id);
      if (asked?.windowId === windowId) asked.settle(reply);
    },
    windowGone(windowId: string): void {
      for (const asked of [...pending.values()]) if (asked.windowId === windowId) asked.settle(new MediaFailure('window-gone'));
    },
  };
}

export type MediaRequests = ReturnType<typeof createMediaRequests>;
