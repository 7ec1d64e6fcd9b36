import { json } from '../http/answer.ts';
import { notFound } from '../http/platform-error.ts';
import type { CallView, Party, Telephony } from '../telephony/contract.ts';
import { accountPath, type Operation, type RestCall } from './operation.ts';

/** The SIP leg of a party; `blf` and the party's id while no device has taken the call (ringcentral.md 2.6). */
export function sipDataOf(party: Party): { toTag: string; fromTag: string; callId?: string } {
  return party.sipData ?? { toTag: 'blf', fromTag: party.id };
}

/** A party as REST tells it; events have the same shape plus `missedCall` (ringcentral.md 2.10, 3.7). */
export function partyBody(party: Party, accountId: string): Record<string, unknown> {
  return {
    id: party.id, accountId, ...(party.extensionId === undefined ? {} : { extensionId: party.extensionId }), direction: party.direction,
    from: { ...party.from }, to: { ...party.to },
    status: { code: party.code, ...(party.reason === undefined ? {} : { reason: party.reason }), rcc: false, ...(party.peer ? { peerId: party.peer } : {}), ...(party.park ? { parkData: party.park.id } : {}) },
    muted: party.muted, standAlone: false, park: party.park ?? {}, ...(party.recordings ? { recordings: party.recordings } : {}),
  };
}

/** Reading calls that are up (scope CallControl). Ended ones are gone. */
export function telephonySessionOperations(telephony: Telephony): Operation[] {
  const template = `${accountPath}/telephony/sessions/{telephonySessionId}`;
  const sessionOf = ({ parameters }: RestCall): CallView => {
    const call = telephony.call(parameters['telephonySessionId'] ?? '');
    if (!call || call.endedAt !== null) throw notFound('telephonySessionId');
    return call;
  };
  return [
    {
      method: 'GET', template, group: 'Light', scope: 'CallControl',
      answer(call) {
        const session = sessionOf(call);
        return json({
          id: session.telephonySessionId, sessionId: session.sessionId, creationTime: new Date(session.startedAt).toISOString(), origin: { type: 'Call' },
          parties: session.parties.map((party) => partyBody(party, call.parameters['accountId'] ?? '')),
        });
      },
    },
    {
      method: 'GET', template: `${template}/parties/{partyId}`, group: 'Light', scope: 'CallControl',
      answer(call) {
        const party = sessionOf(call).parties.find((candidate) => candidate.id === call.parameters['partyId']);
        if (!party) throw notFound('partyId');
        return json(partyBody(party, call.parameters['accountId'] ?? ''));
      },
    },
  ];
}
