import type { CallEnd } from '../../core/calls/call.ts';
import type { Direction } from '../../core/calls/outcome.ts';
import type { ErrorCode } from '../errors.ts';

/** What an owner may change about a log that NetSuite refused. */
export type Correctable = 'notes' | 'person' | 'disposition';

/** The changes themselves: other notes, no link to the person, no disposition. Empty: send it as it is. */
export interface Correction { notes?: string; person?: null; disposition?: null }

/** A log that NetSuite refused for good. It stays with its owner, who corrects it, sends it again or discards it. */
export interface RefusedLog {
  /** Of the draft; a call's is its Call-ID. */
  id: string;
  kind: 'call' | 'text';
  direction: Direction;
  with: CallEnd;
  /** Epoch milliseconds. */
  at: number;
  code: ErrorCode;
  /** Names of fields, or NetSuite's own code. */
  detail: string;
  /** null: it has none. */
  notes: string | null;
  /** CONFLICT: what a person wrote into the record meanwhile, which would not go together with `notes`. Corrected notes take its place. */
  theirs: string | null;
  correctable: Correctable[];
}

/** Drafts that NetSuite has not acknowledged. */
export interface Unsent {
  /** Calls and messages on their way. */
  waiting: number;
  waitingTexts: number;
  /** NetSuite asks to sign in again. */
  sessionEnded: boolean;
  /** false: the browser keeps nothing just now, so that drafts are lost with the last page of NetSuite. It is tried again. */
  lasting: boolean;
  /** Newest first, and not more than a list can show. */
  refused: RefusedLog[];
  /** How many there are in all. */
  refusedInAll: number;
}
