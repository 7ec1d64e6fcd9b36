export interface Microphone {
  /** Opens it on first use; every later call gets the same stream. */
  stream(): Promise<MediaStream>;
  /** Another device, null for the browser's own choice; returns its track. */
  change(deviceId: string | null): Promise<MediaStreamTrack>;
  /** The device in use was taken away. */
  onLost(lost: () => void): void;
  close(): void;
}

/** Not plugged in, or taken by another program. */
const isNotThere = (failure: unknown): boolean => failure instanceof Error && ['NotFoundError', 'OverconstrainedError', 'NotReadableError'].includes(failure.name);

/** The microphone of one call; nothing of it outlives the call. `chosen` is used while it is there, the browser's own choice otherwise. */
export function createMicrophone(devices: Pick<MediaDevices, 'getUserMedia'>, chosen: string | null): Microphone {
  let opening: Promise<MediaStream> | null = null;
  let closed = false;
  /** One after the other, or a stream would be left open. */
  let changed: Promise<unknown> = Promise.resolve();
  let lost = (): void => undefined;
  const stop = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());

  async function open(deviceId: string | null): Promise<MediaStream> {
    const stream = await devices.getUserMedia({ audio: deviceId === null ? true : { deviceId: { exact: deviceId } }, video: false });
    // The call may have ended while the browser asked for permission.
    if (closed) stop(stream);
    // Not told of a track that we stop ourselves.
    stream.getAudioTracks()[0]?.addEventListener('ended', () => lost());
    return stream;
  }

  return {
    stream() {
      if (!opening) {
        opening = open(chosen).catch((failure: unknown) => {
          if (chosen === null || !isNotThere(failure)) throw failure;
          return open(null);
        });
        opening.catch(() => (opening = null));
      }
      return opening;
    },
    change(deviceId) {
      const change = changed.then(async () => {
        const next = open(deviceId);
        const stream = await next;
        const before = opening;
        opening = next;
        if (before) stop(await before);
        return stream.getAudioTracks()[0] as MediaStreamTrack;
      });
      changed = change.catch(() => undefined);
      return change;
    },
    onLost: (tell) => void (lost = tell),
    close() {
      closed = true;
      opening?.then(stop, () => undefined);
    },
  };
}
