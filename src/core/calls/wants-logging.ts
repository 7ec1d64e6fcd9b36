import type { Direction, Outcome } from './outcome.ts';

/** Which calls a company wants as records. */
export interface WhatToLog {
  inbound: boolean;
  outbound: boolean;
  /** Between two extensions of the company. */
  internal: boolean;
  /** A talk of fewer whole seconds makes no record; 0 for every talk. */
  minimumSeconds: number;
}

/** What holds until an administrator says otherwise. */
export const logEverything: WhatToLog = { inbound: true, outbound: true, internal: true, minimumSeconds: 0 };

/** What the choice needs to know of a call. */
export interface LoggableCall {
  direction: Direction;
  /** Between two extensions of the company. */
  internal: boolean;
  /** null: not known (yet). */
  outcome: Outcome | null;
  /** Whole seconds; null: not known (yet). */
  talkSeconds: number | null;
  /** Somebody wrote notes or chose a disposition: then it is wanted whatever else holds. */
  annotated: boolean;
}

/**
 * Whether a call makes a record. The live line and call sync ask the same question, so that what one leaves out the other does
 * not bring in. Only a talk can be too short: who missed a call, or left a message, is worth knowing. What is not known yet
 * leaves nothing out.
 */
export function wantsLogging(wanted: WhatToLog, call: LoggableCall): boolean {
  if (call.annotated) return true;
  if (!(call.direction === 'Inbound' ? wanted.inbound : wanted.outbound)) return false;
  if (call.internal && !wanted.internal) return false;
  return call.outcome !== 'Completed' || call.talkSeconds === null || call.talkSeconds >= wanted.minimumSeconds;
}

/** Emergency and service numbers are as short as an extension and belong to nobody here. */
const serviceNumber = /^(?:\d11|112|118|999|988|000)$/;

/** Whether the other side's number, as RingCentral reports it, is an extension of the company: short, and without a country. */
export const isExtension = (number: string): boolean => /^\d{2,6}$/.test(number) && !serviceNumber.test(number);
