import type { PersonRef } from '../../../core/people/person.ts';
import type { PeopleClient } from '../../netsuite/people-client.ts';

/** Rounds for a number with thousands of calls; more can be linked by asking again. */
const mostRounds = 50;

/** Links every call of a number, request by request as far as NetSuite's units reach. Throws NetSuiteFailure. */
export async function linkAll(people: Pick<PeopleClient, 'linkCalls'>, number: string, person: PersonRef): Promise<{ linked: number; kept: number }> {
  let linked = 0;
  for (let round = 1; ; round += 1) {
    const answer = await people.linkCalls(number, person);
    linked += answer.linked;
    // A round that links nothing would go on for ever.
    if (answer.left === 0 || answer.linked === 0 || round === mostRounds) return { linked, kept: answer.kept + answer.left };
  }
}
