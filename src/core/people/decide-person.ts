import type { Person, PersonFound } from './person.ts';

/** One entry of the phone index with whom it belongs to, as the asking user's permissions show them. */
export interface Match {
  person: Person;
  /** The extension stored with the number, null without. */
  extension: string | null;
  /** Lower is better: a main number before a fax. */
  rank: number;
  /** When the person was last changed, as sortable text. */
  modified: string;
  /** Somebody said before that this number is this person's. */
  chosen: boolean;
}

/** People offered for a choice; a main line shared by hundreds shows the most recent. */
export const mostCandidates = 10;

const sameAs = (a: { type: string; id: number }, b: { type: string; id: number }): boolean => a.type === b.type && a.id === b.id;

/** What a match belongs to: a contact to its company, a project to its customer, everybody else to themselves. */
const houseOf = (person: Person): string => {
  const house = person.company ?? person;
  return `${house.type}:${house.id}`;
};

function bestFirst(matches: Match[]): Match[] {
  const order = (a: Match, b: Match): number =>
    Number(b.person.type === 'contact') - Number(a.person.type === 'contact') || b.modified.localeCompare(a.modified) || a.rank - b.rank || a.person.id - b.person.id;
  return [...matches].sort(order).filter((match, index, all) => all.findIndex((other) => sameAs(other.person, match.person)) === index);
}

/**
 * Who is it? Certain when one person matches, or when all matches belong to one company: then its single contact, or the
 * company alone where several contacts share the number. Contacts come before companies, recent ones first.
 * What somebody chose before holds against everything else, and is told as such where the index alone would not say the same. `extension`: asked for with the number; who has that very extension is preferred.
 */
export function decidePerson(matches: Match[], extension: string | null = null): PersonFound {
  const chosen = matches.find((match) => match.chosen);
  if (chosen) {
    const { person } = chosen;
    const others = bestFirst(matches.filter((match) => !sameAs(match.person, person))).slice(0, mostCandidates).map((match) => match.person);
    const alone = others.length === 0 && matches.some((match) => !match.chosen);
    return alone ? { kind: 'one', person } : { kind: 'one', person, remembered: { others } };
  }
  const narrowed = extension === null ? [] : matches.filter((match) => match.extension === extension);
  const people = bestFirst(narrowed.length > 0 ? narrowed : matches).map((match) => match.person);
  const [first] = people;
  if (!first) return { kind: 'nobody' };
  if (new Set(people.map(houseOf)).size > 1) return { kind: 'several', candidates: people.slice(0, mostCandidates) };
  const contacts = people.filter((person) => person.type === 'contact');
  if (contacts.length <= 1) return { kind: 'one', person: first };
  const company = people.find((person) => person.type !== 'contact') ?? companyOf(first);
  return { kind: 'company', person: company, candidates: contacts.slice(0, mostCandidates) };
}

function companyOf(contact: Person): Person {
  const { type, id, name } = contact.company ?? contact;
  return { type, id, name, company: null };
}
