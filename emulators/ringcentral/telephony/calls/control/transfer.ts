import type { PartyEnd } from '../../contract.ts';
import { CallRefusal } from '../../contract.ts';
import { extensionEnd } from '../call-tools.ts';
import type { CallTools } from '../call-tools.ts';
import type { Member, Place } from '../call.ts';
import { createMailbox } from '../mailbox.ts';
import { ringExtension } from '../ring-extension.ts';
import { ringOutside } from '../ring-outside.ts';
import type { Onward } from './destinations.ts';
import type { Orbits } from './park.ts';

/** Reason of the party that leaves: asked for by the phone (REFER), by REST, or a ringing call sent on. */
export type TransferReason = 'BlindTransfer' | 'RccTransfer' | 'CallRedirected';

/** What has been checked and only has to be done. */
export type Act = () => void;

/** Sending calls on. Every verb checks first, throws CallRefusal, and gives what is to be done: SIP tells its client in between. */
export interface Transfers {
  /** The user's party leaves, a new one rings. */
  sending(place: Place, onward: Onward, reason: TransferReason): Act;
  /** The other sides of a user's two calls talk to each other in the first one's session; the user leaves both. */
  connecting(first: Place, second: Place): Act;
}

export function createTransfers(tools: CallTools, orbits: Orbits): Transfers {
  /** A new party of the same call; it rings, or takes a message. */
  const reach = ({ call, party }: Place, onward: Exclude<Onward, { is: 'orbit' }>): { start(): void } => {
    const { direction, from, to } = call.session.party(party);
    const other = direction === 'Inbound' ? from : to;
    const shown: PartyEnd = onward.is === 'outside' ? { phoneNumber: onward.e164 }
      : extensionEnd(onward.is === 'mailbox' ? onward.owner : onward.extension, onward.is === 'extension' && onward.dialled.startsWith('+') ? onward.dialled : undefined);
    const ends = { from: other, to: shown };
    if (onward.is === 'outside') {
      const next = call.session.join({ direction: 'Outbound', ...ends, code: 'Setup' });
      return ringOutside(tools, call, next, shown);
    }
    const owner = onward.is === 'mailbox' ? onward.owner : onward.extension;
    const next = call.session.join({ direction: 'Inbound', extensionId: owner.extensionId, ...ends, code: 'Setup' });
    if (onward.is === 'mailbox') call.enter(createMailbox({ call, party: next }, owner, tools.timings.voicemailMs), 'VoiceMail');
    else ringExtension(tools, call, next, { callee: owner, ...ends });
    return { start() { /* It rings already. */ } };
  };

  /** The side of a two-party call that is not the user's. */
  const otherSide = ({ call, party }: Place): Member => {
    const others = call.members().filter((member) => member.place.party !== party);
    const [other] = others;
    if (!call.member(party) || others.length !== 1 || !other || other.is === 'mailbox') throw new CallRefusal('not allowed now', 'The call is not one of two people who talk.');
    return other;
  };

  /** The user's device is told that it is out. */
  const release = ({ call, party }: Place, reason: string): void => {
    const user = call.takeOut(party);
    call.session.move(party, 'Disconnected', { reason });
    user?.dismiss();
    user?.close();
  };

  const forwarding = (place: Place, onward: Onward): Act => {
    const { call, party } = place;
    const ringing = call.expected(party)?.ringing;
    if (!ringing) throw new CallRefusal('not allowed now', 'Only a ringing call can be forwarded.');
    if (onward.is === 'orbit') throw new CallRefusal('no such target', 'A ringing call cannot be parked.');
    return () => {
      ringing.silence();
      call.forget(party);
      call.session.move(party, 'Disconnected', { reason: 'CallRedirected' });
      reach(place, onward).start();
    };
  };

  return {
    sending(place, onward, reason) {
      if (reason === 'CallRedirected') return forwarding(place, onward);
      otherSide(place);
      if (onward.is === 'orbit') return orbits.parking(place, onward.orbit);
      return () => {
        release(place, reason);
        reach(place, onward).start();
      };
    },
    connecting(first, second) {
      if (first.call === second.call) throw new CallRefusal('not allowed now', 'Both parties are in the same session.');
      const [stays, moves] = [otherSide(first), otherSide(second)];
      return () => {
        for (const place of [first, second]) release(place, 'AttendedTransfer');
        const { party: old } = moves.place;
        const { extensionId } = second.call.session.party(old);
        second.call.takeOut(old);
        const next = first.call.session.join({
          direction: 'Outbound', ...(extensionId === undefined ? {} : { extensionId }), from: stays.shown, to: moves.shown, code: 'Setup',
        });
        const { telephonySessionId, sessionId } = first.call.session;
        second.call.session.move(old, 'Gone', { reason: 'AttendedTransfer', peer: { telephonySessionId, sessionId, partyId: first.call.session.partyId(next) } });
        second.call.end(second.party);
        moves.place = { call: first.call, party: next };
        first.call.enter(moves);
        moves.meet(stays.shown);
      };
    },
  };
}
