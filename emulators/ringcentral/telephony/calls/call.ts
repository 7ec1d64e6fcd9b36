import type { PartyCode, PartyEnd } from '../contract.ts';
import type { FarEnd } from '../media/far-end.ts';
import type { End } from '../media/room.ts';
import type { LiveCall } from './live-call.ts';
import type { MediaFigures } from './media-figures.ts';
import type { Session, Why } from './session.ts';

/** Who holds: the device by re-INVITE, or the service at REST's word. Each is undone the way it was done. */
export type Holder = 'device' | 'service';

/**
 * One call, whoever takes part: members hear each other, others are still expected. With fewer than two of both it is over.
 * How people come in is told by inbound-call, outbound-call and internal-call; what is done to them later by control/.
 *
 *     set up ──enter × 2──▶ talking ──leave──▶ talking (others stay) │ ended
 *                              └──park──▶ parked ──enter──▶ talking
 */
export interface Call extends LiveCall {
  readonly session: Session;
  readonly ended: boolean;
  /** Somebody is being fetched; the call waits for them. */
  expect(expected: Expected): void;
  expected(party: number): Expected | undefined;
  /** No longer expected, without an end to the call. */
  forget(party: number): void;
  enter(member: Member, code?: PartyCode): void;
  members(): Member[];
  member(party: number): Member | undefined;
  hold(party: number, by: Holder, held: boolean): void;
  /** Takes somebody out, not hung up upon and nothing announced; the call goes on even with one. */
  takeOut(party: number): Member | undefined;
  /** A party has left, or never came. */
  leave(party: number, why?: Why): void;
  /** The reason of a party that is going to leave while others talk on. */
  leavesFor(party: number, reason: string): void;
  /** Everybody is told that it is over. `first` is announced first where the recorded orders say so. */
  end(first: number, why?: Why): void;
  /** What the last one hears: music while parked, ringback while somebody is being fetched. */
  waitsParked(parked: boolean): void;
  notesReply(text: string): void;
}

/** Which party of which call somebody is now; a warm transfer or a conference moves people. */
export interface Place { call: Call; party: number }

/** Somebody who is in a call: one of our users at a device, a person outside, or a mailbox. */
export interface Member {
  place: Place;
  readonly is: 'user' | 'outside' | 'mailbox';
  readonly end: End;
  /** How others see this one. */
  readonly shown: PartyEnd;
  readonly outside: OutsidePerson | null;
  readonly figures: MediaFigures | null;
  /** Tells the device that it is over; quiet when it has said so itself. */
  dismiss(): void;
  /** Tells the device who is on the other side now. */
  meet(other: PartyEnd): void;
  /** Frees everything without a word. */
  close(): void;
}

/** Somebody in the public telephone network: speaks a tone, hears, has no device of ours. */
export interface OutsidePerson extends Member {
  readonly is: 'outside';
  readonly farEnd: FarEnd;
}

/** Somebody who is not in the call yet: a ringing phone, or a caller whose own leg is being set up. */
export interface Expected {
  readonly party: number;
  /** The call is over or goes elsewhere. */
  giveUp(): void;
  /** The person outside whose phone rings, when it does. */
  readonly outside: { person: OutsidePerson; answer(): void; refuse(): void } | null;
  /** A ringing extension of ours; null for everybody else. */
  readonly ringing: RingingUser | null;
}

/** What a ringing user, or REST in their name, may do with the call. */
export interface RingingUser {
  decline(): void;
  toVoicemail(): void;
  /** Silences the phones, because the call goes on elsewhere; they are told who has it. */
  silence(takenBy?: string): void;
  /** The caller hears a text instead. */
  reply(text: string): void;
  /** What the caller presses after it. */
  repliedTo(answer: 'yes' | 'no' | 'urgent'): void;
}
