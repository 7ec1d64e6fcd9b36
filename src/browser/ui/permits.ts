import { type ReadonlySignal, signal } from './signals.ts';
import { createPermissions, type Permissions, permissionsPage, type Permitted } from '../environment/permissions.ts';

/** What the person has allowed this browser to do for the phone, as screens use it. */
export interface Permits {
  readonly microphone: ReadonlySignal<Permitted>;
  readonly notifications: ReadonlySignal<Permitted>;
  /** Both to be called within a click. */
  allowMicrophone(): Promise<void>;
  turnOnNotifications(): void;
}

export function createPermits(permissions: Permissions = createPermissions(permissionsPage(window))): Permits {
  const microphone = signal<Permitted>('unknown');
  const notifications = signal<Permitted>('unknown');
  permissions.watch('microphone', (now) => { microphone.value = now; });
  permissions.watch('notifications', (now) => { notifications.value = now; });
  return {
    microphone,
    notifications,
    allowMicrophone: () => permissions.askForMicrophone(),
    turnOnNotifications: () => void permissions.askForNotifications(),
  };
}
