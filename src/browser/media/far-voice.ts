export interface FarVoice {
  play(stream: MediaStream): Promise<void>;
  /** Tries again, inside a click. */
  hear(): Promise<void>;
  changeDevice(deviceId: string): Promise<void>;
  close(): void;
}

/** The other side's voice through an audio element: an AudioContext stays suspended on a page nobody clicked in. */
export function createFarVoice(element: HTMLAudioElement, onBlocked: () => void): FarVoice {
  element.autoplay = true;
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
    changeDevice: (deviceId) => element.setSinkId?.(deviceId) ?? Promise.resolve(),
    close() {
      element.pause();
      element.srcObject = null;
    },
  };
}
