import { randomBytes } from 'node:crypto';
import type { Extension } from '../../contract.ts';
import { CallRefusal } from '../../contract.ts';
import type { NewCall } from '../../sip/new-call.ts';
import { extensionEnd } from '../call-tools.ts';
import type { CallTools } from '../call-tools.ts';
import { createCall } from '../create-call.ts';
import type { Call, Member, Place } from '../call.ts';
import { joinByInvite } from '../join-by-invite.ts';

/** The host is party 1 of the conference's own session. */
const HOST = 1;

/** Sessions of three and more. Throws CallRefusal. */
export interface Conferences {
  /** A session that waits a while for its host to dial the token. */
  create(host: Extension): { call: Call; token: string };
  /** false when no conference waits under this token for this host. */
  hostDials(token: string, invited: NewCall, extension: Extension): boolean;
  /** A host's own party of another call brings its other side; any other party comes itself. Gives the new party's number. */
  bringIn(conference: Call, place: Place): number;
}

export function createConferences(tools: CallTools, board: { add(call: Call): void }): Conferences {
  const waiting = new Map<string, { call: Call; host: Extension; tooLate: NodeJS.Timeout }>();

  const enter = (conference: Call, member: Member, extensionId: string | undefined, host: Member): number => {
    const number = conference.session.join({
      direction: 'Outbound', ...(extensionId === undefined ? {} : { extensionId }), from: host.shown, to: member.shown, code: 'Setup',
    });
    member.place = { call: conference, party: number };
    conference.enter(member);
    return number;
  };

  return {
    create(host) {
      const token = `conf_${randomBytes(12).toString('hex')}`;
      const from = extensionEnd(host, host.phoneNumbers[0]);
      const call = createCall(tools, { accountId: host.accountId, direction: 'Outbound', from, to: { name: 'Conference' } });
      call.session.join({ direction: 'Outbound', extensionId: host.extensionId, from, to: { name: 'Conference' }, code: 'Setup' });
      const tooLate = setTimeout(() => {
        waiting.delete(token);
        call.end(HOST, { reason: 'Timeout' });
      }, tools.timings.conferenceMs);
      tooLate.unref();
      waiting.set(token, { call, host, tooLate });
      board.add(call);
      tools.changed();
      return { call, token };
    },
    hostDials(token, invited, extension) {
      const place = waiting.get(token);
      if (!place || place.host.extensionId !== extension.extensionId) return false;
      waiting.delete(token);
      clearTimeout(place.tooLate);
      void joinByInvite(tools, place.call, HOST, { invited, extension, entersAs: 'Answered' }).accept();
      return true;
    },
    bringIn(conference, { call, party }) {
      const host = conference.member(HOST);
      if (!host) throw new CallRefusal('not allowed now', 'The host is not in the conference yet.');
      const named = call.member(party);
      if (call === conference || !named || call.members().length !== 2) throw new CallRefusal('not allowed now', 'Only a party of another call of two can be brought in.');
      const isHosts = call.session.party(party).extensionId === conference.session.party(HOST).extensionId;
      const guest = isHosts ? call.members().find((member) => member !== named) : named;
      if (!guest || guest.is === 'mailbox') throw new CallRefusal('not allowed now', 'Nobody is there to be brought in.');
      const { party: old } = guest.place;
      const before = call.session.party(old);
      call.takeOut(old);
      const number = enter(conference, guest, before.extensionId, host);
      const { telephonySessionId, sessionId } = conference.session;
      call.session.move(old, 'Gone', { peer: { telephonySessionId, sessionId, partyId: conference.session.partyId(number) } });
      call.end(isHosts ? party : old);
      return number;
    },
  };
}
