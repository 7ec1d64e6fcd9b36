import type { Extension } from '../../contract.ts';
import { CallRefusal } from '../../contract.ts';
import type { NewCall } from '../../sip/new-call.ts';
import { extensionEnd } from '../call-tools.ts';
import type { CallTools } from '../call-tools.ts';
import { joinByInvite } from '../join-by-invite.ts';
import type { Member, Place } from '../call.ts';

/** Shared park places are `*801` to `*899`. */
const FIRST_ORBIT = 801;
const LAST_ORBIT = 899;

/** Where calls wait for anybody of the company to pick them up. */
export interface Orbits {
  /**
   * Parks the other side of a user's call at the first free shared place: the user's party becomes Parked, the other side
   * hears music.
   *
   * @returns the place, and the user's side, whose device hangs up by itself or has to be told.
   * @throws CallRefusal when the call is not one of two, or every place is taken.
   */
  park(place: Place): { orbit: string; user: Member };
  /** The same at a place that was named, such as `prk…`: checks, and gives what is to be done, the user's BYE included. */
  parking(place: Place, orbit: string): () => void;
  /** A user dials a place: joins the call that waits there, as a new party. false when none does. */
  pickUp(orbit: string, invited: NewCall, extension: Extension): boolean;
  /** Frees the sides whose devices never hung up. */
  close(): void;
}

export function createOrbits(tools: CallTools): Orbits {
  const waiting = new Map<string, Place & { user: Member }>();

  const forgetEnded = (): void => {
    for (const [orbit, { call, party }] of waiting) if (call.ended || call.session.party(party).code !== 'Parked') waiting.delete(orbit);
  };
  const freeOrbit = (): string => {
    for (let number = FIRST_ORBIT; number <= LAST_ORBIT; number += 1) if (!waiting.has(`*${number}`)) return `*${number}`;
    throw new CallRefusal('not allowed now', 'Every park place is taken.');
  };

  const parkable = ({ call, party }: Place): Member => {
    const user = call.member(party);
    if (user?.is !== 'user' || call.members().length !== 2) throw new CallRefusal('not allowed now', 'Only a call of two that is up can be parked.');
    return user;
  };
  const parkAt = ({ call, party }: Place, user: Member, orbit: string): void => {
    call.takeOut(party);
    waiting.set(orbit, { call, party, user });
    call.session.move(party, 'Parked', { reason: 'CallPark', park: { id: orbit } });
    call.waitsParked(true);
  };

  return {
    park(place) {
      forgetEnded();
      const user = parkable(place);
      const orbit = freeOrbit();
      parkAt(place, user, orbit);
      return { orbit, user };
    },
    parking(place, orbit) {
      forgetEnded();
      const user = parkable(place);
      if (waiting.has(orbit)) throw new CallRefusal('not allowed now', 'Another call waits at this park place.');
      return () => {
        parkAt(place, user, orbit);
        user.dismiss();
        user.close();
      };
    },
    pickUp(orbit, invited, extension) {
      forgetEnded();
      const place = waiting.get(orbit);
      if (!place) return false;
      const { call, party } = place;
      waiting.delete(orbit);
      const { from, to, direction } = call.session.party(party);
      const own = extensionEnd(extension, extension.phoneNumbers[0]);
      const joined = call.session.join({ direction, extensionId: extension.extensionId, ...(direction === 'Inbound' ? { from, to: own } : { from: own, to }), code: 'Setup' });
      void joinByInvite(tools, call, joined, { invited, extension, entersAs: 'Answered' }).accept()
        .then(() => call.session.move(party, 'Disconnected', { reason: 'Pickup' }));
      return true;
    },
    close() { for (const { user } of waiting.values()) user.close(); },
  };
}
