import type { Record as NetSuiteRecord } from 'N/record';
import type { PersonType } from '../../core/people/person.ts';

/** A standard phone field. `rank`: lower is better when one number stands in several fields. `dialled`: false for a fax. */
export interface PhoneField { id: string; label: string; rank: number; dialled: boolean }

const field = (id: string, label: string, rank: number, dialled = true): PhoneField => ({ id, label, rank, dialled });
const phone = field('phone', 'Phone', 1);
const mobile = field('mobilephone', 'Mobile Phone', 2);
const office = field('officephone', 'Office Phone', 3);
const alternative = field('altphone', 'Alt. Phone', 4);
const home = field('homephone', 'Home Phone', 5);
const fax = field('fax', 'Fax', 9, false);

/** Standard phone fields of each type (numbers of assistants and supervisors are other people's). Those of projects are documented nowhere: they are found on the record. */
export const phoneFields: Record<PersonType, readonly PhoneField[]> = {
  customer: [phone, mobile, alternative, home, fax],
  contact: [phone, mobile, office, home, fax],
  vendor: [phone, mobile, alternative, home, fax],
  partner: [phone, mobile, home, fax],
  employee: [phone, mobile, office, home, fax],
  job: [],
};

/** Lead and prospect are stages of customer; null: nobody a number belongs to. */
export function personTypeOf(recordType: string): PersonType | null {
  const type = recordType === 'lead' || recordType === 'prospect' ? 'customer' : recordType;
  return Object.hasOwn(phoneFields, type) ? (type as PersonType) : null;
}

/** Fields of people who are not the person. */
const others = ['assistantphone', 'supervisorphone'];

/**
 * Ids of every phone field on a record: the standard ones, and what an administrator added. Costs nothing; the record has to be
 * whole (not that of an inline edit, which knows only what it changed).
 */
export function phoneFieldsOn(type: PersonType, record: Pick<NetSuiteRecord, 'getFields' | 'getField'>): string[] {
  const standard = phoneFields[type].map(({ id }) => id);
  const added = record.getFields().filter((id) => (type === 'job' || id.startsWith('custentity')) && !standard.includes(id) && !others.includes(id));
  return [...standard, ...added.filter((fieldId) => String(record.getField({ fieldId })?.type ?? '').toLowerCase() === 'phone')];
}

/** Rank of an administrator's field: after the standard numbers, before the fax. */
const addedRank = 6;

export const rankOf = (type: PersonType, id: string): number => phoneFields[type].find((known) => known.id === id)?.rank ?? (id === fax.id ? fax.rank : addedRank);

/** Phone fields on a whole record from which somebody can be called, with their labels: an administrator's too. */
export function dialledFieldsOn(type: PersonType, record: Pick<NetSuiteRecord, 'getFields' | 'getField'>): { id: string; label: string }[] {
  const standard = phoneFields[type].filter(({ dialled }) => dialled).map(({ id, label }) => ({ id, label }));
  const known = new Set([...phoneFields[type].map(({ id }) => id), fax.id]);
  const added = phoneFieldsOn(type, record).filter((id) => !known.has(id));
  return [...standard, ...added.map((id) => ({ id, label: String(record.getField({ fieldId: id })?.label ?? 'Phone') }))];
}
