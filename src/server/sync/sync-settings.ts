import type { Record as NetSuiteRecord } from 'N/record';
import type { SecretNames, SyncSettings } from '../../wire/sync/sync.ts';
import { settings as ids } from '../netsuite/ids.ts';
import { cameAlong, changeSettings, settingText } from '../settings/settings-record.ts';

/** What the guide tells administrators to call them. */
const proposed: SecretNames = { clientId: 'custsecret_rcns_client_id', clientSecret: 'custsecret_rcns_client_secret', jwt: 'custsecret_rcns_jwt' };

/** How sync is set; off in an account that the settings only came along to. */
export function syncSettingsOf(row: NetSuiteRecord | null): SyncSettings {
  const since = settingText(row, ids.syncSince);
  return {
    on: ['true', 'T'].includes(settingText(row, ids.syncOn)) && !cameAlong(row),
    secrets: {
      clientId: settingText(row, ids.syncClientId) || proposed.clientId,
      clientSecret: settingText(row, ids.syncClientSecret) || proposed.clientSecret,
      jwt: settingText(row, ids.syncJwt) || proposed.jwt,
    },
    since: since === '' ? null : since,
    texts: ['true', 'T'].includes(settingText(row, ids.syncTexts)),
  };
}

/** 18 units. */
export const saveSyncSettings = ({ on, secrets, since, texts }: SyncSettings): void =>
  changeSettings({ [ids.syncOn]: on, [ids.syncClientId]: secrets.clientId, [ids.syncClientSecret]: secrets.clientSecret, [ids.syncJwt]: secrets.jwt, [ids.syncSince]: since ?? '', [ids.syncTexts]: texts });

/** Who stands in where an extension has no employee; null: nobody. */
export const defaultOrganizerOf = (row: NetSuiteRecord | null): number | null => Number(settingText(row, ids.defaultOrganizer)) || null;
