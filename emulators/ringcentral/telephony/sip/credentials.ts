import type { SipCredential } from '../contract.ts';
import { answersChallenge, challenge, newNonce, readAuthorization } from './digest.ts';
import { headerOf } from './message.ts';
import type { SipRequest } from './message.ts';

/** Nonces that may be outstanding at once; older ones are challenged again. */
const NONCES_KEPT = 1_000;

export type Verdict = { is: 'challenge'; header: string } | { is: 'refused' } | { is: 'known'; credential: SipCredential };

/** Who may register and call: the identities that sip-provision has made. */
export interface Credentials {
  accept(credential: SipCredential): void;
  /** Judges a request by its Authorization (or Proxy-Authorization) header; a nonce is good once. */
  judge(request: SipRequest, header: 'Authorization' | 'Proxy-Authorization'): Verdict;
}

export function createCredentials(tools: { realm(): string }): Credentials {
  const known = new Map<string, SipCredential>();
  const nonces = new Set<string>();

  const newChallenge = (): Verdict => {
    const nonce = newNonce();
    nonces.add(nonce);
    for (const oldest of nonces) {
      if (nonces.size <= NONCES_KEPT) break;
      nonces.delete(oldest);
    }
    return { is: 'challenge', header: challenge(tools.realm(), nonce) };
  };

  return {
    accept(credential) { known.set(credential.authorizationId, credential); },
    judge(request, header) {
      const authorization = readAuthorization(headerOf(request, header));
      if (!authorization || !nonces.delete(authorization.nonce)) return newChallenge();
      const credential = known.get(authorization.username);
      const right = credential && answersChallenge(authorization, { realm: tools.realm(), password: credential.password, method: request.method });
      return right ? { is: 'known', credential } : { is: 'refused' };
    },
  };
}
