import WebPhone from 'ringcentral-web-phone';
import type InboundCallSession from 'ringcentral-web-phone/call-session/inbound';
import OutboundCallSession from 'ringcentral-web-phone/call-session/outbound';
import InboundMessage from 'ringcentral-web-phone/sip-message/inbound';
import type { CallFact } from '../../../core/calls/fact.ts';
import type { LineEnvironment } from '../../environment/line-environment.ts';
import type { MediaProxy } from '../media/media-proxy.ts';
import { LineSipClient } from './line-sip-client.ts';
import { readRing, type RingInfo } from './ring.ts';
import { createSipCall, type SipCall } from './sip-call.ts';
import type { SipDialog } from './sip-dialog.ts';
import type { SipInfo } from './sip-info.ts';

const cseqMargin = 50;

/** A call that rings here. */
export interface Ring extends RingInfo { call: SipCall }

export interface SipPhoneTools {
  sipInfo: SipInfo;
  instanceId: string;
  environment: Pick<LineEnvironment, 'openSocket' | 'clock'>;
  answerMs: number;
  media: Pick<MediaProxy, 'session'>;
  onLost(): void;
  onRing(ring: Ring): void;
  onFact(callId: string, fact: CallFact): void;
}

/** How a call is begun: the number to show instead of RingCentral's own choice, and further headers of the INVITE. */
export interface DialOptions { callerId?: string | null; headers?: Record<string, string> }

/** The registered phone: one per sign-in, kept over reconnects. The one user of ringcentral-web-phone beside its client. */
export function createSipPhone({ sipInfo, instanceId, environment, answerMs, media, onLost, onRing, onFact }: SipPhoneTools) {
  const { clock } = environment;
  const client = new LineSipClient({ sipInfo, instanceId, environment, answerMs, onLost });
  // Automatic answering (intercom, supervisors) is not offered: every call rings.
  const webPhone = new WebPhone({ sipInfo, instanceId, sipClient: client, autoAnswer: false, webRtcSessionFactory: (context) => media.session(context) });
  const calls = new Map<string, SipCall>();
  let disposed = false;

  const adopt = (session: InboundCallSession | OutboundCallSession, held = false): SipCall => {
    const callId = session.callId;
    const call = createSipCall({
      session,
      client,
      clock,
      answerMs,
      held,
      tell: (fact) => {
        if (!disposed) onFact(callId, fact);
        if (fact.what !== 'leg-ended') return;
        calls.delete(callId);
        client.origins.forget(callId);
      },
      forget: (gone) => {
        webPhone.callSessions = webPhone.callSessions.filter((each) => each !== gone);
      },
    });
    calls.set(callId, call);
    return call;
  };

  webPhone.on('inboundCall', (session: InboundCallSession) => {
    onRing({ call: adopt(session), ...readRing(session) });
    if (session.sessionId !== undefined) onFact(session.callId, { what: 'identified', telephonySessionId: session.sessionId, partyId: session.partyId ?? null });
  });

  return {
    /** Connects and registers, again after a loss too. Throws SipRefused or SipUnanswered. */
    register: (backupProxy: boolean): Promise<void> => {
      client.toggleBackupOutboundProxy(backupProxy);
      return webPhone.start();
    },
    /**
     * Begins an outbound call. `started` runs at once with its leg, before anything is sent. Settles when RingCentral
     * has taken or refused the call; failures of the call are facts, failures of audio are thrown.
     */
    async dial(callee: string, started: (call: SipCall) => void, { callerId, headers }: DialOptions = {}): Promise<void> {
      let call: SipCall | null = null;
      const onSession = (session: OutboundCallSession): void => {
        call = adopt(session);
        started(call);
      };
      webPhone.once('outboundCall', onSession);
      try {
        const calling = webPhone.call(callee, callerId ?? undefined, headers && { headers });
        // The library waits for ever for the answer to an INVITE that was given up.
        const session = await Promise.race([calling, (call as SipCall | null)?.over]);
        // The library settles quietly when the INVITE is refused with 403.
        if (session?.state === 'init') (call as SipCall | null)?.failed();
      } catch (failure) {
        (call as SipCall | null)?.failed();
        throw failure;
      }
    },
    /** Takes up a call of a phone that died, as it stood; its next request moves the dialog here. */
    restore({ callId, localPeer, remotePeer, direction, origin, cseq }: SipDialog, held: boolean): SipCall {
      // Requests that were under way when the snapshot was made may have been sent.
      client.raiseCseq(cseq + cseqMargin);
      if (origin) client.origins.resume(callId, origin);
      const session = new OutboundCallSession(webPhone, '');
      session.sipMessage = new InboundMessage('', { 'Call-Id': callId });
      Object.assign(session, { localPeer, remotePeer, direction, state: 'answered' });
      webPhone.callSessions.push(session);
      void session.init();
      return adopt(session, held);
    },
    call: (callId: string): SipCall | undefined => calls.get(callId),
    calls: (): SipCall[] => [...calls.values()],
    async dispose(): Promise<void> {
      disposed = true;
      webPhone.removeAllListeners();
      for (const session of [...webPhone.callSessions]) session.dispose();
      webPhone.callSessions = [];
      await client.dispose();
    },
  };
}

export type SipPhone = ReturnType<typeof createSipPhone>;
