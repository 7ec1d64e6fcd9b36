import type { TextEnd } from '../../../core/messages/message.ts';
import type { PersonFound, PersonRef } from '../../../core/people/person.ts';
import { readableNumber } from '../../ui/phone-number.ts';
import { withheldNumber } from '../../ui/words/call.ts';

type People = ReadonlyMap<string, PersonFound>;

const personOf = (end: TextEnd, people: People) => {
  const found = people.get(end.number);
  return found?.kind === 'one' || found?.kind === 'company' ? found.person : null;
};

/** NetSuite's name, else RingCentral's, else the number. */
export const nameOf = (end: TextEnd, people: People): string => personOf(end, people)?.name || end.name || (end.number ? readableNumber(end.number) : '') || withheldNumber;

export const namesOf = (ends: readonly TextEnd[], people: People): string => ends.map((end) => nameOf(end, people)).join(', ') || withheldNumber;

/** What stands under a name: the number, where the name is not the number itself, and the company. */
export function detailOf(end: TextEnd, people: People): string {
  const number = end.number ? readableNumber(end.number) : '';
  return [nameOf(end, people) === number ? '' : number, personOf(end, people)?.company?.name ?? ''].filter(Boolean).join(' · ');
}

/** The record to open; null where NetSuite does not know for certain. */
export function recordOf(end: TextEnd, people: People): PersonRef | null {
  const person = personOf(end, people);
  return person ? { type: person.type, id: person.id } : null;
}
