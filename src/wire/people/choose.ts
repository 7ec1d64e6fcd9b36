import * as v from 'valibot';
import { personTypes } from '../../core/people/person.ts';
import { WirePerson } from './who-is.ts';

/** Longest name or other line a person may type here. */
const line = (longest: number) => v.pipe(v.string(), v.trim(), v.maxLength(longest));
const number = v.pipe(v.string(), v.minLength(1), v.maxLength(60));
export const WirePersonRef = v.object({ type: v.picklist(personTypes), id: v.pipe(v.number(), v.integer(), v.minValue(1)) });

/** Fewest characters of a name worth searching for. */
export const shortestSearch = 2;
/** People a search shows. */
export const mostFound = 10;

/** POST body of action search-people: people whose name holds this text, under the caller's permissions. */
export const SearchPeople = v.object({ text: v.pipe(line(60), v.minLength(shortestSearch)) });
export const PeopleFound = v.object({ people: v.array(WirePerson) });

/** A number with calls that are linked to nobody: their records, newest first, and the day of the newest as NetSuite writes days for this user. */
export const UnlinkedNumber = v.object({ number: v.string(), records: v.array(v.number()), title: v.string(), day: v.string() });
export type UnlinkedNumber = v.InferOutput<typeof UnlinkedNumber>;

/** POST body of action unlinked-calls; with a number only its calls, whoever their organizer is, otherwise the caller's own. */
export const UnlinkedCalls = v.object({ number: v.nullable(number) });
export const UnlinkedAnswer = v.object({ numbers: v.array(UnlinkedNumber) });

/** POST body of action link-calls: every call of this number that is linked to nobody belongs to this person. Asked again, it goes on where units ended. */
export const LinkCalls = v.object({ number, person: WirePersonRef });
/** `left`: still to be linked; `kept`: calls that somebody is working on or that the role may not change. */
export const LinkAnswer = v.object({ linked: v.number(), left: v.number(), kept: v.number() });
export type LinkAnswer = v.InferOutput<typeof LinkAnswer>;

/** POST body of action see-person: whether the caller's role sees this person, told to the session; FORBIDDEN where it does not. */
export const SeePerson = v.object({ person: WirePersonRef });

/** POST body of action remember-choice (the service endpoint): this number is this person's, for the whole company. FORBIDDEN unless see-person was asked before. */
export const RememberChoice = v.object({ number, person: WirePersonRef });

export const newKinds = ['contact', 'lead'] as const;
export type NewKind = (typeof newKinds)[number];

/** POST body of action create-person. A lead is a company, or a person where no company name is given. */
export const CreatePerson = v.object({
  kind: v.picklist(newKinds),
  firstName: line(32),
  lastName: line(32),
  /** A lead's own name. */
  companyName: line(83),
  /** A contact's company. */
  company: v.nullable(WirePersonRef),
  phone: v.pipe(line(32), v.minLength(1)),
  email: v.pipe(line(254), v.regex(/^$|^[^\s@]+@[^\s@]+$/)),
  /** Make it although somebody like that is there. */
  although: v.boolean(),
});
export type CreatePerson = v.InferOutput<typeof CreatePerson>;

export const CreateAnswer = v.union([
  v.object({ made: v.literal(true), person: WirePerson }),
  /** Who is there already: the same name, or the same number. */
  v.object({ made: v.literal(false), there: v.array(WirePerson) }),
]);
export type CreateAnswer = v.InferOutput<typeof CreateAnswer>;
