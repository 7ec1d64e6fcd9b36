/** A microphone or a speaker as the browser names it. */
export interface SoundDevice { id: string; label: string }

/** `named` is false until this origin may use the microphone: before that browsers hide names and ids. */
export interface SoundDeviceList { microphones: SoundDevice[]; speakers: SoundDevice[]; named: boolean }

export interface SoundDevices {
  list(): Promise<SoundDeviceList>;
  /** Opens the microphone for a moment, so that the browser asks and then tells names; call it inside a click. False: refused. */
  askForNames(): Promise<boolean>;
  /** Something was plugged in or pulled out; returns the undo. */
  onChange(listener: () => void): () => void;
}

const none: SoundDeviceList = { microphones: [], speakers: [], named: false };

/** The sound devices of this computer. A page that is not secure has no `mediaDevices`, and so no devices. */
export function createSoundDevices(media: Pick<MediaDevices, 'enumerateDevices' | 'getUserMedia' | 'addEventListener' | 'removeEventListener'> | undefined): SoundDevices {
  return {
    async list() {
      const devices = await media?.enumerateDevices().catch(() => null);
      if (!devices) return none;
      // Chromium adds entries that stand for "whatever the system uses": that choice is ours already.
      const of = (kind: MediaDeviceKind): SoundDevice[] =>
        devices.filter((device) => device.kind === kind && device.label && !['', 'default', 'communications'].includes(device.deviceId)).map(({ deviceId, label }) => ({ id: deviceId, label }));
      return { microphones: of('audioinput'), speakers: of('audiooutput'), named: devices.some(({ label }) => label !== '') };
    },
    async askForNames() {
      const stream = await media?.getUserMedia({ audio: true }).catch(() => null);
      stream?.getTracks().forEach((track) => track.stop());
      return Boolean(stream);
    },
    onChange(listener) {
      media?.addEventListener('devicechange', listener);
      return () => media?.removeEventListener('devicechange', listener);
    },
  };
}
