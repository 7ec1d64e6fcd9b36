import type { Account } from '../account/account.ts';
import type { Records } from '../account/records.ts';
import type { CallView, Party, PartyEnd, Telephony } from '../telephony/contract.ts';
import { sipDataOf } from './telephony-sessions.ts';

export type UserStatus = 'Offline' | 'Busy' | 'Available';
export type DndStatus = 'TakeAllCalls' | 'DoNotAcceptDepartmentCalls' | 'TakeDepartmentCallsOnly' | 'DoNotAcceptAnyCalls';
export type TelephonyStatus = 'NoCall' | 'CallConnected' | 'Ringing' | 'OnHold' | 'ParkedCall';

/** What a person has chosen. */
export interface ChosenPresence {
  userStatus: UserStatus; dndStatus: DndStatus; message: string; acceptCallQueueCalls: boolean;
  allowSeeMyPresence: boolean; ringOnMonitoredCall: boolean; pickUpCallsOnHold: boolean;
}

const atFirst: ChosenPresence = {
  userStatus: 'Available', dndStatus: 'TakeAllCalls', message: '', acceptCallQueueCalls: true,
  allowSeeMyPresence: true, ringOnMonitoredCall: false, pickUpCallsOnHold: false,
};

export interface Presence {
  chosen(extensionId: string): ChosenPresence;
  choose(extensionId: string, change: Partial<ChosenPresence>): void;
  /** What REST and the presence event have in common: choice, calls and the status that follows from both. */
  body(extensionId: string): Record<string, unknown> & { telephonyStatus: TelephonyStatus };
  /** @param sipData with the leg of each call: `id` is then the leg's Call-ID where a device is up. */
  activeCalls(extensionId: string, sipData?: boolean): object[];
  onChosen(listener: (extensionId: string) => void): () => void;
}

/** Presence of everybody in the account (ringcentral.md 2.6): chosen by people, and derived from their calls and registrations. */
export function createPresence(tools: { account: Account; telephony: Telephony; chosen: Records<ChosenPresence> }): Presence {
  const { telephony, chosen } = tools;
  const listeners = new Set<(extensionId: string) => void>();

  const ownCalls = (extensionId: string): { call: CallView; party: Party }[] =>
    telephony.calls().filter((call) => call.endedAt === null).flatMap((call) =>
      call.parties.filter((party) => party.extensionId === extensionId && statusOf(party) !== 'NoCall').map((party) => ({ call, party })));

  const uriOf = ({ phoneNumber, extensionNumber }: PartyEnd): string => `sip:${phoneNumber ?? extensionNumber ?? 'anonymous'}@${tools.account.domain}`;

  const presence: Presence = {
    chosen: (extensionId) => chosen.get(extensionId) ?? atFirst,
    choose(extensionId, change) {
      chosen.put(extensionId, { ...presence.chosen(extensionId), ...change });
      for (const listener of listeners) listener(extensionId);
    },
    activeCalls: (extensionId, sipData = false) => ownCalls(extensionId).map(({ call, party }) => ({
      id: party.sipData?.callId ?? call.telephonySessionId, direction: party.direction, queueCall: false,
      from: party.from.phoneNumber ?? party.from.extensionNumber, fromName: party.from.name,
      to: party.to.phoneNumber ?? party.to.extensionNumber, toName: party.to.name,
      startTime: new Date(call.startedAt).toISOString(), telephonyStatus: statusOf(party),
      sessionId: call.sessionId, telephonySessionId: call.telephonySessionId, partyId: party.id,
      ...(sipData ? { sipData: { ...sipDataOf(party), localUri: uriOf(party.direction === 'Inbound' ? party.to : party.from), remoteUri: uriOf(party.direction === 'Inbound' ? party.from : party.to) } } : {}),
    })),
    body(extensionId) {
      const choice = presence.chosen(extensionId);
      const statuses = ownCalls(extensionId).map(({ party }) => statusOf(party));
      const telephonyStatus = (['CallConnected', 'Ringing', 'OnHold', 'ParkedCall'] as const).find((status) => statuses.includes(status)) ?? 'NoCall';
      const reachable = telephony.registrations().some((registration) => registration.extensionId === extensionId);
      const busy = telephonyStatus !== 'NoCall' || choice.dndStatus === 'DoNotAcceptAnyCalls';
      const presenceStatus = choice.userStatus !== 'Available' ? choice.userStatus : busy ? 'Busy' : reachable ? 'Available' : 'Offline';
      return { presenceStatus, telephonyStatus, meetingStatus: 'Disconnected', callerIdVisibility: 'All', ...choice };
    },
    onChosen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return presence;
}

/** A party's code as the presence words have it. */
function statusOf(party: Party): TelephonyStatus {
  switch (party.code) {
    case 'Answered': return 'CallConnected';
    case 'Hold': return 'OnHold';
    case 'Parked': return 'ParkedCall';
    case 'Setup': case 'Proceeding': return party.direction === 'Inbound' ? 'Ringing' : 'CallConnected';
    case 'Disconnected': case 'Gone': case 'VoiceMail': return 'NoCall';
  }
}
