import type { Account } from '../account/account.ts';
import type { AppSeed } from '../account/seed.ts';
import type { HttpRequest } from '../http/request.ts';
import { OAuthError } from './oauth-error.ts';

/**
 * Which application is calling: HTTP Basic for a confidential one, `client_id` in the body for a public one.
 * Throws 401 invalid_client for everything else.
 */
export function authenticateClient(request: HttpRequest, form: URLSearchParams, account: Account): AppSeed {
  const basic = /^basic\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (basic !== undefined) {
    const [clientId = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(/:(.*)/s);
    const app = account.app(decode(clientId));
    if (app?.kind === 'confidential' && app.clientSecret === decode(secret)) return app;
    throw new OAuthError(401, 'invalid_client', 'Invalid client credentials', 'OAU-123');
  }
  const app = account.app(form.get('client_id') ?? '');
  if (app?.kind === 'public') return app;
  throw new OAuthError(401, 'invalid_client', 'Client authentication is required', app ? 'OAU-123' : 'OAU-153');
}

/** RFC 6749 wants both halves form-encoded; what is not is taken as it stands. */
function decode(half: string): string {
  try {
    return decodeURIComponent(half);
  } catch {
    return half;
  }
}
