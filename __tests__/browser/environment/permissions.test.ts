import { createPermissions, type PermissionsPage } from '../../../src/browser/environment/permissions.ts';
import { settled } from '../line/hand-clock.ts';

/** A browser whose person has not been asked for anything. */
function browser(over: Partial<PermissionsPage> = {}) {
  const states: Record<string, string> = { microphone: 'prompt', notifications: 'prompt' };
  const changed = new Set<() => void>();
  const open = { tracks: 0 };
  const answer = (name: string, state: string): void => {
    states[name] = state;
    changed.forEach((tell) => tell());
  };
  const page: PermissionsPage = {
    permissions: { query: async ({ name }) => ({ get state() { return states[name] ?? ''; }, addEventListener: (_type, listener) => void changed.add(listener) }) },
    mediaDevices: {
      getUserMedia: async () => {
        open.tracks += 1;
        answer('microphone', 'granted');
        return { getTracks: () => [{ stop: () => (open.tracks -= 1) }] } as unknown as MediaStream;
      },
    },
    notification: { requestPermission: async () => { answer('notifications', 'denied'); return 'denied'; } },
    ...over,
  };
  const heard: string[] = [];
  const permissions = createPermissions(page);
  return { permissions, heard, open, watch: (kind: 'microphone' | 'notifications') => permissions.watch(kind, (now) => heard.push(now)) };
}

describe('permissions', () => {
  it('tell what the person has allowed, and follow it', async () => {
    const { permissions, heard, open, watch } = browser();
    watch('microphone');
    await settled();
    await permissions.askForMicrophone();
    expect([heard, open.tracks]).toEqual([['prompt', 'granted'], 0]);
  });

  it('follow a refusal too', async () => {
    const { permissions, heard, watch } = browser();
    watch('notifications');
    await settled();
    await permissions.askForNotifications();
    expect(heard).toEqual(['prompt', 'denied']);
  });

  it('survive a microphone that is refused', async () => {
    const { permissions } = browser({ mediaDevices: { getUserMedia: () => Promise.reject(new Error('NotAllowedError')) } });
    await expect(permissions.askForMicrophone()).resolves.toBeUndefined();
  });

  it('say nothing where the browser does not', async () => {
    const old = browser({ permissions: { query: () => Promise.reject(new TypeError('microphone')) }, notification: undefined });
    old.watch('microphone');
    old.watch('notifications');
    await settled();
    expect(old.heard).toEqual(['unknown', 'unknown']);
  });
});
