import type { Account } from '../account/account.ts';
import type { AppSeed } from '../account/seed.ts';
import { json, type Answer } from '../http/answer.ts';
import type { RateLimits } from '../http/rate-limits.ts';
import type { HttpRequest } from '../http/request.ts';
import { authenticateClient } from './client-authentication.ts';
import { verifierMatches, type CodeGrant, type Codes } from './codes.ts';
import { OAuthError } from './oauth-error.ts';
import type { Sessions, TokenAnswer, Ttls } from './sessions.ts';

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

export interface TokenEndpoint {
  token(request: HttpRequest): Answer;
  revoke(request: HttpRequest): Answer;
}

/** POST /restapi/oauth/token and /restapi/oauth/revoke (ringcentral.md 1.2, 1.5). Throws OAuthError. */
export function createTokenEndpoint(tools: { account: Account; codes: Codes; sessions: Sessions; rateLimits: RateLimits; now: () => number }): TokenEndpoint {
  const { account, codes, sessions, rateLimits, now } = tools;

  function byCode(app: AppSeed, form: URLSearchParams, ttls: Ttls): TokenAnswer {
    const redeemed = codes.redeem(form.get('code') ?? '');
    if (redeemed.is === 'unknown') throw new OAuthError(403, 'invalid_grant', 'Authorization code is invalid', 'OAU-106');
    if (redeemed.is === 'expired') throw new OAuthError(403, 'invalid_grant', 'Authorization code is expired', 'OAU-108');
    checkCode(app, redeemed.grant, form);
    const { clientId, extensionId } = redeemed.grant;
    return sessions.start({ clientId, extensionId, scopes: app.scopes, endpointId: form.get('endpoint_id') || undefined }, ttls);
  }

  function byRefreshToken(app: AppSeed, form: URLSearchParams, ttls: Ttls): TokenAnswer {
    const answer = sessions.refresh(form.get('refresh_token') ?? '', app.clientId, ttls);
    if (!answer) throw new OAuthError(400, 'invalid_grant', 'Token not found', 'OAU-213');
    return answer;
  }

  /** Wrong, revoked, expired, or made for other applications: the real service tells them apart by words that are not known here. */
  function byJwt(app: AppSeed, form: URLSearchParams, ttls: Ttls): TokenAnswer {
    const refuse = (message: string, code: string): OAuthError => new OAuthError(400, 'invalid_grant', message, code);
    if (app.kind === 'public') throw new OAuthError(403, 'unauthorized_client', 'Grant type is not allowed', 'OAU-112');
    const assertion = form.get('assertion') ?? '';
    if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(assertion)) throw refuse('Assertion cannot be parsed', 'OAU-149');
    const credential = account.jwtCredential(assertion);
    if (!credential || (credential.clientIds && !credential.clientIds.includes(app.clientId))) throw refuse('Assertion is not valid for this application', 'OAU-213');
    if (credential.expiresAt !== undefined && credential.expiresAt <= now()) throw refuse('Assertion is expired', 'OAU-128');
    return sessions.start({ clientId: app.clientId, extensionId: credential.extensionId, scopes: app.scopes, endpointId: form.get('endpoint_id') || undefined }, ttls);
  }

  function byGrantType(app: AppSeed, form: URLSearchParams): TokenAnswer {
    const ttls = { accessTokenTtl: seconds(form, 'access_token_ttl'), refreshTokenTtl: seconds(form, 'refresh_token_ttl') };
    switch (form.get('grant_type')) {
      case 'authorization_code': return byCode(app, form, ttls);
      case 'refresh_token': return byRefreshToken(app, form, ttls);
      case jwtBearer: return byJwt(app, form, ttls);
      default: throw new OAuthError(403, 'unsupported_grant_type', 'Grant type is not allowed', 'OAU-112');
    }
  }

  return {
    token(request) {
      const form = readForm(request);
      const app = authenticateClient(request, form, account);
      const rate = rateLimits.count(app.clientId, 'Auth');
      return json(byGrantType(app, form), 200, { ...rate, 'cache-control': 'no-store' });
    },

    revoke(request) {
      const form = request.query.has('token') ? new URLSearchParams() : readForm(request);
      if (request.headers.authorization || form.has('client_id')) authenticateClient(request, form, account);
      const token = form.get('token') ?? request.query.get('token');
      if (!token) throw new OAuthError(400, 'invalid_request', 'Parameter [token] is missing', 'CMN-101');
      sessions.revoke(token);
      return { status: 200, headers: { 'cache-control': 'no-store' } };
    },
  };
}

function checkCode(app: AppSeed, grant: CodeGrant, form: URLSearchParams): void {
  if (grant.clientId !== app.clientId) throw new OAuthError(403, 'invalid_grant', 'Authorization code was issued to another application', 'OAU-110');
  if ((form.get('redirect_uri') || grant.redirectUri) !== grant.redirectUri) throw new OAuthError(403, 'invalid_grant', 'Redirect URIs do not match', 'OAU-109');
  const verifier = form.get('code_verifier');
  if (grant.challenge && !(verifier && verifierMatches(grant.challenge, verifier))) {
    throw new OAuthError(403, 'invalid_grant', 'Code verifier does not match the code challenge', 'OAU-106');
  }
  if (!grant.challenge && app.kind === 'public') throw new OAuthError(400, 'invalid_request', 'A public application must use PKCE');
}

function readForm(request: HttpRequest): URLSearchParams {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) {
    throw new OAuthError(415, 'invalid_request', 'Content type must be application/x-www-form-urlencoded');
  }
  return new URLSearchParams(request.body);
}

function seconds(form: URLSearchParams, name: string): number | undefined {
  const value = form.get(name);
  return value ? Number(value) : undefined;
}
