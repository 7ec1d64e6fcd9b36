import ResponseMessage from 'ringcentral-web-phone/sip-message/outbound/response';
import type InboundCallSession from 'ringcentral-web-phone/call-session/inbound';
import type OutboundCallSession from 'ringcentral-web-phone/call-session/outbound';
import type { CallFact } from '../../../core/calls/fact.ts';
import { within, type Clock } from '../../environment/clock.ts';
import type { LineSipClient } from './line-sip-client.ts';
import type { SipDialog } from './sip-dialog.ts';
import { SipRefused } from './sip-failure.ts';
import type { SipOrderTools } from './sip-orders.ts';

type Session = InboundCallSession | OutboundCallSession;

export interface SipCallTools {
  session: Session;
  client: LineSipClient;
  clock: Clock;
  answerMs: number;
  tell(fact: CallFact): void;
  /** As the call stood in the phone before, for one that is taken up. */
  held: boolean;
  /** Takes the session out of the library's list. */
  forget(session: Session): void;
}

/** One SIP leg: turns the library's events into facts, and orders into SIP. Every order settles; who is silent is not waited for. */
export function createSipCall({ session, client, clock, answerMs, tell, held: heldBefore, forget }: SipCallTools) {
  let ended = false;
  let givenUp = false;
  let held = heldBefore;
  /** re-INVITEs must not overlap. */
  let lastChange: Promise<unknown> = Promise.resolve();

  const over = new Promise<void>((resolve) => session.on('disposed', () => resolve()));
  const end = (): void => {
    if (ended) return;
    ended = true;
    tell({ what: 'leg-ended', at: clock.now() });
  };
  const identify = (): void => {
    const { sessionId, partyId } = session;
    if (sessionId !== undefined) tell({ what: 'identified', telephonySessionId: sessionId, partyId: partyId ?? null });
  };
  const refuse = (statusLine: string): void => {
    const { status, reason } = new SipRefused(statusLine);
    tell({ what: 'leg-refused', at: clock.now(), status, reason });
  };
  /** Away with it, whatever the other side says. */
  const discard = (): void => {
    if (session.state === 'disposed') return;
    forget(session);
    session.dispose();
  };
  const atMost = (work: Promise<unknown>): Promise<void> => within(clock, answerMs, 'SIP', Promise.race([work, over])).then(() => undefined);

  // A re-INVITE of the other side that our window cannot serve: the library waits for nobody there, and the call goes by the window's fate.
  const serveReInvite = session.handleReInvite.bind(session);
  session.handleReInvite = (message) => serveReInvite(message).catch(() => undefined);

  session.on('ringing', () => {
    identify();
    tell({ what: 'leg-ringing' });
    if (!givenUp || session.direction !== 'outbound') return;
    // The library knows both peers only after it has told of the ringing.
    Promise.resolve().then(() => atMost((session as OutboundCallSession).cancel())).catch(discard);
  });
  session.on('answered', () => {
    if (givenUp) atMost(session.hangup()).catch(discard);
    else tell({ what: 'leg-up', at: clock.now() });
  });
  session.on('failed', (statusLine: string) => refuse(statusLine));
  session.on('disposed', end);

  const change = (work: () => Promise<void>): Promise<void> => {
    const done = lastChange.then(work, work);
    lastChange = done.catch(() => undefined);
    return done;
  };

  /** The library takes any final answer to a re-INVITE for a yes. */
  async function reInvite(work: () => Promise<void>): Promise<void> {
    client.refusals.delete(session.callId);
    await atMost(work());
    const refusal = client.refusals.get(session.callId);
    client.refusals.delete(session.callId);
    if (refusal !== undefined) throw new SipRefused(refusal);
  }

  /** What orders that are rarer than these are made of, by a part of the line that is loaded for them. */
  const ordering: SipOrderTools = { session, clock, answerMs, over, change };

  return {
    ordering,
    callId: session.callId,
    /** The leg is gone. */
    over,
    /** null: not up, so there is nothing that another phone could take up. */
    dialog(): SipDialog | null {
      const { callId, localPeer, remotePeer, direction } = session;
      if (ended || session.state !== 'answered') return null;
      return { callId, localPeer, remotePeer, direction, origin: client.origins.of(callId), cseq: client.cseq };
    },
    isUp: (): boolean => session.state === 'answered',
    /** Inbound. Throws MediaFailure when the audio could not be opened; the call rings on. */
    async answer(): Promise<void> {
      await (session as InboundCallSession).answer();
    },
    /** Inbound: to nobody, or to the mailbox if there is one. */
    async decline(): Promise<void> {
      const inbound = session as InboundCallSession;
      tell({ what: 'declined' });
      try {
        if (inbound.sipMessage.getHeader('P-rc')) await atMost(inbound.decline());
        else await client.reply(new ResponseMessage(inbound.sipMessage, { responseCode: 480 }));
      } finally {
        discard();
      }
    },
    /** Ends the call from our side; the moment of the order counts, not that of the answer to it. */
    async hangUp(): Promise<void> {
      if (ended) return;
      givenUp = true;
      end();
      try {
        if (session.state === 'answered') await atMost(session.hangup());
        else if (session.state === 'ringing' && session.direction === 'outbound') await atMost((session as OutboundCallSession).cancel());
        else return;
      } catch {
        // No answer to a BYE: the call is over all the same.
      }
      discard();
    },
    hold: (next: boolean): Promise<void> =>
      change(async () => {
        await reInvite(() => (next ? session.hold() : session.unhold()));
        held = next;
      }),
    /** After a change of window, network or socket: moves the dialog and its media; what was held stays so. Throws SipRefused, SipUnanswered or MediaFailure. */
    refresh: (): Promise<void> => change(() => (session.state === 'answered' ? reInvite(() => session.reInvite(!held)) : Promise.resolve())),
    mute: (muted: boolean): void => (muted ? session.mute() : session.unmute()),
    sendKeys: (keys: string): void => session.sendDtmf(keys),
    /** The INVITE could not be brought to a call. */
    failed(): void {
      const statusLine = client.refusals.get(session.callId);
      client.refusals.delete(session.callId);
      if (!ended) refuse(statusLine ?? 'SIP/2.0 000 no answer from RingCentral');
      end();
      discard();
    },
  };
}

export type SipCall = ReturnType<typeof createSipCall>;
