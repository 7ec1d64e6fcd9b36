import type { PersonRef } from '../../core/people/person.ts';
import { CreateAnswer, LinkAnswer, PeopleFound, UnlinkedAnswer, type CreatePerson } from '../../wire/people/choose.ts';
import type { NetSuiteClient } from './client.ts';

/** What the phone app asks about people, which no call needs. Every verb may throw NetSuiteFailure. */
export const createPeopleClient = ({ read, change, rememberChoice }: Pick<NetSuiteClient, 'read' | 'change' | 'rememberChoice'>) => ({
  searchPeople: (text: string) => read('search-people', { text }, PeopleFound),
  /** null: this user's, of every number. */
  unlinkedCalls: (number: string | null) => read('unlinked-calls', { number }, UnlinkedAnswer),
  linkCalls: (number: string, { type, id }: PersonRef) => change('link-calls', { number, person: { type, id } }, LinkAnswer),
  createPerson: (person: CreatePerson) => change('create-person', person, CreateAnswer),
  rememberChoice,
});

export type PeopleClient = ReturnType<typeof createPeopleClient>;
