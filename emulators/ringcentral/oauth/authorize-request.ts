import type { Account } from '../account/account.ts';
import type { AppSeed } from '../account/seed.ts';
import type { Challenge } from './codes.ts';
import { OAuthError, type OAuthErrorName } from './oauth-error.ts';

/** A checked request to /restapi/oauth/authorize, waiting for its person. */
export interface AuthorizeRequest {
  app: AppSeed;
  redirectUri: string;
  state: string | undefined;
  challenge: Challenge | undefined;
  prompt: Set<string>;
  loginHint: string;
}

/** Either a request to go on with, or one whose error may be told to the application, since its address is trusted. */
export type ReadAuthorize =
  | { is: 'good'; request: AuthorizeRequest }
  | { is: 'refused'; redirectUri: string; state: string | undefined; error: OAuthErrorName; description: string };

const prompts = ['login', 'sso', 'consent', 'none'];

/**
 * Reads the parameters (ringcentral.md 1.1); empty ones count as absent.
 * Throws OAuthError for everything that must not be redirected: unknown client, address not registered.
 */
export function readAuthorize(parameters: URLSearchParams, account: Account): ReadAuthorize {
  const given = (name: string): string | undefined => parameters.get(name) || undefined;
  const app = account.app(given('client_id') ?? '');
  if (!app) throw new OAuthError(403, 'invalid_client', 'Invalid client ID', 'OAU-153');
  const redirectUri = trustedRedirect(app, given('redirect_uri'));
  const state = given('state');
  const refuse = (error: OAuthErrorName, description: string): ReadAuthorize => ({ is: 'refused', redirectUri, state, error, description });

  const responseType = given('response_type');
  if (!responseType) return refuse('invalid_request', 'Parameter [response_type] is missing');
  if (responseType !== 'code') return refuse('unsupported_response_type', 'Only the response type [code] is supported');

  const method = given('code_challenge_method') ?? 'plain';
  const challenge = given('code_challenge');
  if (method !== 'S256' && method !== 'plain') return refuse('invalid_request', 'Parameter [code_challenge_method] is invalid');

  const prompt = new Set((given('prompt') ?? 'login sso').split(/\s+/));
  if ([...prompt].some((word) => !prompts.includes(word)) || (prompt.has('none') && prompt.size > 1)) {
    return refuse('invalid_request', 'Parameter [prompt] is invalid');
  }
  return {
    is: 'good',
    request: { app, redirectUri, state, challenge: challenge ? { method, value: challenge } : undefined, prompt, loginHint: given('login_hint') ?? '' },
  };
}

function trustedRedirect(app: AppSeed, asked: string | undefined): string {
  const only = app.redirectUris.length === 1 ? app.redirectUris[0] : undefined;
  if (app.redirectUris.length === 0) throw new OAuthError(403, 'invalid_client', 'No redirect URI is registered for the client', 'OAU-113');
  const redirectUri = asked ?? only;
  if (!redirectUri || !app.redirectUris.includes(redirectUri)) throw new OAuthError(403, 'invalid_grant', 'Redirect URIs do not match', 'OAU-109');
  return redirectUri;
}

/** The application's address with the answer appended: after `&` when it already has a query. */
export function withParameters(redirectUri: string, parameters: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${query}`;
}
