import type { Extension } from '../contract.ts';
import type { NewCall } from '../sip/new-call.ts';
import { extensionEnd } from './call-tools.ts';
import type { CallTools } from './call-tools.ts';
import type { Call } from './call.ts';
import { createCallerLeg } from './caller-leg.ts';
import { createUserSide } from './user-side.ts';

/** A user's own INVITE that leads into a call. */
export interface Joining {
  /** 100 and 183 are out; 200 follows. Resolves true when the leg is up and the user is in. */
  accept(): Promise<boolean>;
  /** Instead of accept(): a final answer, since that other party cannot be reached for this reason. */
  refuseFor(other: number, status: number, reason: string): void;
}

/**
 * The device that dials becomes a party of a call: its own new one, a conference, or one that it picks up.
 *
 * @param facts.entersAs the party's code once it is up; undefined leaves the code alone until somebody else answers.
 */
export function joinByInvite(
  tools: CallTools, call: Call, party: number,
  facts: { invited: NewCall; extension: Extension; number?: string; entersAs: 'Answered' | 'Proceeding' },
): Joining {
  const { session } = call;
  const user = createUserSide(tools, { call, party }, { extension: facts.extension, shown: extensionEnd(facts.extension, facts.number) });
  /** A caller who leaves before anybody has answered has cancelled the call. */
  const ended = (): void => {
    const { call: now, party: number } = user.place;
    now.leave(number, now.view().answeredAt === null && now === call ? { reason: 'Cancelled' } : {});
    user.close();
  };
  const leg = createCallerLeg(tools.dialogs, {
    ...facts.invited, media: user.media, partyId: session.partyId(party), telephonySessionId: session.telephonySessionId, sid: session.sessionId,
  }, { ...user.events, ended });
  call.expect({
    party,
    giveUp() {
      leg.hangUp();
      user.close();
    },
    outside: null,
    ringing: null,
  });
  return {
    async accept() {
      const went = await leg.accept();
      if (went === 'unacceptable') call.leave(party, { reason: 'InternalError' });
      if (typeof went === 'string') {
        user.close();
        return false;
      }
      user.attach(went);
      call.enter(user, facts.entersAs);
      return !call.ended;
    },
    refuseFor(other, status, reason) {
      leg.refuse(status);
      user.close();
      call.leave(other, { reason });
    },
  };
}
