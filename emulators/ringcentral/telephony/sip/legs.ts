import type { Connection } from './connection.ts';
import type { SipRequest, SipResponse } from './message.ts';
import type { Replaces } from './replaces.ts';
import type { NewCall } from './new-call.ts';

/** Whoever answers for one Call-ID: a call being set up, a ringing device, or a dialog. */
export interface CallLeg {
  request(request: SipRequest, connection: Connection): void;
  response(response: SipResponse, connection: Connection): void;
  /** Whether this leg is the one that a Replaces header names, for a client of this extension. */
  isNamedBy(replaces: Replaces, extensionId: string): boolean;
  /** Goes on with the client of that INVITE instead. */
  moveTo(call: NewCall): void;
}

/** For a leg that no Replaces can name. */
export const NOT_REPLACEABLE: Pick<CallLeg, 'isNamedBy' | 'moveTo'> = { isNamedBy: () => false, moveTo() { /* Nobody asks it to. */ } };

/** Legs by Call-ID: a request finds its leg over whichever socket it comes. */
export type Legs = Map<string, CallLeg>;

/**
 * CSeq numbers of our own requests. The library matches answers by this number alone, over all calls and directions, so
 * they lie far above the client's and never repeat.
 */
const FIRST_SERVER_CSEQ = 218_000_000;

export function createServerCseq(): () => number {
  let last = FIRST_SERVER_CSEQ + Math.floor(Math.random() * 100_000);
  return () => { last += 1; return last; };
}
