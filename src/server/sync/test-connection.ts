import * as v from 'valibot';
import type { SecretNames, TestAnswer } from '../../wire/sync/sync.ts';
import { createCompanyApi } from '../ringcentral/company-api.ts';
import { callLogPage } from '../ringcentral/company-call-log.ts';
import { newToken } from '../ringcentral/company-token.ts';
import { connectionOf, type Connection } from '../ringcentral/connection.ts';
import { SyncFailure } from '../ringcentral/sync-failure.ts';
import { loadSettings } from '../settings/settings-record.ts';
import { changeState } from './state-record.ts';
import { recentRequests } from './sync-state.ts';
import { troubleOf } from './trouble.ts';

/** What call sync and organizer mapping read. */
const neededScopes = ['ReadAccounts', 'ReadCallLog'];

const text = v.optional(v.nullable(v.string()), '');
const Me = v.object({
  name: text,
  extensionNumber: v.optional(v.nullable(v.union([v.string(), v.number()])), ''),
  contact: v.optional(v.object({ email: text }), {}),
  account: v.optional(v.object({ id: v.optional(v.union([v.string(), v.number()]), '') }), {}),
});

const environmentOf = ({ server }: Connection): 'production' | 'sandbox' | 'test' => (server.kind === 'test' ? 'test' : server.origin.includes('devtest') ? 'sandbox' : 'production');

/** Signs in with the secrets of these names and tries what sync needs: whose credential it is, scopes, and one call of the company's log. About 80 units. */
export function testConnection(secrets: SecretNames, now: number): TestAnswer {
  try {
    const connection = connectionOf(loadSettings(), secrets);
    const scopes = newToken(connection).scope.split(/[\s,]+/).filter((scope) => scope !== '');
    const missing = scopes.length === 0 ? [] : neededScopes.filter((scope) => !scopes.includes(scope));
    if (missing.length > 0) throw new SyncFailure('SCOPE_MISSING', missing.join(', '));
    const api = createCompanyApi(connection);
    const me = v.safeParse(Me, api.get('/restapi/v1.0/account/~/extension/~'));
    if (!me.success) throw new SyncFailure('RINGCENTRAL', 'unknown answer');
    const { company } = changeState((state) => ({ ...state, requests: [...recentRequests(state.requests, now), now] }));
    callLogPage(api, { from: now - 3_600_000, to: now, page: 1, perPage: 1 });
    const { name, extensionNumber, contact, account } = me.output;
    const ringCentralAccount = String(account.id ?? '');
    return {
      ok: true, credential: { name: name ?? '', extensionNumber: String(extensionNumber ?? ''), email: contact.email ?? '' },
      environment: environmentOf(connection), ringCentralAccount, otherCompany: company !== null && ringCentralAccount !== company, scopes,
    };
  } catch (failure) {
    if (failure instanceof SyncFailure) return { ok: false, trouble: troubleOf(failure, now) };
    throw failure;
  }
}
