import * as v from 'valibot';
import type { TestAnswer, TestSync } from '../../wire/sync/sync.ts';
import { organizersByExtension } from '../organizers/bindings.ts';
import { createCompanyApi, type CompanyApi } from '../ringcentral/company-api.ts';
import { callLogPage } from '../ringcentral/company-call-log.ts';
import { newToken } from '../ringcentral/company-token.ts';
import { connectionOf, type Connection } from '../ringcentral/connection.ts';
import { SyncFailure } from '../ringcentral/sync-failure.ts';
import { loadSettings } from '../settings/settings-record.ts';
import { textPage } from '../text-sync/company-messages.ts';
import { changeState } from './state-record.ts';
import { recentRequests } from './sync-state.ts';
import { troubleOf } from './trouble.ts';

/** What call sync and organizer mapping read. */
const neededScopes = ['ReadAccounts', 'ReadCallLog'];

const text = v.optional(v.nullable(v.string()), '');
const Me = v.object({
  id: v.optional(v.union([v.string(), v.number()]), ''),
  name: text,
  extensionNumber: v.optional(v.nullable(v.union([v.string(), v.number()])), ''),
  contact: v.optional(v.object({ email: text }), {}),
  account: v.optional(v.object({ id: v.optional(v.union([v.string(), v.number()]), '') }), {}),
});

const environmentOf = ({ server }: Connection): 'production' | 'sandbox' | 'test' => (server.kind === 'test' ? 'test' : server.origin.includes('devtest') ? 'sandbox' : 'production');

/** Signs in with the secrets of these names and tries what sync needs: whose credential it is, scopes, and one call of the company's log, others' texts where they are wanted. About 100 units. */
export function testConnection({ secrets, texts }: v.InferOutput<typeof TestSync>, now: number): TestAnswer {
  try {
    const connection = connectionOf(loadSettings(), secrets);
    const scopes = newToken(connection).scope.split(/[\s,]+/).filter((scope) => scope !== '');
    const missing = scopes.length === 0 ? [] : [...neededScopes, ...(texts ? ['ReadMessages'] : [])].filter((scope) => !scopes.includes(scope));
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
      texts: texts ? othersTexts(api, String(me.output.id), now) : 'not-asked',
    };
  } catch (failure) {
    if (failure instanceof SyncFailure) return { ok: false, trouble: troubleOf(failure, now) };
    throw failure;
  }
}

/** Tries the texts of the last hour of somebody else who is mapped. One Light request. */
function othersTexts(api: CompanyApi, own: string, now: number): 'read' | 'refused' | 'nobody' {
  const other = [...organizersByExtension().keys()].find((extensionId) => extensionId !== own);
  if (other === undefined) return 'nobody';
  try {
    textPage(api, other, { from: now - 3_600_000, to: now, page: 1 });
    return 'read';
  } catch (failure) {
    if (failure instanceof SyncFailure && failure.reason === 'PERMISSION_MISSING') return 'refused';
    throw failure;
  }
}
