import type { Extension, PartyEnd } from '../contract.ts';
import type { PageEnd } from '../media/page-end.ts';
import type { Dialog } from '../sip/dialog.ts';
import type { CallTools } from './call-tools.ts';
import { createRinging } from './ringing.ts';
import type { RingOutcome } from './ringing.ts';
import type { Session } from './session.ts';

/** The called extension is party 2 of its session, whoever calls. */
export const CALLEE = 2;

export type CalleeEnd =
  /** Nobody took the call; `missed` is false when the user refused it. */
  | { is: 'not taken'; missed: boolean }
  | { is: 'mailbox' };

/**
 * The side of a call that one of our extensions receives: rings its devices, and moves party 2 through Proceeding,
 * Answered, Hold, VoiceMail and Disconnected. What becomes of the caller is the caller's affair.
 */
export interface Callee {
  /** Silences the devices of a call that is still ringing. */
  giveUp(): void;
  hangUp(): void;
  close(): void;
}

export interface CalleeEvents {
  answered(): void;
  held(held: boolean): void;
  /** The user hung up, or was lost. */
  left(): void;
  notTaken(end: CalleeEnd): void;
}

export async function ringCallee(
  tools: CallTools,
  facts: { callee: Extension; from: PartyEnd; to: PartyEnd; session: Session; page: PageEnd; stillWanted(): boolean },
  events: CalleeEvents,
): Promise<Callee | null> {
  const { callee, session, page } = facts;
  const ringMs = callee.ringSeconds * 1000;
  let dialog: Dialog | null = null;

  const outcome = (reached: RingOutcome): void => {
    if (reached.is === 'answered') {
      ({ dialog } = reached);
      session.move(CALLEE, 'Answered');
      events.answered();
    } else if (callee.voicemail) {
      session.move(CALLEE, 'VoiceMail');
      events.notTaken({ is: 'mailbox' });
    } else {
      events.notTaken({ is: 'not taken', missed: reached.is === 'rung out' });
    }
  };

  const offer = await page.leg.offer();
  if (!facts.stillWanted()) return null;
  const ringing = createRinging(tools.dialogs, {
    contacts: tools.registrar.reachable(callee.extensionId), offer, from: facts.from, to: facts.to,
    partyId: session.partyId(CALLEE), telephonySessionId: session.telephonySessionId, sid: session.sessionId, media: page.leg, ringMs,
  }, {
    outcome,
    held(held) {
      session.move(CALLEE, held ? 'Hold' : 'Answered');
      events.held(held);
    },
    ended: () => events.left(),
  });
  session.move(CALLEE, 'Proceeding');
  return {
    giveUp: () => ringing.stop(),
    hangUp: () => dialog?.hangUp(),
    close() {
      ringing.stop();
      dialog?.close();
    },
  };
}
