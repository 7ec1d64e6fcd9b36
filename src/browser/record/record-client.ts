import type { LinkSubject } from '../../core/people/info-link.ts';
import { infoLink } from '../../core/people/info-link.ts';
import type { PersonRef } from '../../core/people/person.ts';
import { CallCardChoice, CallFields, type CallFieldValue, type InfoLink } from '../../wire/people/call-card.ts';
import type { NetSuiteClient } from '../netsuite/client.ts';

/** Links with what they are called, without those that something is missing for. */
export interface ReadyLink { label: string; address: string }
/** What is shown of a record in a call. */
export interface RecordView { fields: CallFieldValue[]; links: ReadyLink[] }

const linksFor = (links: readonly InfoLink[], subject: LinkSubject): ReadyLink[] =>
  links.flatMap(({ label, template }) => {
    const address = infoLink(template, subject);
    return address === null ? [] : [{ label, address }];
  });

/** Reads and writes the fields an administrator chose, under the user's own permissions. Every verb may throw NetSuiteFailure. */
export function createRecordClient({ read, readService, change }: Pick<NetSuiteClient, 'read' | 'readService' | 'change'>) {
  /** Of a type, as they were chosen when the record was read. */
  let ids: string[] = [];
  return {
    async view(person: PersonRef, subject: LinkSubject): Promise<RecordView> {
      const choice = await readService('call-card', {}, CallCardChoice);
      ids = choice.fields.filter(({ type }) => type === person.type).map(({ field }) => field);
      const links = linksFor(choice.links, subject);
      if (ids.length === 0) return { fields: [], links };
      return { ...(await read('read-call-fields', { person, fields: ids }, CallFields)), links };
    },
    /** Gives all fields as they are then. */
    async save(person: PersonRef, { field, value: before }: CallFieldValue, value: string): Promise<CallFieldValue[]> {
      return (await change('save-call-field', { person, fields: ids, field, value, before }, CallFields)).fields;
    },
  };
}

export type RecordClient = ReturnType<typeof createRecordClient>;
