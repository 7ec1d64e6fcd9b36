import type { MediaRequest } from '../../../wire/line/media.ts';
import type { LineTimings } from '../timings.ts';
import { chooseMediaWindow } from '../windows/choose-media-window.ts';
import type { WindowRegistry } from '../windows/registry.ts';
import { MediaFailure } from './media-failure.ts';
import type { MediaRequests } from './media-requests.ts';

export interface MediaProxyTools {
  windows: Pick<WindowRegistry, 'candidates' | 'isAwake' | 'post'>;
  requests: MediaRequests;
  timings: Pick<LineTimings, 'mediaAnswerMs' | 'microphoneMs'>;
  newId(): string;
  /** A request that nobody waits for failed; the call has no audio. */
  onFailure(callId: string, failure: MediaFailure): void;
  onChange(): void;
}

interface CallAudio { clicked: string | null; windowId: string | null; opening: Promise<string> | null; stunServers: string[] }

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

/** Gives each call a window for its audio and passes the phone's media work to it. A call keeps its window for life. */
export function createMediaProxy({ windows, requests, timings, newId, onFailure, onChange }: MediaProxyTools) {
  const calls = new Map<string, CallAudio>();

  const audioOf = (callId: string): CallAudio => {
    const known = calls.get(callId);
    if (known) return known;
    const made: CallAudio = { clicked: null, windowId: null, opening: null, stunServers: [] };
    calls.set(callId, made);
    return made;
  };
  const giveUp = (callId: string, windowId: string): void => windows.post(windowId, { kind: 'media-request', id: newId(), request: { verb: 'close', callId } });

  /** A hidden window may wait for ever for its microphone: then the next one is asked. */
  async function open(callId: string, audio: CallAudio): Promise<string> {
    const tried = new Set<string>();
    for (;;) {
      const windowId = chooseMediaWindow(windows.candidates(), audio.clicked, tried);
      if (windowId === null) throw new MediaFailure(tried.size === 0 ? 'no-window' : 'no-answer');
      tried.add(windowId);
      audio.windowId = windowId;
      onChange();
      const inView = windows.candidates().some((each) => each.windowId === windowId && each.visible);
      try {
        await requests.ask(windowId, { verb: 'open', callId, stunServers: audio.stunServers }, inView ? timings.microphoneMs : timings.mediaAnswerMs);
        return windowId;
      } catch (failure) {
        giveUp(callId, windowId);
        audio.windowId = null;
        onChange();
        const next = failure instanceof MediaFailure && (failure.kind === 'no-answer' || failure.kind === 'window-gone') && calls.has(callId);
        if (!next) throw failure;
      }
    }
  }

  function opened(callId: string): Promise<string> {
    const audio = audioOf(callId);
    if (!audio.opening) {
      audio.opening = open(callId, audio);
      audio.opening.catch(() => (audio.opening = null));
    }
    return audio.opening;
  }

  async function ask(callId: string, request: MediaRequest): Promise<string | null> {
    return requests.ask(await opened(callId), request, timings.mediaAnswerMs);
  }
  const sdp = async (callId: string, request: MediaRequest): Promise<string> => (await ask(callId, request)) ?? '';
  const tell = (callId: string, request: MediaRequest): void => {
    ask(callId, request).catch((failure: unknown) => {
      if (failure instanceof MediaFailure) onFailure(callId, failure);
    });
  };

  return {
    /** The window whose click began or answered the call. */
    prefer(callId: string, windowId: string | null): void {
      audioOf(callId).clicked = windowId;
    },
    windowOf: (callId: string): string | null => calls.get(callId)?.windowId ?? null,
    /** Call-ID → window, for the state. */
    windowsInUse: (): Record<string, string> => Object.fromEntries([...calls].flatMap(([callId, { windowId }]) => (windowId === null ? [] : [[callId, windowId]]))),
    callsIn: (windowId: string): string[] => [...calls].filter(([, audio]) => audio.windowId === windowId).map(([callId]) => callId),
    session({ callId, stunServers }: { callId: string; stunServers: string[] }): RemoteWebRtcSession {
      audioOf(callId).stunServers = stunServers;
      return {
        createOffer: (options) => sdp(callId, { verb: 'create-offer', callId, iceRestart: options?.iceRestart === true }),
        createAnswer: (offer) => sdp(callId, { verb: 'create-answer', callId, offer }),
        // The library does not wait for the first one: a rejection would be nobody's.
        applyAnswer: async (answer) => tell(callId, { verb: 'apply-answer', callId, answer }),
        changeInputDevice: async (deviceId) => void (await ask(callId, { verb: 'change-input', callId, deviceId })),
        changeOutputDevice: async (deviceId) => void (await ask(callId, { verb: 'change-output', callId, deviceId })),
        setMuted: (muted) => tell(callId, { verb: 'set-muted', callId, muted }),
        sendDtmf: (keys, durationMs, gapMs) => tell(callId, { verb: 'send-keys', callId, keys, durationMs: durationMs ?? null, gapMs: gapMs ?? null }),
        dispose: () => {
          const windowId = calls.get(callId)?.windowId;
          calls.delete(callId);
          if (windowId) giveUp(callId, windowId);
          onChange();
        },
      };
    },
  };
}

export type MediaProxy = ReturnType<typeof createMediaProxy>;
