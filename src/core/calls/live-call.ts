import type { PersonNamed } from '../people/person.ts';
import type { Call, CallFacts } from './call.ts';
import type { PartyFact } from './fact.ts';

/** One thing our party went through. */
export type Heard = Pick<PartyFact, 'sequence' | 'at' | 'reason' | 'missedCall'>;

/** A conversation that goes on already when our leg comes to it: one that is up on another device of this user, or a conference which others are brought into. */
export type Joins = 'call' | 'parked' | 'conference';

/**
 * What is known of a call, as evidence rather than as a story: each part only ever grows (first time, lowest sequence,
 * seen or not), so the order in which facts arrive does not matter. `callOf` reads the story out of it.
 */
export interface Evidence {
  /** null: the line is in the call from its beginning. */
  joins: Joins | null;
  /** It ended here because another device of this user has taken it over. */
  goesOn: boolean;
  /** Who was brought into our conference, in order. */
  met: { at: number; name: string }[];
  ringing: boolean;
  legUpAt: number | null;
  legEndedAt: number | null;
  refused: { at: number; status: number; reason: string } | null;
  declined: boolean;
  /** By code of our own party, the earliest in sequence. */
  ours: Partial<Record<PartyFact['code'], Heard>>;
  /** First Answered of our own party after its Proceeding: for an outbound call the human answer. */
  answers: { sequence: number; at: number }[];
  /** The other side's Disconnected. */
  farEnd: Heard | null;
  /** Learnt by asking RingCentral: people talk, nobody knows since when. */
  answeredUnseenAt: number | null;
  /** Events were lost while the call was up. */
  gap: boolean;
  muted: boolean;
  held: boolean;
  chosen: PersonNamed | null;
}

/** A call in the line's hands. `call` is what windows see, always `callOf` of the rest. */
export interface LiveCall { facts: CallFacts; evidence: Evidence; call: Call }

export const nothingHeard: Evidence = {
  joins: null,
  goesOn: false,
  met: [],
  ringing: false,
  legUpAt: null,
  legEndedAt: null,
  refused: null,
  declined: false,
  ours: {},
  answers: [],
  farEnd: null,
  answeredUnseenAt: null,
  gap: false,
  muted: false,
  held: false,
  chosen: null,
};
