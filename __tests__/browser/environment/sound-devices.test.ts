import { createSoundDevices } from '../../../src/browser/environment/sound-devices.ts';

const device = (kind: MediaDeviceKind, deviceId: string, label: string) => ({ kind, deviceId, label, groupId: '', toJSON: () => ({}) });
const computer = (found: ReturnType<typeof device>[], allowed = true) => {
  const stopped: string[] = [];
  const media = {
    enumerateDevices: () => Promise.resolve(found),
    getUserMedia: () => (allowed ? Promise.resolve({ getTracks: () => [{ stop: () => stopped.push('microphone') }] } as unknown as MediaStream) : Promise.reject(new Error('NotAllowedError'))),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  return { devices: createSoundDevices(media), stopped };
};

describe('the sound devices of a computer', () => {
  test('are told apart by what they do; what stands for the system’s own choice is left out', async () => {
    const { devices } = computer([
      device('audioinput', 'default', 'Default - Jabra Evolve2 40'), device('audioinput', '8f3a', 'Jabra Evolve2 40'), device('videoinput', '77c1', 'Integrated Camera'),
      device('audiooutput', 'communications', 'Communications - Jabra Evolve2 40'), device('audiooutput', 'c0de', 'Realtek Speakers'),
    ]);
    expect(await devices.list()).toEqual({ microphones: [{ id: '8f3a', label: 'Jabra Evolve2 40' }], speakers: [{ id: 'c0de', label: 'Realtek Speakers' }], named: true });
  });

  test('have no names until the microphone is allowed', async () => {
    const { devices } = computer([device('audioinput', '', ''), device('audiooutput', '', '')]);
    expect(await devices.list()).toEqual({ microphones: [], speakers: [], named: false });
  });

  test('are asked for with the microphone, which is let go at once', async () => {
    const { devices, stopped } = computer([]);
    expect(await devices.askForNames()).toBe(true);
    expect(stopped).toEqual(['microphone']);
    expect(await computer([], false).devices.askForNames()).toBe(false);
  });

  test('are none on a page that is not secure', async () => {
    const devices = createSoundDevices(undefined);
    expect(await devices.list()).toEqual({ microphones: [], speakers: [], named: false });
    expect(await devices.askForNames()).toBe(false);
    devices.onChange(() => undefined)();
  });
});
