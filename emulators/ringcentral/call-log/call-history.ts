import type { PartyEnd } from '../telephony/contract.ts';
import type { CallRecording } from './call-record.ts';

/** How a party's share of a call ended. `not answered`: the caller gave up, or nobody came. */
export type Ended = 'talked' | 'voicemail' | 'missed' | 'declined' | 'replied' | 'sent on' | 'answered elsewhere' | 'busy' | 'failed' | 'not answered';

/** How a party came in: with the call, rung as a member of a queue, or later. */
export type CameBy = 'call' | 'queue' | 'transfer' | 'find-me' | 'pickup';

/** What one party did in a call that is over. Times are epoch milliseconds. */
export interface PartyHistory {
  partyId: string;
  /** undefined: somebody in the public network. */
  extensionId?: string;
  direction: 'Inbound' | 'Outbound';
  from: PartyEnd;
  to: PartyEnd;
  cameBy: CameBy;
  beganAt: number;
  /** When people could talk; null: never. */
  answeredAt: number | null;
  endedAt: number;
  ended: Ended;
  /** Put down for somebody to pick up. */
  parked?: true;
  recording: CallRecording | null;
  voicemailId: string | null;
}

/** A call that is over; the caller's party comes first. */
export interface CallHistory {
  sessionId: string;
  telephonySessionId: string;
  startedAt: number;
  endedAt: number;
  /** The queue that was called: an extension that is nobody's. */
  queue?: { extensionId: string; extensionNumber: string; name: string };
  parties: PartyHistory[];
}

/** Who of our users took part: who talked or was called personally; of a queue's members, all of them only when none answered. */
export function takePart({ parties }: CallHistory): string[] {
  const queueAnswered = parties.some(({ cameBy, answeredAt }) => cameBy === 'queue' && answeredAt !== null);
  const users = parties.filter(({ cameBy, answeredAt }) => cameBy !== 'queue' || answeredAt !== null || !queueAnswered).flatMap(({ extensionId }) => extensionId ?? []);
  return [...new Set(users)];
}
