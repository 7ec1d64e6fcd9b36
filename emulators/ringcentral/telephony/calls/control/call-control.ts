import type { CallControl, PartyRef, Target } from '../../contract.ts';
import { CallRefusal } from '../../contract.ts';
import type { CallTools } from '../call-tools.ts';
import type { Call, Place, RingingUser } from '../call.ts';
import type { Conferences } from './conference.ts';
import { onwardOfTarget } from './destinations.ts';
import { flipTo } from './flip.ts';
import type { Orbits } from './park.ts';
import { setRecording, startRecording } from './recording.ts';
import type { Transfers, TransferReason } from './transfer.ts';

/** Call control as REST asks for it: finds the party, and leaves the rest to whoever does the same for devices. */
export function createCallControl(tools: CallTools, parts: { orbits: Orbits; transfers: Transfers; conferences: Conferences }): CallControl {
  const { orbits, transfers, conferences } = parts;

  const sessionOf = (telephonySessionId: string): Call => {
    const call = tools.calls().find((one) => one.telephonySessionId === telephonySessionId);
    if (!call || call.ended) throw new CallRefusal('no such session', 'The session is not found.');
    return call;
  };
  const placeOf = ({ telephonySessionId, partyId }: PartyRef): Place => {
    const call = sessionOf(telephonySessionId);
    const party = call.session.numberOf(partyId);
    if (party === undefined) throw new CallRefusal('no such party', 'The party is not found.');
    return { call, party };
  };
  const partyOf = ({ call, party }: Place) => call.session.party(party);
  const ringingOf = ({ call, party }: Place): RingingUser => {
    const ringing = call.expected(party)?.ringing;
    if (!ringing) throw new CallRefusal('not allowed now', 'The party does not ring.');
    return ringing;
  };
  const send = (ref: PartyRef, target: Target, reason: TransferReason) => {
    const place = placeOf(ref);
    transfers.sending(place, onwardOfTarget(target, tools.directory), reason)();
    return partyOf(place);
  };

  return {
    hold(ref, held) {
      const place = placeOf(ref);
      if (!place.call.member(place.party)) throw new CallRefusal('not allowed now', 'The party does not talk.');
      place.call.hold(place.party, 'service', held);
      return partyOf(place);
    },
    transfer: (ref, target) => send(ref, target, 'RccTransfer'),
    forward: (ref, target) => send(ref, target, 'CallRedirected'),
    bridge(ref, other) {
      const place = placeOf(ref);
      transfers.connecting(place, placeOf(other))();
      return partyOf(place);
    },
    reject: (ref) => ringingOf(placeOf(ref)).decline(),
    reply(ref, text) {
      const place = placeOf(ref);
      ringingOf(place).reply(text);
      return partyOf(place);
    },
    flip: (ref, phoneNumber) => flipTo(tools, placeOf(ref), phoneNumber),
    park(ref) {
      const place = placeOf(ref);
      const { user } = orbits.park(place);
      user.dismiss();
      user.close();
      return partyOf(place);
    },
    startRecording: (ref) => startRecording(placeOf(ref)),
    setRecording: (ref, recordingId, active) => setRecording(placeOf(ref), recordingId, active),
    drop(ref) {
      const { call, party } = placeOf(ref);
      if (!call.member(party) && !call.expected(party)) throw new CallRefusal('not allowed now', 'The party has left.');
      call.leave(party);
    },
    dropSession: (telephonySessionId) => sessionOf(telephonySessionId).end(1),
    createConference(hostExtensionId) {
      const host = tools.directory.byExtensionId(hostExtensionId);
      if (!host) throw new CallRefusal('no such party', 'The extension is not found.');
      const { call, token } = conferences.create(host);
      return { call: call.view(), token };
    },
    bringIn(conferenceSessionId, ref) {
      const conference = sessionOf(conferenceSessionId);
      return conference.session.party(conferences.bringIn(conference, placeOf(ref)));
    },
  };
}
