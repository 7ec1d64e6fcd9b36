import { json } from '../http/answer.ts';
import type { WsTokens } from '../gateway/ws-tokens.ts';
import type { Operation } from './operation.ts';

/** POST /restapi/oauth/wstoken: the ticket into the gateway (ringcentral.md 3.1). */
export function wsTokenOperation(wsTokens: WsTokens): Operation {
  return {
    method: 'POST', template: '/restapi/oauth/wstoken', group: 'Auth', scope: 'WebSocket',
    answer({ session, origin }) {
      const { token, expiresIn } = wsTokens.issue(session.id);
      return json({ uri: `${origin.replace(/^http/, 'ws')}/ws`, ws_access_token: token, expires_in: expiresIn });
    },
  };
}
