import type { AudioDevices, MediaRequest } from '../../../wire/line/media.ts';
import type { LineTimings } from '../timings.ts';
import type { AudioPlaces } from './audio-places.ts';
import { isWindowTrouble } from './media-failure.ts';
import type { MediaRequests } from './media-requests.ts';

export interface FollowDevicesTools {
  devices(): AudioDevices;
  places: Pick<AudioPlaces, 'inUse'>;
  requests: Pick<MediaRequests, 'ask'>;
  timings: Pick<LineTimings, 'microphoneMs'>;
}

/**
 * When the user has chosen another microphone or speaker than `before`, calls that are up go over to it. Throws
 * MediaFailure when it cannot be used: the call keeps the one it had.
 */
export function createFollowDevices({ devices, places, requests, timings }: FollowDevicesTools) {
  return async (before: AudioDevices): Promise<void> => {
    const { microphone, speaker } = devices();
    const changes = (callId: string): MediaRequest[] => [
      ...(before.microphone === microphone ? [] : [{ verb: 'change-input', callId, deviceId: microphone } as const]),
      ...(before.speaker === speaker ? [] : [{ verb: 'change-output', callId, deviceId: speaker } as const]),
    ];
    // A window that goes takes the call's audio with it; the next one is opened with what is chosen now.
    const ask = (windowId: string, request: MediaRequest): Promise<unknown> =>
      requests.ask(windowId, request, timings.microphoneMs).catch((failure: unknown) => {
        if (!isWindowTrouble(failure)) throw failure;
      });
    await Promise.all(Object.entries(places.inUse()).flatMap(([callId, windowId]) => changes(callId).map((request) => ask(windowId, request))));
  };
}
