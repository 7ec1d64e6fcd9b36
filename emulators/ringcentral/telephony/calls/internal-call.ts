import type { CallView, Extension } from '../contract.ts';
import { SimulatorError } from '../contract.ts';
import { createBridge, playTo } from '../media/bridge.ts';
import type { Bridge } from '../media/bridge.ts';
import { createPageEnd } from '../media/page-end.ts';
import { ringback } from '../media/sound.ts';
import type { Connection } from '../sip/connection.ts';
import type { SipRequest } from '../sip/message.ts';
import type { Contact } from '../sip/registrar.ts';
import { extensionEnd } from './call-tools.ts';
import type { CallTools } from './call-tools.ts';
import { CALLEE, ringCallee } from './callee.ts';
import type { Callee } from './callee.ts';
import { createCallerLeg } from './caller-leg.ts';
import type { LiveCall } from './live-call.ts';
import { createSession } from './session.ts';

const CALLER = 1;

type State =
  | { at: 'ringing' }
  | { at: 'talking'; answeredAt: number }
  | { at: 'mailbox'; until: NodeJS.Timeout }
  | { at: 'ended'; answeredAt: number | null; endedAt: number };

/**
 * One of our users calls another: both ends are real pages, and the switch carries the sound between them. The caller's party
 * is Answered at once, as recorded, long before a person answers.
 *
 *     ringing ──a device answers──▶ talking ──either hangs up──▶ ended
 *        ├──rung out or declined, mailbox on──▶ mailbox ──message left──▶ ended
 *        └──rung out or declined, caller gives up──▶ ended
 */
export function createInternalCall(
  tools: CallTools,
  facts: { caller: Extension; callerNumber: string; callee: Extension; dialled: string; invite: SipRequest; connection: Connection; contact: Contact; callId: string },
): LiveCall {
  const { caller, callee, dialled } = facts;
  const byNumber = dialled.startsWith('+');
  const from = extensionEnd(caller, byNumber ? facts.callerNumber : undefined);
  const to = extensionEnd(callee, byNumber ? dialled : undefined);
  const session = createSession({ accountId: caller.accountId, now: tools.now, announce: tools.announce });
  const [callerPage, calleePage] = [createPageEnd(), createPageEnd()];
  let state: State = { at: 'ringing' };
  let calleeSide: Callee | null = null;
  let bridge: Bridge | null = null;
  let stopRingback: (() => void) | null = null;

  const end = (): void => {
    if (state.at === 'mailbox') clearTimeout(state.until);
    state = { at: 'ended', answeredAt: state.at === 'talking' ? state.answeredAt : null, endedAt: tools.now() };
    stopRingback?.();
    bridge?.close();
    callerPage.close();
    calleePage.close();
  };

  session.join({ direction: 'Outbound', extensionId: caller.extensionId, from, to, code: 'Setup' });
  session.join({ direction: 'Inbound', extensionId: callee.extensionId, from, to, code: 'Setup' });

  const leg = createCallerLeg(tools.dialogs, {
    ...facts, media: callerPage.leg, partyId: session.partyId(CALLER), telephonySessionId: session.telephonySessionId, sid: session.sessionId,
  }, {
    held(held) {
      bridge?.hold('left', held);
      session.move(CALLER, held ? 'Hold' : 'Answered');
      tools.changed();
    },
    ended() {
      if (state.at === 'ended') return;
      const ringing = state.at === 'ringing';
      if (ringing) calleeSide?.giveUp();
      else calleeSide?.hangUp();
      end();
      session.move(CALLER, 'Disconnected', ringing ? { reason: 'Cancelled' } : {});
      session.move(CALLEE, 'Disconnected', { missedCall: ringing });
      tools.changed();
    },
  });

  const calleeLeft = (missedCall = false): void => {
    if (state.at === 'ended') return;
    leg.hangUp();
    end();
    session.move(CALLEE, 'Disconnected', { missedCall });
    session.move(CALLER, 'Disconnected');
    tools.changed();
  };

  const start = async (): Promise<void> => {
    const went = await leg.accept();
    if (went === 'unacceptable') calleeLeft();
    if (went !== 'up' || state.at !== 'ringing') return;
    session.move(CALLER, 'Answered');
    stopRingback = playTo(tools.clock, callerPage, ringback());
    tools.changed();
    calleeSide = await ringCallee(tools, { callee, from, to, session, page: calleePage, stillWanted: () => state.at === 'ringing' }, {
      answered() {
        state = { at: 'talking', answeredAt: tools.now() };
        stopRingback?.();
        bridge = createBridge(tools.clock, { left: callerPage, right: calleePage });
        tools.changed();
      },
      held(held) {
        bridge?.hold('right', held);
        tools.changed();
      },
      left: () => calleeLeft(),
      notTaken(how) {
        if (how.is === 'not taken') { calleeLeft(how.missed); return; }
        stopRingback?.();
        state = { at: 'mailbox', until: setTimeout(() => calleeLeft(), tools.timings.voicemailMs) };
        tools.changed();
      },
    });
  };
  start().catch(() => calleeLeft());

  const nobodyOutside = (): never => { throw new SimulatorError('Both ends of this call are our own users: there is nobody outside.'); };
  return {
    telephonySessionId: session.telephonySessionId,
    view: (): CallView => ({
      telephonySessionId: session.telephonySessionId,
      sessionId: session.sessionId,
      startedAt: session.startedAt,
      answeredAt: state.at === 'talking' || state.at === 'ended' ? state.answeredAt : null,
      endedAt: state.at === 'ended' ? state.endedAt : null,
      direction: 'Outbound',
      from, to,
      parties: session.parties(),
      farEnd: { state: state.at === 'mailbox' ? 'talking' : state.at, canAnswer: false, canHangUp: false },
      media: null,
    }),
    farEndAnswers: nobodyOutside,
    farEndHangsUp: nobodyOutside,
    speak: nobodyOutside,
    resetMediaStatistics: nobodyOutside,
    close() {
      leg.close();
      calleeSide?.close();
      if (state.at !== 'ended') end();
    },
  };
}
