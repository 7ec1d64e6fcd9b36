export interface FarVoice {
  play(stream: MediaStream): Promise<void>;
  /** Tries again, inside a click. */
  hear(): Promise<void>;
  /** null: the browser's own choice. */
  changeDevice(deviceId: string | null): Promise<void>;
  close(): void;
}

/** The other side's voice through an audio element: an AudioContext stays suspended on a page nobody clicked in. */
export function createFarVoice(element: HTMLAudioElement, onBlocked: () => void, speaker: string | null): FarVoice {
  element.autoplay = true;
  const changeDevice = (deviceId: string | null): Promise<void> => element.setSinkId?.(deviceId ?? '') ?? Promise.resolve();
  // One that is not plugged in is as good as none chosen.
  if (speaker !== null) changeDevice(speaker).catch(() => undefined);
  const play = (): Promise<void> =>
    element.play().catch((failure: unknown) => {
      if (failure instanceof DOMException && failure.name === 'NotAllowedError') onBlocked();
    });
  return {
    play(stream) {
      element.srcObject = stream;
      return play();
    },
    hear: play,
    changeDevice,
    close() {
      element.pause();
      element.srcObject = null;
    },
  };
}
