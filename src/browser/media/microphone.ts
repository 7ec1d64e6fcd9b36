export interface Microphone {
  /** Opens it on first use; every later call gets the same stream. */
  stream(): Promise<MediaStream>;
  /** Another device; returns its track. */
  change(deviceId: string): Promise<MediaStreamTrack>;
  close(): void;
}

/** The microphone of one call; nothing of it outlives the call. */
export function createMicrophone(devices: Pick<MediaDevices, 'getUserMedia'>): Microphone {
  let opening: Promise<MediaStream> | null = null;
  let closed = false;
  const stop = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());

  const open = (audio: MediaStreamConstraints['audio']): Promise<MediaStream> =>
    devices.getUserMedia({ audio: audio ?? true, video: false }).then((stream) => {
      // The call may have ended while the browser asked for permission.
      if (closed) stop(stream);
      return stream;
    });

  return {
    stream() {
      if (!opening) {
        opening = open(true);
        opening.catch(() => (opening = null));
      }
      return opening;
    },
    async change(deviceId) {
      const before = opening;
      const next = open({ deviceId: { exact: deviceId } });
      const stream = await next;
      opening = next;
      if (before) stop(await before);
      return stream.getAudioTracks()[0] as MediaStreamTrack;
    },
    close() {
      closed = true;
      opening?.then(stop, () => undefined);
    },
  };
}
