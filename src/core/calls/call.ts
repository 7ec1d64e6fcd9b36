import type { Direction, Outcome } from './outcome.ts';
import type { PersonFound } from '../people/person.ts';

/** One side of a call as RingCentral reports it; `number` is '' when the caller withholds it. */
export interface CallEnd { number: string; name: string | null }

/** The two parts of a record's key: the telephony session (`s-…`) and the extension of the user who took part. */
export interface CallKey { telephonySessionId: string; extensionId: string }

/** What is true of a call whatever its phase. Times are epoch milliseconds. */
export interface CallFacts {
  /** The SIP Call-ID: names the call inside the line and towards windows. */
  callId: string;
  direction: Direction;
  /** Known from the first 18x (outbound) or the INVITE (inbound). */
  telephonySessionId: string | null;
  partyId: string | null;
  from: CallEnd;
  to: CallEnd;
  /** Name of the call queue the call came through. */
  queue: string | null;
  startedAt: number;
  notes: string;
  /** Last change of the notes; 0 while untouched. */
  notesAt: number;
  /** The user's own word for what came of it, and when it was chosen; '' where it was taken back. null: never chosen. */
  disposition: { text: string; at: number } | null;
  /** null: nobody asked yet. */
  person: PersonFound | null;
}

/**
 * A call of ours.
 *
 *   Outbound:  dialling ──▶ ringing ──▶ talking ──▶ ended
 *   Inbound:               ringing ──▶ talking ──▶ ended
 *
 * Every phase may go straight to ended. `legUp` (our SIP leg carries audio) is not the human answer:
 * RingCentral answers an outbound INVITE at once; the answer comes as a telephony-session event.
 */
export type Call = CallFacts &
  (
    | { phase: 'dialling' }
    | { phase: 'ringing'; legUp: boolean; /** Possible once the leg is up: an IVR is talked to before RingCentral tells of an answer. */ muted: boolean }
    | { phase: 'talking'; answeredAt: number; held: boolean; muted: boolean }
    | {
        phase: 'ended';
        endedAt: number;
        /** null: nobody answered, or nobody knows (gateway down): then `outcome` is null too. */
        answeredAt: number | null;
        /** null: not known yet; sync or a late event completes it. */
        outcome: Outcome | null;
        /** Why it failed, in RingCentral's words; only with Failed. */
        reason: string | null;
        /** Banner only: a colleague or another device of the user has the call. */
        elsewhere: 'own-device' | 'colleague' | null;
      }
  );

/** Our leg is up: there is something to hear, be it an IVR before RingCentral tells of an answer. */
export const isAudible = (call: Call): boolean => call.phase === 'talking' || (call.phase === 'ringing' && call.legUp);

/** The other side's end of a call. */
export const otherEnd = (call: Pick<CallFacts, 'direction' | 'from' | 'to'>): CallEnd => (call.direction === 'Inbound' ? call.from : call.to);
