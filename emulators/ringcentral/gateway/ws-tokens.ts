import { randomBytes } from 'node:crypto';

/** Seconds. The guide shows 30 and single use; published clients reuse one token for its whole life, so that is the usual way here. */
const usualSeconds = 600;
const strictSeconds = 30;

export type TokenCheck = { is: 'good'; sessionId: string } | { is: 'bad' };

export interface WsTokens {
  issue(sessionId: string): { token: string; expiresIn: number };
  /** In strict mode a second use is bad. */
  use(token: string): TokenCheck;
  strict(on: boolean): void;
}

/** Tickets into the gateway. `now` in epoch milliseconds. */
export function createWsTokens(tools: { now: () => number; strict: boolean }): WsTokens {
  const issued = new Map<string, { sessionId: string; expiresAt: number }>();
  let strict = tools.strict;
  return {
    strict: (on) => { strict = on; },
    issue(sessionId) {
      for (const [token, { expiresAt }] of issued) if (expiresAt <= tools.now()) issued.delete(token);
      const token = randomBytes(32).toString('base64url');
      const expiresIn = strict ? strictSeconds : usualSeconds;
      issued.set(token, { sessionId, expiresAt: tools.now() + expiresIn * 1000 });
      return { token, expiresIn };
    },
    use(token) {
      const found = issued.get(token);
      if (strict) issued.delete(token);
      return found && found.expiresAt > tools.now() ? { is: 'good', sessionId: found.sessionId } : { is: 'bad' };
    },
  };
}
