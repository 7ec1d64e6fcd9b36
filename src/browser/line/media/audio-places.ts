import type { AudioDevices, MediaRequest } from '../../../wire/line/media.ts';
import type { Clock } from '../../environment/clock.ts';
import type { LineTimings } from '../timings.ts';
import { chooseMediaWindow } from '../windows/choose-media-window.ts';
import type { WindowRegistry } from '../windows/registry.ts';
import { type CallAudio, noAudioYet, nowhere } from './call-audio.ts';
import { isWindowTrouble, MediaFailure } from './media-failure.ts';
import type { MediaRequests } from './media-requests.ts';

export interface AudioPlacesTools {
  clock: Clock;
  windows: Pick<WindowRegistry, 'candidates' | 'post'>;
  requests: MediaRequests;
  timings: Pick<LineTimings, 'mediaAnswerMs' | 'microphoneMs' | 'nextWindowMs'>;
  newId(): string;
  /** As the user has chosen them. */
  devices(): AudioDevices;
  /** The window that carried this call's audio does so no more. */
  onLost(callId: string): void;
  /** A call that was heard cannot be heard again in a window that refuses its microphone. */
  onMicrophoneBlocked(): void;
  onChange(): void;
}

/** Finds each call a window for its audio, and another one when that goes. Knows nothing of SDP. */
export function createAudioPlaces({ clock, windows, requests, timings, newId, devices, onLost, onMicrophoneBlocked, onChange }: AudioPlacesTools) {
  const calls = new Map<string, CallAudio>();
  let waiting: (() => void)[] = [];

  const audioOf = (callId: string): CallAudio => {
    const known = calls.get(callId);
    if (known) return known;
    const made = noAudioYet();
    calls.set(callId, made);
    return made;
  };
  const windowOf = (callId: string): string | null => {
    const place = calls.get(callId)?.place;
    return place && place.at !== 'nowhere' ? place.windowId : null;
  };
  const isVisible = (windowId: string): boolean => windows.candidates().some((each) => each.windowId === windowId && each.visible);
  const wake = (): void => {
    const woken = waiting;
    waiting = [];
    woken.forEach((go) => go());
  };

  const openRequest = (callId: string, { stunServers, muted }: CallAudio): MediaRequest => ({ verb: 'open', callId, stunServers, muted, devices: devices() });
  const post = (windowId: string, request: MediaRequest): void => windows.post(windowId, { kind: 'media-request', id: newId(), request });
  /** Nothing of the call shall be left there. */
  const closeIn = (windowId: string, callId: string): void => post(windowId, { verb: 'close', callId });

  /** Settles when a window comes, or is worth another try. A call that was heard waits as long as its owner lets it; any other is given up. */
  function nextChance(audio: CallAudio): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = (): void => {
        cancel();
        resolve();
      };
      const cancel = clock.after(audio.heard ? timings.mediaAnswerMs : timings.nextWindowMs, () => {
        waiting = waiting.filter((each) => each !== go);
        audio.slow.clear();
        if (audio.heard) resolve();
        else reject(new MediaFailure('no-window'));
      });
      waiting.push(go);
    });
  }

  function vacate(callId: string, audio: CallAudio): void {
    const { place } = audio;
    if (place.at === 'nowhere') return;
    audio.place = nowhere;
    audio.opening = null;
    // It may come back from the page cache, or answer late.
    closeIn(place.windowId, callId);
    onChange();
    if (place.at !== 'opening') onLost(callId);
  }

  /** A hidden window may wait for ever for its microphone: then the next one is asked, and one in view goes first. */
  async function openIn(windowId: string, callId: string, audio: CallAudio): Promise<void> {
    const given = new Promise<never>((_, reject) => (audio.abandon = () => reject(new MediaFailure('no-answer'))));
    try {
      await Promise.race([given, requests.ask(windowId, openRequest(callId, audio), isVisible(windowId) ? timings.microphoneMs : timings.mediaAnswerMs)]);
    } finally {
      audio.abandon = null;
    }
  }

  async function open(callId: string, audio: CallAudio): Promise<string> {
    for (;;) {
      if (calls.get(callId) !== audio) throw new MediaFailure('window-gone');
      const windowId = chooseMediaWindow(windows.candidates(), audio.clicked, new Set([...audio.slow, ...audio.refused]));
      if (windowId === null) {
        if (audio.slow.size > 0 && !audio.heard) {
          audio.slow.clear();
          throw new MediaFailure('no-answer');
        }
        await nextChance(audio);
        continue;
      }
      audio.place = { at: 'opening', windowId };
      onChange();
      try {
        await openIn(windowId, callId, audio);
        if (calls.get(callId) !== audio) continue;
        audio.place = { at: 'open', windowId };
        return windowId;
      } catch (failure) {
        if (isWindowTrouble(failure)) audio.slow.add(windowId);
        else if (audio.heard) audio.refused.add(windowId);
        const { opening } = audio;
        vacate(callId, audio);
        audio.opening = opening;
        if (!audio.heard && !isWindowTrouble(failure)) throw failure;
        if (failure instanceof MediaFailure && failure.kind === 'microphone-blocked') onMicrophoneBlocked();
      }
    }
  }

  return {
    begin(callId: string, stunServers: string[]): void {
      audioOf(callId).stunServers = stunServers;
    },
    /** A call that was heard with the line before this one. */
    resume(callId: string, muted: boolean): void {
      Object.assign(audioOf(callId), { heard: true, muted });
    },
    /** The window whose click began or answered the call. */
    prefer(callId: string, windowId: string | null): void {
      audioOf(callId).clicked = windowId;
    },
    mute(callId: string, muted: boolean): void {
      audioOf(callId).muted = muted;
    },
    /** The window with this call's microphone, opened when need be. Throws MediaFailure. */
    opened(callId: string): Promise<string> {
      const audio = audioOf(callId);
      if (!audio.opening) {
        const opening = open(callId, audio);
        audio.opening = opening;
        opening.catch(() => {
          if (audio.opening === opening) audio.opening = null;
        });
      }
      return audio.opening;
    },
    offered(callId: string): void {
      const { place } = audioOf(callId);
      if (place.at === 'open') audioOf(callId).place = { at: 'offered', windowId: place.windowId };
    },
    attached(callId: string, windowId: string): void {
      const audio = calls.get(callId);
      if (!audio || windowOf(callId) !== windowId) return;
      audio.place = { at: 'attached', windowId };
      if (audio.leaving !== null && audio.leaving !== windowId) closeIn(audio.leaving, callId);
      audio.leaving = null;
      audio.heard = true;
      audio.slow.clear();
      audio.refused.clear();
      onChange();
    },
    isAttached: (callId: string): boolean => calls.get(callId)?.place.at === 'attached',
    /** The window an answer belongs to; null when the one that offered has gone. */
    offerer(callId: string): string | null {
      const place = calls.get(callId)?.place;
      return place?.at === 'offered' || place?.at === 'attached' ? place.windowId : null;
    },
    wasHeard: (callId: string): boolean => calls.get(callId)?.heard === true,
    windowOf,
    /** Call-ID → window, for the state. */
    inUse: (): Record<string, string> => Object.fromEntries([...calls].flatMap(([callId, { place }]) => (place.at === 'nowhere' ? [] : [[callId, place.windowId]]))),
    /** A call of the line before this one, whose audio a window still has. */
    closeIn,
    /** What a window is asked to get ready for the call; null: there is no such call. */
    openRequest(callId: string): MediaRequest | null {
      const audio = calls.get(callId);
      return audio ? openRequest(callId, audio) : null;
    },
    /** The microphone is open there already; the window that is heard so far is let go once the call is heard in this one. */
    moveTo(callId: string, windowId: string): void {
      const audio = calls.get(callId);
      if (audio?.place.at !== 'attached') closeIn(windowId, callId);
      else if (audio.place.windowId !== windowId) {
        Object.assign(audio, { leaving: audio.place.windowId, place: { at: 'open', windowId }, opening: Promise.resolve(windowId) } satisfies Partial<CallAudio>);
        // It may have been muted while the microphone was being opened.
        post(windowId, { verb: 'set-muted', callId, muted: audio.muted });
        onLost(callId);
      }
    },
    /** This window does not serve the call. */
    leave(callId: string, windowId: string): void {
      const audio = calls.get(callId);
      if (!audio || windowOf(callId) !== windowId) return;
      audio.slow.add(windowId);
      vacate(callId, audio);
    },
    windowGone(windowId: string): void {
      for (const [callId, audio] of calls) {
        // One that is being opened is told by its request.
        if (audio.place.at !== 'opening' && windowOf(callId) === windowId) vacate(callId, audio);
      }
    },
    /** A window has come, or has come into view. */
    available(windowId: string): void {
      for (const [callId, audio] of calls) {
        audio.slow.delete(windowId);
        audio.refused.delete(windowId);
        const opening = audio.place.at === 'opening' ? windowOf(callId) : null;
        if (opening !== null && !isVisible(opening) && isVisible(windowId)) audio.abandon?.();
      }
      wake();
    },
    /** The microphone is allowed now: every window is worth another try. */
    tryAgain(): void {
      for (const audio of calls.values()) audio.refused.clear();
      wake();
    },
    end(callId: string): void {
      const here = [windowOf(callId), calls.get(callId)?.leaving ?? null];
      calls.get(callId)?.abandon?.();
      calls.delete(callId);
      for (const windowId of here) if (windowId !== null) closeIn(windowId, callId);
      wake();
      onChange();
    },
  };
}

export type AudioPlaces = ReturnType<typeof createAudioPlaces>;
