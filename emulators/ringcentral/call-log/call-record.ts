import type { PartyEnd } from '../telephony/contract.ts';

/** Words of RingCentral's schema that this simulator's calls end with. */
export type CallResult = 'Accepted' | 'Call connected' | 'Missed' | 'Voicemail' | 'Rejected' | 'Reply' | 'Hang Up' | 'No Answer' | 'Busy' | 'Call Failed' | 'Answered Elsewhere';
export type CallAction = 'Phone Call' | 'VoIP Call' | 'Transfer' | 'FindMe' | 'Pickup' | 'Hunting' | 'Call Park';
export type LegType = 'Accept' | 'PstnToSip' | 'SipToPstnUnmetered' | 'ExtensionToExtension' | 'TransferCall' | 'FindMe' | 'Pickup' | 'Hunting' | 'CallPark';

/** One party's share of a call. Times are epoch milliseconds. */
export interface CallLeg {
  legType: LegType;
  direction: 'Inbound' | 'Outbound';
  action: CallAction;
  result: CallResult;
  reason: string;
  startedAt: number;
  durationMs: number;
  from: PartyEnd;
  to: PartyEnd;
  /** On whose behalf: a user, or a call queue. */
  extensionId: string;
  transport: 'PSTN' | 'VoIP';
  partyId: string;
  recording: CallRecording | null;
  voicemailId: string | null;
}

/** A recording shows in the log some time after its call. */
export interface CallRecording { id: string; type: 'Automatic' | 'OnDemand'; seconds: number; appearsAt: number }

/**
 * A record of the call log: the whole call as the company sees it, or one user's share of it. The first leg is the master one.
 * Nobody sees a record before `appearsAt`.
 */
export interface CallRecord {
  id: string;
  sessionId: string;
  /** undefined: a row from before there were telephony sessions. */
  telephonySessionId?: string;
  companyWide: boolean;
  appearsAt: number;
  /** The outcome of the whole call, which is not always that of its first leg. */
  result: CallResult;
  reason: string;
  durationMs: number;
  legs: [CallLeg, ...CallLeg[]];
}

export const recordingsOf = ({ legs }: CallRecord): CallRecording[] => legs.flatMap(({ recording }) => recording ?? []);

/** When the record was last changed, as somebody sees it who looks at `now`: by a recording that came. */
export const modifiedAt = (record: CallRecord, now: number): number => Math.max(record.appearsAt, ...recordingsOf(record).map(({ appearsAt }) => appearsAt).filter((at) => at <= now));
