import type { MediaRequest } from '../../../wire/line/media.ts';
import type { LineTimings } from '../timings.ts';
import type { AudioPlaces } from './audio-places.ts';
import { isWindowTrouble, MediaFailure } from './media-failure.ts';
import type { MediaRequests } from './media-requests.ts';

export interface MediaProxyTools {
  places: AudioPlaces;
  requests: MediaRequests;
  timings: Pick<LineTimings, 'mediaAnswerMs'>;
  /** RingCentral's answer could not be applied to a call that nobody has heard yet. */
  onFailure(callId: string, failure: MediaFailure): void;
}

/** The media end of one call, as web-phone's webRtcSessionFactory wants it. */
export interface RemoteWebRtcSession {
  createOffer(options?: { iceRestart?: boolean }): Promise<string>;
  createAnswer(offer: string): Promise<string>;
  applyAnswer(answer: string): Promise<void>;
  changeInputDevice(deviceId: string): Promise<void>;
  changeOutputDevice(deviceId: string): Promise<void>;
  setMuted(muted: boolean): void;
  sendDtmf(keys: string, durationMs?: number, gapMs?: number): void;
  dispose(): void;
}

/**
 * A held call is offered as sendonly in the text alone: its connection stays sendrecv. The answer, recvonly, is applied
 * in the same way, or the connection would stay deaf when the call is taken up again by text alone.
 */
const asOffered = (answer: string): string => answer.replace(/^a=recvonly$/gm, 'a=sendrecv');

/** Passes the phone's media work to the window that has the call's audio. */
export function createMediaProxy({ places, requests, timings, onFailure }: MediaProxyTools) {
  const ask = (windowId: string, request: MediaRequest): Promise<string | null> => requests.ask(windowId, request, timings.mediaAnswerMs);

  /** `again`: when the window goes meanwhile, the next one is asked. */
  async function describe(callId: string, request: MediaRequest, again: () => boolean): Promise<{ windowId: string; sdp: string }> {
    for (;;) {
      const windowId = await places.opened(callId);
      try {
        return { windowId, sdp: (await ask(windowId, request)) ?? '' };
      } catch (failure) {
        if (!isWindowTrouble(failure)) throw failure;
        places.leave(callId, windowId);
        if (!again()) throw failure;
      }
    }
  }

  async function apply(callId: string, answer: string): Promise<void> {
    const windowId = places.offerer(callId);
    // A refused offer has no answer; and where the window has gone, the next one makes an offer of its own.
    if (answer === '' || windowId === null) return;
    try {
      await ask(windowId, { verb: 'apply-answer', callId, answer: asOffered(answer) });
      places.attached(callId, windowId);
    } catch (failure) {
      if (places.wasHeard(callId) || isWindowTrouble(failure)) places.leave(callId, windowId);
      else if (failure instanceof MediaFailure) onFailure(callId, failure);
    }
  }

  /** A key that comes too late for its window is not the end of a call. */
  const tell = (callId: string, request: MediaRequest): void => {
    const windowId = places.windowOf(callId);
    if (windowId !== null) ask(windowId, request).catch(() => undefined);
  };

  return {
    session({ callId, stunServers }: { callId: string; stunServers: string[] }): RemoteWebRtcSession {
      places.begin(callId, stunServers);
      return {
        async createOffer(options) {
          // Of a call that was heard, whoever moves its audio starts anew.
          const { sdp } = await describe(callId, { verb: 'create-offer', callId, iceRestart: options?.iceRestart === true }, () => !places.wasHeard(callId));
          places.offered(callId);
          return sdp;
        },
        async createAnswer(offer) {
          const { windowId, sdp } = await describe(callId, { verb: 'create-answer', callId, offer }, () => true);
          places.attached(callId, windowId);
          return sdp;
        },
        // Never rejects: the library does not wait for the first one, and sends no ACK after a later one that does.
        applyAnswer: (answer) => apply(callId, answer),
        changeInputDevice: async (deviceId) => void (await ask(await places.opened(callId), { verb: 'change-input', callId, deviceId })),
        changeOutputDevice: async (deviceId) => void (await ask(await places.opened(callId), { verb: 'change-output', callId, deviceId })),
        setMuted(muted) {
          places.mute(callId, muted);
          const windowId = places.windowOf(callId);
          if (windowId === null) return;
          // Whoever presses Mute must not be heard on: where a window does not answer, another one takes the call.
          ask(windowId, { verb: 'set-muted', callId, muted }).catch((failure: unknown) => {
            if (isWindowTrouble(failure) && places.isAttached(callId)) places.leave(callId, windowId);
          });
        },
        sendDtmf: (keys, durationMs, gapMs) => tell(callId, { verb: 'send-keys', callId, keys, durationMs: durationMs ?? null, gapMs: gapMs ?? null }),
        dispose: () => places.end(callId),
      };
    },
  };
}

export type MediaProxy = ReturnType<typeof createMediaProxy>;
