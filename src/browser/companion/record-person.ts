import type { PersonRef, PersonType } from '../../core/people/person.ts';

/** Record types of pages to person types: a lead and a prospect are stages of a customer, under the same internal id. */
const typesOfPages: Record<string, PersonType | undefined> = {
  customer: 'customer', lead: 'customer', prospect: 'customer', contact: 'contact', vendor: 'vendor', partner: 'partner', employee: 'employee',
};

/** The person whose page this is; null on pages of anything else, and on a record not saved yet. */
export function recordPerson(record: { type: string; id: number }): PersonRef | null {
  const type = Object.hasOwn(typesOfPages, record.type) ? typesOfPages[record.type] : undefined;
  return type && record.id > 0 ? { type, id: record.id } : null;
}
