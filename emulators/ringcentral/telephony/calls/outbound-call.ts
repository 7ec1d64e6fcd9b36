import type { CallView, Extension, HowFarEndBehaves, PartyEnd } from '../contract.ts';
import { SimulatorError } from '../contract.ts';
import { createConversation } from '../media/conversation.ts';
import type { Connection } from '../sip/connection.ts';
import type { SipRequest } from '../sip/message.ts';
import type { Contact } from '../sip/registrar.ts';
import { extensionEnd } from './call-tools.ts';
import type { CallTools } from './call-tools.ts';
import { createCallerLeg } from './caller-leg.ts';
import type { LiveCall } from './live-call.ts';
import { createSession } from './session.ts';

/** Our user is party 1, the person outside party 2. */
const USER = 1;
const OUTSIDE = 2;

type State =
  | { at: 'starting' } | { at: 'ringing' }
  | { at: 'talking'; answeredAt: number; held: boolean }
  | { at: 'ended'; answeredAt: number | null; endedAt: number };

/** SIP status, reason of party 2, for a call that is over before it rings. */
const REFUSALS = {
  busy: { status: 486, reason: 'TargetBusy' },
  refuse: { status: 403, reason: 'Rejected' },
  'no digital line': { status: 403, reason: 'DestinationBlocked' },
} as const;

/**
 * One of our users calls a number outside.

 *     starting ──200 OK──▶ ringing ──far end answers──▶ talking ──either hangs up──▶ ended
 *        └──refused, given up──▶ ended     └──given up──▶ ended

 */
export function createOutboundCall(
  tools: CallTools,
  facts: { caller: Extension; callerNumber: string; e164: string; behaviour: HowFarEndBehaves; invite: SipRequest; connection: Connection; contact: Contact; callId: string },
): LiveCall {
  const { caller, e164, behaviour } = facts;
  const from = extensionEnd(caller, facts.callerNumber);
  const to: PartyEnd = { phoneNumber: e164 };
  const session = createSession({ accountId: caller.accountId, now: tools.now, announce: tools.announce });
  const talk = createConversation(tools.clock);
  let state: State = { at: 'starting' };
  let heldByUser = false;

  const end = (): void => {
    state = { at: 'ended', answeredAt: state.at === 'talking' ? state.answeredAt : null, endedAt: tools.now() };
    talk.close();
  };
  const userLeft = (): void => {
    if (state.at === 'ended') return;
    const answered = state.at === 'talking';
    end();
    session.move(USER, 'Disconnected', answered ? {} : { reason: 'Cancelled' });
    session.move(OUTSIDE, 'Disconnected');
    tools.changed();
  };
  const outsideLeft = (reason?: string): void => {
    end();
    session.move(OUTSIDE, 'Disconnected', reason === undefined ? {} : { reason });
    session.move(USER, 'Disconnected');
    tools.changed();
  };
  const answer = (): void => {
    state = { at: 'talking', answeredAt: tools.now(), held: heldByUser };
    talk.connect();
    session.move(OUTSIDE, 'Answered');
    session.move(USER, 'Answered');
    tools.changed();
  };

  session.join({ direction: 'Outbound', extensionId: caller.extensionId, from, to, code: 'Setup' });
  const leg = createCallerLeg(tools.dialogs, {
    ...facts, media: talk.page.leg, partyId: session.partyId(USER), telephonySessionId: session.telephonySessionId, sid: session.sessionId,
  }, {
    ended: userLeft,
    held(held) {
      heldByUser = held;
      talk.hold(held);
      if (state.at !== 'talking') return;
      state = { ...state, held };
      session.move(USER, held ? 'Hold' : 'Answered');
      tools.changed();
    },
  });

  const start = async (): Promise<void> => {
    const refusal = !caller.digitalLine ? REFUSALS['no digital line'] : behaviour === 'busy' || behaviour === 'refuse' ? REFUSALS[behaviour] : null;
    session.join({ direction: 'Outbound', from, to, code: 'Proceeding' });
    session.move(USER, 'Proceeding');
    if (refusal) {
      leg.refuse(refusal.status);
      outsideLeft(refusal.reason);
      return;
    }
    const went = await leg.accept();
    if (went === 'unacceptable') outsideLeft('InternalError');
    if (went !== 'up' || state.at !== 'starting') return;
    state = { at: 'ringing' };
    talk.ringback();
    tools.changed();
    if (behaviour === 'answer') answer();
  };
  void start();

  const refuseWhenEnded = (): void => {
    if (state.at === 'ended') throw new SimulatorError('This call has ended already.');
  };
  const view = (): CallView => ({
    telephonySessionId: session.telephonySessionId,
    sessionId: session.sessionId,
    startedAt: session.startedAt,
    answeredAt: state.at === 'talking' || state.at === 'ended' ? state.answeredAt : null,
    endedAt: state.at === 'ended' ? state.endedAt : null,
    direction: 'Outbound',
    from, to,
    parties: session.parties(),
    farEnd: {
      state: state.at === 'talking' ? (state.held ? 'held' : 'talking') : state.at === 'ended' ? 'ended' : 'ringing',
      canAnswer: state.at === 'ringing',
      canHangUp: state.at !== 'ended',
    },
    media: talk.statistics(),
  });

  return {
    telephonySessionId: session.telephonySessionId,
    view,
    farEndAnswers() {
      if (state.at !== 'ringing') throw new SimulatorError('This call is not ringing at the far end.');
      answer();
    },
    farEndHangsUp() {
      refuseWhenEnded();
      const reason = state.at === 'talking' ? undefined : 'Rejected';
      leg.hangUp();
      outsideLeft(reason);
    },
    speak(toneHz) {
      refuseWhenEnded();
      talk.speak(toneHz);
    },
    resetMediaStatistics: () => talk.resetStatistics(),
    close() {
      leg.close();
      if (state.at !== 'ended') end();
    },
  };
}
