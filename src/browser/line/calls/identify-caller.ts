import { otherEnd } from '../../../core/calls/call.ts';
import type { LiveCall } from '../../../core/calls/live-call.ts';
import type { Person, PersonFound, PersonRef } from '../../../core/people/person.ts';
import type { NetSuiteClient } from '../../netsuite/client.ts';
import type { Calls } from './calls.ts';

export interface IdentifyTools { netsuite: Pick<NetSuiteClient, 'whoIs'>; calls(): Calls }

const same = (person: Person, ref: PersonRef): boolean => person.type === ref.type && person.id === ref.id;

/** What NetSuite found, narrowed to the person the user clicked on when that one is among them. */
function narrowed(found: PersonFound, chosen: PersonRef | null): PersonFound {
  if (chosen === null || found.kind === 'nobody') return found;
  const person = (found.kind === 'one' ? found.remembered?.others : found.candidates)?.find((each) => same(each, chosen));
  return person ? { kind: 'one', person } : found;
}

/** When a call begins, ask NetSuite once who the other side is. Without an answer the call shows its number, and NetSuite matches the record. */
export function createIdentifyCaller({ netsuite, calls }: IdentifyTools) {
  return async ({ facts, evidence }: LiveCall): Promise<void> => {
    const { number } = otherEnd(facts);
    if (number === '') return;
    try {
      const { found } = await netsuite.whoIs([number]);
      const first = found[0];
      if (first) calls().apply(facts.callId, { what: 'person', person: narrowed(first, calls().get(facts.callId)?.evidence.chosen ?? evidence.chosen) });
    } catch {
      // Not known now: the record is matched when it is saved.
    }
  };
}
