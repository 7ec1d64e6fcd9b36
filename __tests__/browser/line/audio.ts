import type { AudioDevices, MediaRequest } from '../../../src/wire/line/media.ts';
import type { PageKind } from '../../../src/wire/line/messages.ts';
import { createAudioPlaces } from '../../../src/browser/line/media/audio-places.ts';
import type { MediaFailure } from '../../../src/browser/line/media/media-failure.ts';
import { createMediaProxy } from '../../../src/browser/line/media/media-proxy.ts';
import { createMediaRequests } from '../../../src/browser/line/media/media-requests.ts';
import { createFakeEnvironment } from './fakes.ts';
import { settled } from './hand-clock.ts';

export interface FakeWindow { windowId: string; visible: boolean; page?: PageKind }

/** The windows of a line and the audio of its calls, with every request in a test's hands. */
export function openAudio(windows: FakeWindow[] = [{ windowId: 'a', visible: true }], devices: AudioDevices = { microphone: null, speaker: null }) {
  const { environment, clock } = createFakeEnvironment();
  const asked: { windowId: string; id: string; request: MediaRequest }[] = [];
  const failures: MediaFailure[] = [];
  const lost: string[] = [];
  let blocked = 0;
  const requests = createMediaRequests({ clock, newId: environment.newId, send: (windowId, id, request) => asked.push({ windowId, id, request }) });
  const places = createAudioPlaces({
    clock,
    windows: {
      candidates: () => windows.map(({ windowId, visible, page = 'record' }, since) => ({ windowId, page, visible, sound: 'unlocked', awake: true, since })),
      post: (windowId, message) => { if (message.kind === 'media-request') asked.push({ windowId, id: message.id, request: message.request }); },
    },
    requests,
    timings: { mediaAnswerMs: 3_000, microphoneMs: 30_000, nextWindowMs: 10_000 },
    newId: environment.newId,
    devices: () => devices,
    onLost: (callId) => lost.push(callId),
    onMicrophoneBlocked: () => (blocked += 1),
    onChange: () => undefined,
  });
  const proxy = createMediaProxy({ places, requests, timings: { mediaAnswerMs: 3_000 }, onFailure: (_callId, failure) => failures.push(failure) });
  const last = () => asked.at(-1) as (typeof asked)[number];
  const answer = async (sdp: string | null = null): Promise<void> => {
    requests.reply(last().windowId, last().id, { ok: true, sdp });
    await settled(2);
  };
  const refuse = async (failure: 'microphone-blocked' | 'webrtc'): Promise<void> => {
    requests.reply(last().windowId, last().id, { ok: false, failure, detail: failure });
    await settled(2);
  };
  const verbs = () => asked.map(({ windowId, request }) => `${windowId} ${request.verb}`);
  /** The window is closed, and the line has noticed. */
  const close = async (windowId: string): Promise<void> => {
    windows.splice(windows.findIndex((each) => each.windowId === windowId), 1);
    requests.windowGone(windowId);
    places.windowGone(windowId);
    await settled(2);
  };
  const come = async (windowId: string, visible = true, page: PageKind = 'record'): Promise<void> => {
    if (windows.every((each) => each.windowId !== windowId)) windows.push({ windowId, visible, page });
    places.available(windowId);
    await settled(2);
  };
  const session = proxy.session({ callId: 'call-1', stunServers: ['stun1.example.com:19302'] });
  /** Offered and answered: the call is heard in window `a`. */
  const heard = async (): Promise<void> => {
    const offer = session.createOffer();
    await settled(2);
    await answer();
    await answer('v=0');
    await offer;
    const applied = session.applyAnswer('v=1');
    await settled(2);
    await answer();
    await applied;
  };
  return { clock, windows, places, requests, session, asked, failures, lost, last, answer, refuse, verbs, close, come, heard, blocked: () => blocked };
}
