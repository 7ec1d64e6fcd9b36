import * as v from 'valibot';
import type { Clock } from '../../environment/clock.ts';
import type { Rest } from '../oauth/rest.ts';
import { RestFailure } from '../oauth/rest.ts';
import { isLoopback } from '../loopback.ts';

const Token = v.object({ uri: v.pipe(v.string(), v.url()), ws_access_token: v.string(), expires_in: v.optional(v.number(), 30) });

/** Part of its life in which a token is used again; asking is limited to five times a minute, OAuth included. */
const reusedPart = 0.8;

/** Addresses for the gateway's socket. */
export function createWsToken(rest: Rest, clock: Clock) {
  let kept: { address: string; until: number } | null = null;
  return {
    /** Throws RestFailure. */
    async address(): Promise<string> {
      if (kept && clock.now() < kept.until) return kept.address;
      const read = v.safeParse(Token, await rest.post('/restapi/oauth/wstoken'));
      if (!read.success) throw new RestFailure('network', 200, null);
      const { uri, ws_access_token: token, expires_in: seconds } = read.output;
      const url = new URL(uri);
      // A token is sent nowhere without TLS but to this computer.
      if (url.protocol !== 'wss:' && !(url.protocol === 'ws:' && isLoopback(url.hostname))) throw new RestFailure('refused', 200, null);
      url.searchParams.set('access_token', token);
      kept = { address: url.href, until: clock.now() + seconds * 1000 * reusedPart };
      return kept.address;
    },
    /** It did not open the gateway: a new one next time. */
    forget(): void {
      kept = null;
    },
  };
}

export type WsToken = ReturnType<typeof createWsToken>;
