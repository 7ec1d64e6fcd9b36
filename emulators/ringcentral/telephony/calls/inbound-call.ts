import type { CallView, Extension, PartyEnd } from '../contract.ts';
import { SimulatorError } from '../contract.ts';
import { createConversation } from '../media/conversation.ts';
import { extensionEnd } from './call-tools.ts';
import type { CallTools } from './call-tools.ts';
import { CALLEE, ringCallee } from './callee.ts';
import type { Callee } from './callee.ts';
import type { LiveCall } from './live-call.ts';
import { createSession } from './session.ts';

/** The person outside is party 1, our user party 2. */
const OUTSIDE = 1;

type State =
  | { at: 'ringing' }
  | { at: 'talking'; answeredAt: number; held: boolean }
  | { at: 'mailbox'; until: NodeJS.Timeout }
  | { at: 'ended'; answeredAt: number | null; endedAt: number };

/**
 * Somebody outside calls one of our extensions.
 *
 *     ringing ──a device answers──▶ talking ──either hangs up──▶ ended
 *        ├──rung out or declined, mailbox on──▶ mailbox ──message left──▶ ended
 *        └──rung out or declined, caller gives up──▶ ended
 */
export function createInboundCall(tools: CallTools, facts: { callee: Extension; from: PartyEnd }): LiveCall {
  const { callee, from } = facts;
  const to = extensionEnd(callee, callee.phoneNumbers[0] ?? tools.directory.mainNumber);
  const session = createSession({ accountId: callee.accountId, now: tools.now, announce: tools.announce });
  const talk = createConversation(tools.clock);
  let state: State = { at: 'ringing' };
  let side: Callee | null = null;

  const end = (): void => {
    if (state.at === 'mailbox') clearTimeout(state.until);
    state = { at: 'ended', answeredAt: state.at === 'talking' ? state.answeredAt : null, endedAt: tools.now() };
    talk.close();
  };
  const disconnect = (missedCall = false): void => {
    if (state.at === 'ended') return;
    end();
    session.move(CALLEE, 'Disconnected', { missedCall });
    session.move(OUTSIDE, 'Disconnected');
    tools.changed();
  };

  session.join({ direction: 'Inbound', from, to, code: 'Setup' });
  session.join({ direction: 'Inbound', extensionId: callee.extensionId, from, to, code: 'Setup' });
  session.move(OUTSIDE, 'Answered');

  const started = ringCallee(tools, { callee, from, to, session, page: talk.page, stillWanted: () => state.at === 'ringing' }, {
    answered() {
      state = { at: 'talking', answeredAt: tools.now(), held: false };
      talk.connect();
      tools.changed();
    },
    held(held) {
      talk.hold(held);
      if (state.at === 'talking') state = { ...state, held };
      tools.changed();
    },
    left: () => disconnect(),
    notTaken(how) {
      if (how.is === 'not taken') { disconnect(how.missed); return; }
      state = { at: 'mailbox', until: setTimeout(() => disconnect(), tools.timings.voicemailMs) };
      tools.changed();
    },
  });
  void started.then((ringing) => { side = ringing; }, () => disconnect());

  const refuseWhenEnded = (): void => {
    if (state.at === 'ended') throw new SimulatorError('This call has ended already.');
  };
  return {
    telephonySessionId: session.telephonySessionId,
    view: (): CallView => ({
      telephonySessionId: session.telephonySessionId,
      sessionId: session.sessionId,
      startedAt: session.startedAt,
      answeredAt: state.at === 'talking' || state.at === 'ended' ? state.answeredAt : null,
      endedAt: state.at === 'ended' ? state.endedAt : null,
      direction: 'Inbound',
      from, to,
      parties: session.parties(),
      farEnd: {
        state: state.at === 'talking' ? (state.held ? 'held' : 'talking') : state.at === 'mailbox' ? 'talking' : state.at,
        canAnswer: false,
        canHangUp: state.at !== 'ended',
      },
      media: talk.statistics(),
    }),
    farEndAnswers() { throw new SimulatorError('The far end made this call: only our user can answer it.'); },
    farEndHangsUp() {
      refuseWhenEnded();
      const gaveUp = state.at === 'ringing';
      if (gaveUp) side?.giveUp();
      else side?.hangUp();
      disconnect(gaveUp);
    },
    speak(toneHz) {
      refuseWhenEnded();
      talk.speak(toneHz);
    },
    resetMediaStatistics: () => talk.resetStatistics(),
    close() {
      side?.close();
      if (state.at !== 'ended') end();
    },
  };
}
