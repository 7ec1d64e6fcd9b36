import type { Extension, PartyEnd, ReplyAnswer } from '../contract.ts';
import { extensionEnd } from './call-tools.ts';
import type { CallTools } from './call-tools.ts';
import type { Call } from './call.ts';
import { createMailbox } from './mailbox.ts';
import { createRinging } from './ringing.ts';
import type { Ringing, RingOutcome } from './ringing.ts';
import type { Why } from './session.ts';
import { createUserSide } from './user-side.ts';

/** `Resp` of RC message 9. */
const PRESSED: Record<ReplyAnswer, string> = { yes: '1', no: '2', urgent: '3' };

/**
 * Rings the devices of one of our extensions for a party of a call that has been announced already, and moves that party through
 * Proceeding, Answered or VoiceMail. Nobody takes it: the party leaves, and with it the call if nobody else is there.
 */
export function ringExtension(tools: CallTools, call: Call, party: number, facts: { callee: Extension; from: PartyEnd; to: PartyEnd }): void {
  const { callee } = facts;
  const { session } = call;
  const place = { call, party };
  const user = createUserSide(tools, place, { extension: callee, shown: extensionEnd(callee, facts.to.phoneNumber) });
  let ringing: Ringing | null = null;
  let over = false;
  let replyTimer: NodeJS.Timeout | undefined;

  const stop = (takenBy?: string): void => {
    over = true;
    clearTimeout(replyTimer);
    ringing?.stop(takenBy);
  };
  const giveUp = (): void => {
    stop();
    user.close();
  };
  const leave = (why: Why = {}): void => {
    if (over) return;
    giveUp();
    call.leave(party, why);
  };
  const toMailbox = (): void => {
    giveUp();
    call.enter(createMailbox(place, callee, tools.timings.voicemailMs), 'VoiceMail');
  };
  const notTaken = (missedCall: boolean): void => {
    if (over) return;
    if (callee.voicemail) toMailbox();
    else leave({ missedCall });
  };
  const repliedTo = (answer: ReplyAnswer): void => {
    if (over) return;
    ringing?.closeReplied(PRESSED[answer]);
    leave({ reason: 'CallReplied' });
  };
  const reply = (text: string): void => {
    call.notesReply(text);
    clearTimeout(replyTimer);
    replyTimer = setTimeout(() => repliedTo('yes'), tools.timings.replyMs);
  };
  const outcome = (reached: RingOutcome): void => {
    if (reached.is === 'answered') {
      over = true;
      user.attach(reached.dialog);
      call.enter(user);
    } else if (reached.is !== 'forwarded' || !tools.requests.forwarded(place, reached.number)) {
      notTaken(reached.is === 'rung out');
    }
  };

  call.expect({
    party, giveUp,
    outside: null,
    ringing: {
      decline: () => notTaken(false),
      toVoicemail: toMailbox,
      silence(takenBy) {
        stop(takenBy);
        user.close();
      },
      reply, repliedTo,
    },
  });
  const start = async (): Promise<void> => {
    const offer = await user.media.offer();
    if (over) return;
    ringing = createRinging(tools.dialogs, {
      contacts: tools.registrar.reachable(callee.extensionId), offer, from: facts.from, to: facts.to,
      partyId: session.partyId(party), telephonySessionId: session.telephonySessionId, sid: session.sessionId, media: user.media, ringMs: callee.ringSeconds * 1000,
    }, { ...user.events, outcome, replied: reply });
    session.move(party, 'Proceeding');
  };
  start().catch(() => leave());
}
