import { randomBytes } from 'node:crypto';
import type { Headers, SipRequest } from './message.ts';
import { COMMANDS, RC_MESSAGE_TYPE, writeRcMessage } from './rc-message.ts';

/** What a request of ours is about: `from` and `to` are whole headers with their tags. */
export interface Addressed { uri: string; from: string; to: string; callId: string; cseq: number; domain: string }

/** A request of the switch, with the headers in the library's own spelling. */
export function serverRequest(method: string, addressed: Addressed, extra: { headers?: Headers; body?: string; branch?: string } = {}): SipRequest {
  const branch = extra.branch ?? newBranch();
  return {
    kind: 'request',
    method,
    uri: addressed.uri,
    headers: [
      ['Via', `SIP/2.0/WSS ${addressed.domain};branch=${branch}`],
      ['From', addressed.from],
      ['To', addressed.to],
      ['Call-Id', addressed.callId],
      ['CSeq', `${addressed.cseq} ${method}`],
      ['Max-Forwards', '70'],
      ['User-Agent', 'RC_SIPWRP'],
      ...(extra.headers ?? []),
    ],
    body: extra.body ?? '',
  };
}

export const newBranch = (): string => `z9hG4bK-${randomBytes(8).toString('hex')}`;

/** Cmd 2 after a hang-up from afar, Cmd 7 once a call was taken or is gone, Cmd 9 with what the caller pressed after a text reply. `Cln` must be the reader's own id, or it ignores the message. */
export function agentMessage(
  command: 'freeResources' | 'alreadyProcessed' | 'sessionClosed', addressed: Addressed,
  about: { sid: string; authorizationId: string; takenBy?: string; response?: string },
): SipRequest {
  const agent = `#${about.sid}@${addressed.domain}:5060`;
  const body = writeRcMessage({
    header: { SID: about.sid, Req: '', From: agent, To: addressed.uri.replace(/^sips?:/, ''), Cmd: COMMANDS[command] },
    body: {
      Cln: about.authorizationId,
      ...(about.takenBy === undefined ? {} : { CtrlCln: about.takenBy, Sts: '0' }),
      ...(about.response === undefined ? {} : { Sts: '0', Resp: about.response }),
    },
  });
  return serverRequest('MESSAGE', addressed, { headers: [['Content-Type', RC_MESSAGE_TYPE]], body });
}
