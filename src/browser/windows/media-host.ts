import type { MediaEvent, MediaReply, MediaRequest } from '../../wire/line/media.ts';

/** What dist/media.js offers; loaded by the first request of the line. */
export interface Media {
  handle(request: MediaRequest): Promise<MediaReply>;
  /** Plays what the browser held back; call it inside a click. */
  hear(): Promise<void>;
  close(): void;
}
export interface MediaModule { createMedia(tools: { onEvent(event: MediaEvent): void }): Media }

export interface MediaHostTools {
  load(): Promise<unknown>;
  onEvent(event: MediaEvent): void;
  onSoundBlocked(): void;
}

/** Owns this window's microphone and speaker; knows nothing of calls but their ids. */
export function createMediaHost({ load, onEvent, onSoundBlocked }: MediaHostTools) {
  let loading: Promise<Media> | null = null;
  const blocked = new Set<string>();
  const carried = new Set<string>();

  const forget = (callId: string): void => {
    if (blocked.delete(callId)) onSoundBlocked();
  };
  const media = (): Promise<Media> =>
    (loading ??= load().then((module) =>
      (module as MediaModule).createMedia({
        onEvent(event) {
          if (event.what === 'sound-blocked') {
            blocked.add(event.callId);
            onSoundBlocked();
          }
          onEvent(event);
        },
      }),
    ));

  return {
    async handle(request: MediaRequest): Promise<MediaReply> {
      if (request.verb === 'open') carried.add(request.callId);
      if (request.verb === 'close') {
        carried.delete(request.callId);
        forget(request.callId);
        if (loading === null) return { ok: true, sdp: null };
      }
      try {
        return await (await media()).handle(request);
      } catch {
        loading = null;
        return { ok: false, failure: 'webrtc', detail: 'media module' };
      }
    },
    /** Calls whose audio is here. */
    carries: (): string[] => [...carried],
    soundBlocked: () => blocked.size > 0,
    async hear() {
      if (loading === null) return;
      await (await loading).hear();
      blocked.clear();
      onSoundBlocked();
    },
    close() {
      loading?.then((each) => each.close(), () => undefined);
    },
  };
}
