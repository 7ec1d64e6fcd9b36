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

/** Standard phone fields of each type (numbers of assistants and supervisors are other people's). */
export const phoneFields: Record<PersonType, readonly PhoneField[]> = {
  customer: [phone, mobile, alternative, home, fax],
  contact: [phone, mobile, office, home, fax],
  vendor: [phone, mobile, alternative, home, fax],
  partner: [phone, mobile, home, fax],
  employee: [phone, mobile, office, home, fax],
};

/** Lead and prospect are stages of customer; null: nobody a number belongs to. */
export function personTypeOf(recordType: string): PersonType | null {
  const type = recordType === 'lead' || recordType === 'prospect' ? 'customer' : recordType;
  return Object.hasOwn(phoneFields, type) ? (type as PersonType) : null;
}
