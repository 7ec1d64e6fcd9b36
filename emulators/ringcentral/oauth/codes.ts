import { createHash, randomBytes } from 'node:crypto';

/** Life of an authorization code in seconds; the redirect names it as `expires_in`. */
export const codeSeconds = 60;

export type Challenge = { method: 'S256' | 'plain'; value: string };

/** What a code was given for. */
export interface CodeGrant {
  clientId: string;
  extensionId: string;
  redirectUri: string;
  challenge: Challenge | undefined;
}

export type Redeemed = { is: 'granted'; grant: CodeGrant } | { is: 'expired' } | { is: 'unknown' };

export interface Codes {
  issue(grant: CodeGrant): string;
  /** Once only: a second try finds it unknown. */
  redeem(code: string): Redeemed;
}

/** Authorization codes, in memory: they do not outlive a restart. `now` in epoch milliseconds. */
export function createCodes(tools: { now: () => number }): Codes {
  const issued = new Map<string, { grant: CodeGrant; expiresAt: number }>();
  return {
    issue(grant) {
      const code = randomBytes(32).toString('base64url');
      issued.set(code, { grant, expiresAt: tools.now() + codeSeconds * 1000 });
      return code;
    },
    redeem(code) {
      const found = issued.get(code);
      issued.delete(code);
      if (!found) return { is: 'unknown' };
      return found.expiresAt <= tools.now() ? { is: 'expired' } : { is: 'granted', grant: found.grant };
    },
  };
}

/** PKCE (RFC 7636): does this verifier belong to that challenge? */
export function verifierMatches(challenge: Challenge, verifier: string): boolean {
  const made = challenge.method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url');
  return made === challenge.value;
}
