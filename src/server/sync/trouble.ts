import type { SyncTrouble } from '../../wire/sync/sync.ts';
import type { SyncFailure } from '../ringcentral/sync-failure.ts';

/** A failure as the Sync page shows it. */
export const troubleOf = ({ reason, detail, retryAt }: Pick<SyncFailure, 'reason' | 'detail' | 'retryAt'>, now: number): SyncTrouble => ({
  cause: reason, detail, at: new Date(now).toISOString(), retryAt: retryAt === null ? null : new Date(retryAt).toISOString(),
});
