import { otherEnd } from '../../../core/calls/call.ts';
import type { LiveCall } from '../../../core/calls/live-call.ts';
import type { Person } from '../../../core/people/person.ts';
import type { NetSuiteClient } from '../../netsuite/client.ts';
import type { Calls } from './calls.ts';

export interface ChoosePersonTools { netsuite: Pick<NetSuiteClient, 'rememberChoice'>; calls(): Calls }

export type ChoosePerson = (live: LiveCall, person: Person) => void;

/** Names the other side of a call, and of the others in the list with its number, whose records follow with their next log, and has NetSuite remember it for the number. */
export const createChoosePerson = ({ netsuite, calls }: ChoosePersonTools): ChoosePerson => ({ facts }, person) => {
  const { callId } = facts;
  calls().apply(callId, { what: 'chosen', person: { type: person.type, id: person.id } });
  calls().apply(callId, { what: 'person', person: { kind: 'one', person } });
  const { number } = otherEnd(facts);
  if (number === '') return;
  const isOpen = ({ facts: other }: LiveCall): boolean => otherEnd(other).number === number && (other.person?.kind === 'nobody' || other.person?.kind === 'several');
  for (const other of calls().all().filter(isOpen)) calls().apply(other.facts.callId, { what: 'person', person: { kind: 'one', person } });
  // Not remembered now: whoever calls next from this number is asked about again, and this call is linked all the same.
  netsuite.rememberChoice(number, person).catch(() => undefined);
};
