import type { LinkSubject } from '../../core/people/info-link.ts';
import { infoLink } from '../../core/people/info-link.ts';
import type { PersonRef } from '../../core/people/person.ts';
import { CallCardChoice, CallFields, type CallFieldValue, type InfoLink } from '../../wire/people/call-card.ts';
import type { NetSuiteClient } from '../netsuite/client.ts';
import { NetSuiteFailure } from '../netsuite/failure.ts';

/** Links with what they are called, without those that something is missing for. */
export interface ReadyLink { label: string; address: string }
/** What is shown of a record in a call. */
export interface RecordView { fields: CallFieldValue[]; links: ReadyLink[] }

const linksFor = (links: readonly InfoLink[], subject: LinkSubject): ReadyLink[] =>
  links.flatMap(({ label, template }) => {
    const address = infoLink(template, subject);
    return address === null ? [] : [{ label, address }];
  });

/** NetSuite's session is a new one since the choice was read, or the administrator has chosen otherwise. */
const notTold = (failure: unknown): boolean => failure instanceof NetSuiteFailure && failure.code === 'FORBIDDEN' && failure.message === 'fields';

/** Reads and writes the fields an administrator chose, under the user's own permissions. Every verb may throw NetSuiteFailure. */
export function createRecordClient({ read, readService, change }: Pick<NetSuiteClient, 'read' | 'readService' | 'change'>) {
  /** Of a type, as they were chosen when the record was read. */
  let ids: string[] = [];
  /** Asking also tells NetSuite's session which fields it may be asked for. */
  async function choose(type: PersonRef['type']): Promise<CallCardChoice> {
    const choice = await readService('call-card', {}, CallCardChoice);
    ids = choice.fields.filter((each) => each.type === type).map(({ field }) => field);
    return choice;
  }
  return {
    async view(person: PersonRef, subject: LinkSubject): Promise<RecordView> {
      const choice = await choose(person.type);
      const links = linksFor(choice.links, subject);
      if (ids.length === 0) return { fields: [], links };
      return { ...(await read('read-call-fields', { person, fields: ids }, CallFields)), links };
    },
    /** Gives all fields as they are then. */
    async save(person: PersonRef, { field, value: before }: CallFieldValue, value: string): Promise<CallFieldValue[]> {
      const ask = (): Promise<CallFields> => change('save-call-field', { person, fields: ids, field, value, before }, CallFields);
      try {
        return (await ask()).fields;
      } catch (failure) {
        if (!notTold(failure)) throw failure;
        await choose(person.type);
        if (!ids.includes(field)) throw failure;
        return (await ask()).fields;
      }
    },
  };
}

export type RecordClient = ReturnType<typeof createRecordClient>;
