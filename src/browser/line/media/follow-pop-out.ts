import type { LineTimings } from '../timings.ts';
import type { WindowRegistry } from '../windows/registry.ts';
import type { AudioPlaces } from './audio-places.ts';
import type { MediaRequests } from './media-requests.ts';

export interface FollowPopOutTools {
  windows: Pick<WindowRegistry, 'candidates'>;
  places: Pick<AudioPlaces, 'inUse' | 'isAttached' | 'openRequest' | 'moveTo'>;
  requests: Pick<MediaRequests, 'ask'>;
  timings: Pick<LineTimings, 'microphoneMs'>;
}

/**
 * When the pop-out comes, or comes into view, calls that are heard elsewhere go there. Its microphone is opened first: a
 * person may have to allow it, and until then, or if they do not, the call stays where it is.
 */
export function createFollowPopOut({ windows, places, requests, timings }: FollowPopOutTools) {
  const isPopOut = (windowId: string): boolean => windows.candidates().some((each) => each.windowId === windowId && each.page === 'pop-out');

  async function bring(callId: string, windowId: string): Promise<void> {
    const request = places.openRequest(callId);
    if (!request || !places.isAttached(callId)) return;
    const opened = await requests.ask(windowId, request, timings.microphoneMs).then(() => true, () => false);
    if (opened) places.moveTo(callId, windowId);
  }

  return async (windowId: string): Promise<void> => {
    if (!isPopOut(windowId)) return;
    const elsewhere = Object.entries(places.inUse()).filter(([, here]) => here !== windowId);
    await Promise.all(elsewhere.map(([callId]) => bring(callId, windowId)));
  };
}
