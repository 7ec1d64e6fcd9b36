import type { Record as NetSuiteRecord } from 'N/record';
import type { SecretNames } from '../../wire/sync/sync.ts';
import { settings as ids } from '../netsuite/ids.ts';
import { serverOrigin, type ServerOrigin } from '../settings/server-origin.ts';
import { cameAlong, settingText } from '../settings/settings-record.ts';
import { SyncFailure } from './sync-failure.ts';

/** How RingCentral is reached as the company: where, and the names of the API secrets to do it with. */
export interface Connection { server: ServerOrigin; secrets: SecretNames }

/** Throws SyncFailure where the company is not set up, or the settings came along from another account: a sandbox must not log production's calls. */
export function connectionOf(row: NetSuiteRecord | null, secrets: SecretNames): Connection {
  const server = serverOrigin(settingText(row, ids.server));
  if (row === null || server === null) throw new SyncFailure('NOT_SET_UP', 'server');
  if (cameAlong(row)) throw new SyncFailure('OTHER_ACCOUNT');
  return { server, secrets };
}
