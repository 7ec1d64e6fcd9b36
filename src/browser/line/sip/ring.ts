import RcMessage from 'ringcentral-web-phone/rc-message/rc-message';
import type InboundCallSession from 'ringcentral-web-phone/call-session/inbound';
import type { CallEnd } from '../../../core/calls/call.ts';
import { readPeer } from './peer.ts';

/** Who calls whom, as an INVITE says it. */
export interface RingInfo { from: CallEnd; to: CallEnd; /** Name of the queue, if one sent the call. */ queue: string | null }

const longestName = 200;

/** RingCentral's own header: the number called, which the To header (a SIP user name) does not say. */
function rcBody(session: InboundCallSession): Record<string, string | undefined> {
  try {
    return RcMessage.fromXml(session.sipMessage.getHeader('P-rc') ?? '').body;
  } catch {
    return {};
  }
}

export function readRing(session: InboundCallSession): RingInfo {
  const from = readPeer(session.remotePeer);
  const to = readPeer(session.localPeer);
  const info = session.rcApiCallInfo;
  const { ToPhn, ToNm } = rcBody(session);
  return {
    from: { number: from.number, name: from.name ?? info?.callerIdName?.slice(0, longestName) ?? null },
    to: { number: ToPhn?.slice(0, 60) || to.number, name: to.name ?? (ToNm?.slice(0, longestName) || null) },
    queue: info?.queueName?.slice(0, longestName) ?? null,
  };
}
