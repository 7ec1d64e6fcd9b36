import { randomBytes, randomUUID } from 'node:crypto';
import type { Records } from '../account/records.ts';

/** Milliseconds that an old refresh token still works after the new access token was first used. */
const replayWindow = 10_000;
/** Milliseconds that it works while the new access token is never used. */
const unusedReplayWindow = 60 * 60_000;
/** Milliseconds in which a replaced access token is "corrupted" before it is "not found". */
const corruptedWindow = 10_000;
/** A user's parallel sessions per application; one more ends the oldest. */
const parallelSessions = 5;

/** Seconds (ringcentral.md 1.2). Values out of range are moved into it, never refused. */
const accessTtl = { least: 600, most: 3600, usual: 3600 };
const refreshTtl = { least: 600, most: 2_592_000, usual: 604_800 };

/** One answer of the token endpoint. Times are epoch milliseconds. */
interface TokenPair {
  accessToken: string;
  refreshToken: string;
  issuedAt: number;
  accessSeconds: number;
  refreshSeconds: number;
  accessExpiresAt: number;
  refreshExpiresAt: number;
  firstUsedAt: number | null;
  replacedAt: number | null;
}

/** What a person granted to an application on one browser: a chain of token pairs, ended as a whole. */
export interface Session {
  id: string;
  clientId: string;
  extensionId: string;
  endpointId: string;
  scopes: string[];
  startedAt: number;
  /** Oldest first; the last one is current. */
  pairs: TokenPair[];
}

export type TokenAnswer = {
  access_token: string; token_type: 'bearer'; expires_in: number; refresh_token: string; refresh_token_expires_in: number;
  scope: string; owner_id: string; endpoint_id: string; session_id: string;
};

export type AccessCheck = { is: 'valid'; session: Session } | { is: 'expired' } | { is: 'corrupted' } | { is: 'unknown' };

export interface Ttls { accessTokenTtl: number | undefined; refreshTokenTtl: number | undefined }

export interface Sessions {
  start(grant: { clientId: string; extensionId: string; scopes: string[]; endpointId: string | undefined }, ttls: Ttls): TokenAnswer;
  /** undefined: unknown, expired, replayed too late, or of another application. */
  refresh(refreshToken: string, clientId: string, ttls: Ttls): TokenAnswer | undefined;
  /** Marks the token as used: this starts the replay window of the refresh token before it. */
  check(accessToken: string): AccessCheck;
  byId(sessionId: string): Session | undefined;
  /** Ends the session that any token of it names. */
  revoke(token: string): void;
  endWhere(holds: (session: Session) => boolean): void;
  /** Access tokens stop working now, refresh tokens go on: what an hour does. */
  expireAccessTokens(extensionId: string | undefined): void;
  ofExtension(extensionId: string): Session[];
  onEnded(listener: (sessionId: string) => void): () => void;
}

/** Tokens and their rotation (ringcentral.md 1.3). `now` in epoch milliseconds. */
export function createSessions(tools: { records: Records<Session>; now: () => number }): Sessions {
  const { records, now } = tools;
  const listeners = new Set<(sessionId: string) => void>();

  function end(session: Session): void {
    records.remove(session.id);
    for (const listener of listeners) listener(session.id);
  }

  function addPair(session: Session, ttls: Ttls): TokenAnswer {
    const accessSeconds = clamp(ttls.accessTokenTtl, accessTtl);
    const refreshSeconds = clamp(ttls.refreshTokenTtl, refreshTtl);
    const pair: TokenPair = {
      accessToken: randomBytes(48).toString('base64url'), refreshToken: randomBytes(48).toString('base64url'), issuedAt: now(),
      accessSeconds, refreshSeconds, accessExpiresAt: now() + accessSeconds * 1000, refreshExpiresAt: now() + refreshSeconds * 1000,
      firstUsedAt: null, replacedAt: null,
    };
    const current = session.pairs.at(-1);
    if (current) current.replacedAt = now();
    session.pairs = [...session.pairs.slice(-1), pair];
    records.put(session.id, session);
    return answer(session, pair);
  }

  /** A session lives as long as its newest refresh token. */
  function alive(): Session[] {
    return records.all().filter((session) => {
      const over = (session.pairs.at(-1)?.refreshExpiresAt ?? 0) <= now();
      if (over) end(session);
      return !over;
    });
  }

  return {
    start(grant, ttls) {
      const same = alive().filter((session) => session.clientId === grant.clientId && session.extensionId === grant.extensionId)
        .sort((a, b) => a.startedAt - b.startedAt);
      for (const oldest of same.slice(0, Math.max(0, same.length - parallelSessions + 1))) end(oldest);
      return addPair({
        id: randomUUID(), clientId: grant.clientId, extensionId: grant.extensionId, scopes: grant.scopes,
        endpointId: grant.endpointId ?? randomUUID(), startedAt: now(), pairs: [],
      }, ttls);
    },

    refresh(refreshToken, clientId, ttls) {
      const session = alive().find((candidate) => candidate.clientId === clientId && candidate.pairs.some((pair) => pair.refreshToken === refreshToken));
      const [current, previous] = session ? [session.pairs.at(-1), session.pairs.at(-2)] : [];
      if (!session || !current) return undefined;
      if (current.refreshToken === refreshToken) return addPair(session, ttls);
      if (previous?.refreshToken !== refreshToken) return undefined;
      const until = current.firstUsedAt === null ? current.issuedAt + unusedReplayWindow : current.firstUsedAt + replayWindow;
      return now() <= until ? answer(session, current) : undefined;
    },

    check(accessToken) {
      for (const session of alive()) {
        const pair = session.pairs.find((candidate) => candidate.accessToken === accessToken);
        if (!pair) continue;
        if (pair.replacedAt !== null) return now() - pair.replacedAt <= corruptedWindow ? { is: 'corrupted' } : { is: 'unknown' };
        if (pair.accessExpiresAt <= now()) return { is: 'expired' };
        if (pair.firstUsedAt === null) {
          pair.firstUsedAt = now();
          records.put(session.id, session);
        }
        return { is: 'valid', session };
      }
      return { is: 'unknown' };
    },

    byId: (sessionId) => alive().find((session) => session.id === sessionId),

    revoke(token) {
      const session = alive().find((candidate) => candidate.pairs.some((pair) => pair.accessToken === token || pair.refreshToken === token));
      if (session) end(session);
    },

    endWhere(holds) {
      for (const session of alive().filter(holds)) end(session);
    },

    expireAccessTokens(extensionId) {
      for (const session of alive()) {
        const current = session.pairs.at(-1);
        if (!current || (extensionId !== undefined && session.extensionId !== extensionId)) continue;
        current.accessExpiresAt = now();
        records.put(session.id, session);
      }
    },

    ofExtension: (extensionId) => alive().filter((session) => session.extensionId === extensionId),

    onEnded(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function clamp(asked: number | undefined, range: { least: number; most: number; usual: number }): number {
  return asked === undefined || Number.isNaN(asked) ? range.usual : Math.min(range.most, Math.max(range.least, Math.trunc(asked)));
}

/** Replayed word for word within the window; a fresh token already shows one second less than its nominal life. */
function answer(session: Session, pair: TokenPair): TokenAnswer {
  return {
    access_token: pair.accessToken, token_type: 'bearer', expires_in: pair.accessSeconds - 1,
    refresh_token: pair.refreshToken, refresh_token_expires_in: pair.refreshSeconds - 1,
    scope: session.scopes.join(' '), owner_id: session.extensionId, endpoint_id: session.endpointId, session_id: session.id,
  };
}
