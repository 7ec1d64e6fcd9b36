import https = require('N/https');
import * as v from 'valibot';
import { errorName } from '../netsuite/error-name.ts';
import { SyncFailure } from './sync-failure.ts';
import type { Connection } from './connection.ts';
import { companyToken, forgetToken } from './company-token.ts';
import { retryMoment } from './retry-moment.ts';

/** Answers of RingCentral's REST API to the service user. */
export interface CompanyApi {
  /** Reads a path with its query. 11 units, more where a token has ended. Throws SyncFailure, and CallLogTokenEnded for a sync token that is no longer good. */
  get(path: string, query?: Readonly<Record<string, string | number>>): unknown;
  /** Requests made so far, sign-in left out. */
  requests(): number;
}

/** RingCentral wants the sync to begin anew (CLG-101 to 105): the token ended, or too much has changed since. */
export class SyncTokenEnded extends Error {
  constructor() {
    super('the sync token has ended');
    this.name = 'SyncTokenEnded';
  }
}

const ErrorBody = v.object({
  errorCode: v.optional(v.string(), ''),
  errors: v.optional(v.array(v.object({ errorCode: v.optional(v.string(), ''), permissionName: v.optional(v.string(), '') })), []),
});

export function createCompanyApi(connection: Connection): CompanyApi {
  let made = 0;

  function send(url: string, token: string): https.ClientResponse {
    made += 1;
    try {
      return https.get({ url, headers: { Accept: 'application/json', Authorization: `Bearer ${token}` } });
    } catch (failure) {
      throw new SyncFailure('UNREACHABLE', errorName(failure));
    }
  }

  return {
    requests: () => made,
    get(path, query = {}) {
      const words = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
      const url = `${connection.server.origin}${path}${words.length > 0 ? `?${words.join('&')}` : ''}`;
      let response = send(url, companyToken(connection));
      if (response.code === 401) {
        // It ended before its time, or another sign-in of the same app replaced it.
        forgetToken(connection);
        response = send(url, companyToken(connection));
      }
      if (response.code === 200) {
        try {
          return JSON.parse(response.body) as unknown;
        } catch {
          throw new SyncFailure('RINGCENTRAL', 'no JSON');
        }
      }
      throw failureOf(response, 'syncToken' in query);
    },
  };
}

/** `synced`: the request named a sync token. */
function failureOf(response: https.ClientResponse, synced: boolean): Error {
  let body: unknown = null;
  try {
    body = JSON.parse(response.body);
  } catch {
    // A page of a proxy: the status has to say it all.
  }
  const read = v.safeParse(ErrorBody, body);
  const first = read.success ? read.output.errors[0] : undefined;
  const told = (first?.errorCode ?? '') || (read.success ? read.output.errorCode : '');
  const code = /^[A-Za-z]{2,30}-?\d{0,4}$/.test(told) ? told : `HTTP ${response.code}`;
  const permission = /^[A-Za-z]{1,60}$/.test(first?.permissionName ?? '') ? (first?.permissionName ?? '') : code;
  if (synced && /^(?:CLG-10\d|MSG-333)$/.test(code)) return new SyncTokenEnded();
  if (response.code === 429) return new SyncFailure('RATE_LIMITED', code, retryMoment(response));
  if (response.code === 401) return new SyncFailure('JWT_REFUSED', code);
  if (code === 'CMN-401') return new SyncFailure('SCOPE_MISSING', permission);
  if (response.code === 403) return new SyncFailure('PERMISSION_MISSING', permission);
  if (response.code >= 500) return new SyncFailure('UNREACHABLE', code);
  return new SyncFailure('RINGCENTRAL', code);
}
