import type { AccountSeed } from '../../../emulators/ringcentral/account/seed.ts';
import { northwind } from './northwind.ts';
import { postForm, rest, type Json, type Tokens } from './application.ts';

export const syncClient = { clientId: 'ledger-sync-app', clientSecret: 'ledger-secret' };
export const danasJwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJkYW5hIn0.bGVkZ2Vy';
export const miguelsJwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJtaWd1ZWwifQ.bGVkZ2Vy';
export const expiredJwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJvbGQifQ.bGVkZ2Vy';

const [dana, ...others] = northwind.extensions;
if (!dana) throw new Error('Northwind has nobody');

/** Northwind with a ledger that reads the company's calls as Dana, who may see all of them; Miguel may not. */
export const northwindWithLedger: AccountSeed = {
  ...northwind,
  extensions: [{ ...dana, permissions: ['FullCompanyCallLog'], features: { voicemail: true } }, ...others],
  apps: [...northwind.apps, { kind: 'confidential', ...syncClient, name: 'Ledger', redirectUris: [], scopes: ['ReadAccounts', 'ReadCallLog', 'ReadCallRecording'] }],
  queues: [{ id: '400131501190', extensionNumber: '9', name: 'Front desk' }],
  jwtCredentials: [
    { jwt: danasJwt, extensionId: dana.id, clientIds: [syncClient.clientId] },
    { jwt: miguelsJwt, extensionId: '400131501102' },
    { jwt: expiredJwt, extensionId: dana.id, expiresAt: Date.UTC(2024, 0, 1) },
  ],
};

export const jwtGrant = (base: string, assertion: string, client: { clientId: string; clientSecret: string } = syncClient): Promise<Response> => postForm(base, '/restapi/oauth/token',
  { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }, { authorization: `Basic ${btoa(`${client.clientId}:${client.clientSecret}`)}` });

export const jwtTokens = async (base: string, assertion: string): Promise<Tokens> => await (await jwtGrant(base, assertion)).json() as Tokens;

/** GET as JSON, with its status. */
export async function read(base: string, tokens: Tokens, path: string): Promise<{ status: number; headers: Headers; body: Record<string, Json> }> {
  const answer = await rest(base, tokens, path);
  return { status: answer.status, headers: answer.headers, body: await answer.json() as Record<string, Json> };
}
