import cache = require('N/cache');
import https = require('N/https');
import * as v from 'valibot';
import { SyncFailure } from './sync-failure.ts';
import type { Connection } from './connection.ts';
import { errorName } from '../netsuite/error-name.ts';
import { retryMoment } from './retry-moment.ts';

/** A token of the service user, and what its app may do. */
const Token = v.object({ access_token: v.string(), expires_in: v.number(), scope: v.optional(v.string(), ''), owner_id: v.optional(v.string(), '') });
export type Token = v.InferOutput<typeof Token>;

/** Seconds before its end at which a token is no longer used; N/cache keeps nothing for less than five minutes. */
const marginSeconds = 120;
const shortestCached = 300;

const store = (): cache.Cache => cache.getCache({ name: 'rcns_company_token', scope: cache.Scope.PRIVATE });
const keyOf = ({ server, secrets }: Connection): string => [server.origin, secrets.clientId, secrets.clientSecret, secrets.jwt].join(' ');

/** The access token in use, or a new one. 1 unit, 12 for a new one. Throws SyncFailure. */
export function companyToken(connection: Connection): string {
  const kept: unknown = store().get({ key: keyOf(connection) });
  return typeof kept === 'string' && kept !== '' ? kept : newToken(connection).access_token;
}

/** RingCentral no longer takes it. */
export const forgetToken = (connection: Connection): void => store().remove({ key: keyOf(connection) });

/** Signs in anew, and keeps the token for whoever asks next. 11 units. Throws SyncFailure. */
export function newToken(connection: Connection): Token {
  const token = signIn(connection);
  const seconds = token.expires_in - marginSeconds;
  if (seconds >= shortestCached) store().put({ key: keyOf(connection), value: token.access_token, ttl: seconds });
  return token;
}

/**
 * Signs in with the JWT credential. Client ID, client secret and JWT are put into the request by NetSuite itself; no script ever
 * sees them. 10 units.
 */
function signIn({ server, secrets }: Connection): Token {
  let response: https.ClientResponse;
  try {
    const credentials = https.createSecureString({ input: `{${secrets.clientId}}:{${secrets.clientSecret}}` });
    credentials.convertEncoding({ fromEncoding: https.Encoding.UTF_8, toEncoding: https.Encoding.BASE_64 });
    const authorization = https.createSecureString({ input: 'Basic ' });
    authorization.appendSecureString({ secureString: credentials, keepEncoding: true });
    response = https.post({
      url: `${server.origin}/restapi/oauth/token`,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json', Authorization: authorization as unknown as string },
      body: https.createSecureString({ input: `grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion={${secrets.jwt}}` }) as unknown as string,
    });
  } catch (failure) {
    const name = errorName(failure);
    throw new SyncFailure(/SECRET|CREDENTIAL|SECURE/.test(name) ? 'SECRET_UNUSABLE' : 'UNREACHABLE', name);
  }
  const body = jsonOf(response.body);
  const token = v.safeParse(Token, body);
  if (response.code === 200 && token.success) return token.output;
  throw refusal(response, body);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not JSON: no token, and no code of RingCentral's.
    return null;
  }
}

const ErrorBody = v.object({ error: v.optional(v.string(), ''), errors: v.optional(v.array(v.object({ errorCode: v.optional(v.string(), '') })), []) });

function refusal(response: https.ClientResponse, body: unknown): SyncFailure {
  const read = v.safeParse(ErrorBody, body);
  const error = read.success ? read.output.error : '';
  const code = read.success ? (read.output.errors[0]?.errorCode ?? '') : '';
  const detail = /^[A-Z]{2,4}-\d{1,4}$/.test(code) ? code : `HTTP ${response.code}`;
  if (response.code === 429) return new SyncFailure('RATE_LIMITED', detail, retryMoment(response));
  if (error === 'unauthorized_client' || ['OAU-112', 'OAU-125', 'OAU-151', 'OAU-252'].includes(code)) return new SyncFailure('JWT_NOT_ALLOWED', detail);
  if (error === 'invalid_client' || ['OAU-123', 'OAU-134', 'OAU-153'].includes(code)) return new SyncFailure('APP_REFUSED', detail);
  if (error === 'invalid_grant' || (response.code >= 400 && response.code < 500)) return new SyncFailure('JWT_REFUSED', detail);
  return new SyncFailure(response.code >= 500 ? 'UNREACHABLE' : 'RINGCENTRAL', detail);
}
