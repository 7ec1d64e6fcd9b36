import { otherEnd } from '../../../core/calls/call.ts';
import type { Clock } from '../../environment/clock.ts';
import type { LiveCall } from '../../../core/calls/live-call.ts';
import type { Person, PersonFound } from '../../../core/people/person.ts';
import type { NetSuiteClient } from '../../netsuite/client.ts';
import type { Calls } from './calls.ts';

export interface ChoosePersonTools { clock: Clock; netsuite: Pick<NetSuiteClient, 'rememberChoice'>; calls(): Calls }

export type ChoosePerson = (live: LiveCall, person: Person) => void;

/** Guessed, so far, or by a choice that is made anew now. */
const isOpen = (found: PersonFound | null): boolean => found !== null && found.kind !== 'company' && (found.kind !== 'one' || found.remembered !== undefined);

/** Names the other side of a call, and of the others in the list with its number, whose records follow with their next log, and has NetSuite remember it for the number. */
export const createChoosePerson = ({ clock, netsuite, calls }: ChoosePersonTools): ChoosePerson => ({ facts }, person) => {
  const { number } = otherEnd(facts);
  const chosen = { type: person.type, id: person.id, at: Math.round(clock.now()) };
  for (const { facts: { callId, ...other } } of calls().all()) {
    if (callId !== facts.callId && (number === '' || otherEnd(other).number !== number || !isOpen(other.person))) continue;
    calls().apply(callId, { what: 'chosen', person: chosen });
    calls().apply(callId, { what: 'person', person: { kind: 'one', person } });
  }
  // Not remembered now: whoever calls next from this number is asked about again, and this call is linked all the same.
  if (number !== '') netsuite.rememberChoice(number, person).catch(() => undefined);
};
