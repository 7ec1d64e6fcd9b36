import type { Extension, PartyEnd } from '../contract.ts';
import { createPageEnd } from '../media/page-end.ts';
import type { LegMedia } from '../media/leg.ts';
import type { Dialog, DialogEvents } from '../sip/dialog.ts';
import type { CallTools } from './call-tools.ts';
import { createMediaFigures } from './media-figures.ts';
import type { Member, Place } from './call.ts';

/** One of our users in a call: the page's sound, and what the device says and asks while its dialog is up. */
export interface UserSide extends Member {
  readonly is: 'user';
  readonly media: LegMedia;
  readonly events: DialogEvents;
  /** The leg is up; until then dismiss() is quiet. */
  attach(dialog: Dialog): void;
}

export function createUserSide(tools: CallTools, place: Place, user: { extension: Extension; shown: PartyEnd }): UserSide {
  let dialog: Dialog | null = null;
  let held = false;
  const page = createPageEnd({ roads: tools.roads.forCall(), onFrame: (frame) => { if (!held && side.place.call.members().length > 1) figures.hear(frame); } });
  const figures = createMediaFigures(page.leg);

  const side: UserSide = {
    place, figures,
    is: 'user',
    end: page,
    shown: user.shown,
    outside: null,
    media: page.leg,
    events: {
      held(now) {
        held = now;
        side.place.call.hold(side.place.party, 'device', now);
      },
      ended() {
        side.place.call.leave(side.place.party);
        side.close();
      },
      identified: (leg) => side.place.call.session.noteLeg(side.place.party, leg),
      identity: () => ({ telephonySessionId: side.place.call.telephonySessionId, partyId: side.place.call.session.partyId(side.place.party) }),
      referred: (referral) => tools.requests.referred(side.place, referral),
      commanded: (command) => tools.requests.commanded(side.place, command),
    },
    attach(up) { dialog = up; },
    dismiss: () => dialog?.hangUp(),
    meet: (other) => dialog?.meet(other),
    close() {
      figures.close();
      page.close();
      dialog?.close();
    },
  };
  return side;
}
