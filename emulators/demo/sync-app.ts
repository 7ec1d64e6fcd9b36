import type { AppSeed, JwtCredential } from '../ringcentral/account/seed.ts';
import type { SecretSeed } from '../netsuite/options.ts';
import { administrator } from './people.ts';

const part = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64url');

const clientId = 'FairweatherCallSync1';
/** Nothing here is secret: it opens a simulator on this computer. */
const clientSecret = 'fairweather-call-sync';
const jwt = `${part({ alg: 'none', typ: 'JWT' })}.${part({ sub: administrator.extensionId, aud: 'ringcentral.localhost' })}.${part({ demo: true })}`;

/** The company's confidential application, and the credential with which call sync signs in: the administrator's. */
export const syncApp: AppSeed = {
  kind: 'confidential', clientId, clientSecret, name: 'RingCentral Call Sync', redirectUris: [], scopes: ['ReadAccounts', 'ReadCallLog', 'ReadCallRecording', 'ReadMessages'],
};
export const syncCredential: JwtCredential = { jwt, extensionId: administrator.extensionId, clientIds: [clientId] };

/** The same in NetSuite, under Setup > Company > Preferences > API Secrets. */
export const syncSecrets: SecretSeed[] = Object.entries({ client_id: clientId, client_secret: clientSecret, jwt }).map(([name, value]) => ({
  id: `custsecret_rcns_${name}`, value, scripts: ['customscript_rcns_call_sync', 'customscript_rcns_text_sync', 'customscript_rcns_api'], domains: ['ringcentral.localhost'],
}));
