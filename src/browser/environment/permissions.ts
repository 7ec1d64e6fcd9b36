/** What a person has allowed this origin; `unknown` where the browser does not tell. */
export type Permitted = 'granted' | 'prompt' | 'denied' | 'unknown';
export type PermissionKind = 'microphone' | 'notifications';

export interface Permissions {
  /** Tells at once what is known, and again with each change. */
  watch(kind: PermissionKind, changed: (now: Permitted) => void): void;
  /** Has the browser ask, and lets go of the microphone at once; call it inside a click. */
  askForMicrophone(): Promise<void>;
  /** Call it inside a click. */
  askForNotifications(): Promise<void>;
}

/** The slice of a page in use; each part is missing in some browser, or where a page is not secure. */
export interface PermissionsPage {
  permissions: { query(what: { name: PermissionName }): Promise<{ state: string; addEventListener(type: 'change', listener: () => void): void }> } | undefined;
  mediaDevices: Pick<MediaDevices, 'getUserMedia'> | undefined;
  notification: { requestPermission(): Promise<string> } | undefined;
}

const words: Record<string, Permitted> = { granted: 'granted', prompt: 'prompt', denied: 'denied' };

export function createPermissions(page: PermissionsPage): Permissions {
  return {
    watch(kind, changed) {
      if (kind === 'notifications' && !page.notification) return changed('unknown');
      page.permissions?.query({ name: kind as PermissionName }).then(
        (permission) => {
          const tell = (): void => changed(words[permission.state] ?? 'unknown');
          permission.addEventListener('change', tell);
          tell();
        },
        () => changed('unknown'),
      );
    },
    async askForMicrophone() {
      // A refusal shows in what `watch` tells.
      const stream = await page.mediaDevices?.getUserMedia({ audio: true }).catch(() => null);
      stream?.getTracks().forEach((track) => track.stop());
    },
    async askForNotifications() {
      await page.notification?.requestPermission();
    },
  };
}

export const permissionsPage = (page: Window & typeof globalThis): PermissionsPage => ({
  permissions: page.navigator.permissions as PermissionsPage['permissions'],
  mediaDevices: page.navigator.mediaDevices as MediaDevices | undefined,
  notification: page.Notification as typeof Notification | undefined,
});
