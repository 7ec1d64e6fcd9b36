import { json, type Answer } from '../http/answer.ts';

/** The OAuth endpoints' own error words (RFC 6749), as RingCentral uses them. */
export type OAuthErrorName =
  | 'access_denied' | 'invalid_request' | 'unauthorized_client' | 'unsupported_response_type' | 'login_required' | 'interaction_required'
  | 'invalid_client' | 'invalid_grant' | 'unsupported_grant_type';

/** A refusal of the OAuth endpoints, in their envelope (ringcentral.md 1.4). `code` is RingCentral's, where one is known. */
export class OAuthError extends Error {
  readonly status: number;
  readonly error: OAuthErrorName;
  readonly code: string | undefined;
  constructor(status: number, error: OAuthErrorName, message: string, code?: string) {
    super(message);
    this.status = status;
    this.error = error;
    this.code = code;
  }
}

/** `{error, error_description, errors:[{errorCode, message}]}` */
export function oauthErrorAnswer(error: OAuthError): Answer {
  const errors = error.code ? [{ errorCode: error.code, message: error.message }] : [];
  return json({ error: error.error, error_description: error.message, errors }, error.status, { 'cache-control': 'no-store' });
}
