import type { Direction } from './outcome.ts';
import type { PersonFound, PersonNamed } from '../people/person.ts';

/** Party codes of a telephony session that say something about a call of ours; others are not passed on. */
export type PartyCode = 'Setup' | 'Proceeding' | 'Answered' | 'Hold' | 'VoiceMail' | 'Parked' | 'Disconnected' | 'Gone';

/**
 * Something that happened to a call. Facts of SIP and of telephony-session events reach us on two roads, so they may
 * be late, doubled or out of order; then they change nothing. Times are epoch milliseconds of this computer's clock.
 */
export type CallFact =
  /** The session's name: from the INVITE (inbound) or the first 18x (outbound). */
  | { what: 'identified'; telephonySessionId: string; partyId: string | null }
  /** RingCentral rings the number we dialled. */
  | { what: 'leg-ringing' }
  /** Our SIP leg carries audio: we answered (inbound), or RingCentral took the INVITE (outbound; no human answer). */
  | { what: 'leg-up'; at: number }
  /** BYE or CANCEL, whoever sent it. */
  | { what: 'leg-ended'; at: number }
  /** RingCentral answered the INVITE with a failure. */
  | { what: 'leg-refused'; at: number; status: number; reason: string }
  /** This user pressed Decline. */
  | { what: 'declined' }
  /** A telephony-session event about one party; `sequence` counts per session. */
  | PartyFact
  /** Events of this call may have been missed for good. */
  | { what: 'events-lost' }
  /** RingCentral, asked, says that people talk; nobody knows since when. */
  | { what: 'read-again'; at: number }
  /** Somebody was brought into our conference. */
  | { what: 'met'; at: number; name: string }
  /** It is up on another device of this user, though our leg of it has ended. */
  | { what: 'goes-on-elsewhere' }
  | { what: 'muted'; muted: boolean }
  | { what: 'held'; held: boolean }
  | { what: 'person'; person: PersonFound }
  /** The user named the person, e.g. by clicking a number on a record. */
  | { what: 'chosen'; person: PersonNamed }
  | { what: 'notes'; text: string; at: number }
  | { what: 'disposition'; text: string; at: number };

export interface PartyFact {
  what: 'party';
  /** The party of this user's extension; false: the other side. */
  ours: boolean;
  sequence: number;
  at: number;
  code: PartyCode;
  /** RingCentral's word, e.g. TargetBusy; null when none was given. */
  reason: string | null;
  missedCall: boolean;
  /** The call came through a queue. */
  queue: boolean;
  /** Of this party; null when RingCentral does not say. */
  direction: Direction | null;
  /** Numbers as RingCentral knows them; null when it does not say. */
  from: string | null;
  to: string | null;
}
