import { type Call, type CallEnd, otherEnd } from '../../core/calls/call.ts';
import type { Person, PersonRef, PersonType } from '../../core/people/person.ts';
import { readableNumber } from './phone-number.ts';
import { withheldNumber } from './words/call.ts';

/** The other side of a call as a card names it. */
export interface Who {
  /** NetSuite's name, else RingCentral's, else the number. */
  title: string;
  /** The company of a contact; null when there is none or it is the title itself. */
  company: string | null;
  /** The number where the title is a name, else null. */
  number: string | null;
  /** The record to open; null while nobody or several are known. */
  record: PersonRef | null;
  /** Several people have this number: nobody is chosen. */
  candidates: Person[];
}

/** Who a call is with, from what NetSuite and RingCentral know so far. */
export function whoIsIt(call: Pick<Call, 'direction' | 'from' | 'to' | 'person'>): Who {
  const end = otherEnd(call);
  const number = end.number ? readableNumber(end.number) : null;
  const found = call.person;
  if (found?.kind === 'one' || found?.kind === 'company') {
    const { person } = found;
    return { title: person.name, company: person.company?.name ?? null, number, record: { type: person.type, id: person.id }, candidates: [] };
  }
  const title = end.name || number || withheldNumber;
  return { title, company: null, number: title === number ? null : number, record: null, candidates: found?.kind === 'several' ? found.candidates : [] };
}

/** One side of a call in a few words: RingCentral's name, else the number. */
export const endTitle = (end: CallEnd): string => end.name || readableNumber(end.number) || withheldNumber;

const entityPages: Record<PersonType, string> = { customer: 'custjob', contact: 'contact', vendor: 'vendor', partner: 'partner', employee: 'employee', job: 'custjob' };

/** A person's page in NetSuite (same origin). */
export const personAddress = ({ type, id }: PersonRef): string => `/app/common/entity/${entityPages[type]}.nl?id=${id}`;

/** NetSuite's own form for somebody new (same origin). */
export const newPersonAddress = (kind: 'contact' | 'lead'): string => (kind === 'lead' ? '/app/common/entity/custjob.nl?stage=Lead' : '/app/common/entity/contact.nl');

/** A phone call's page in NetSuite (same origin). */
export const phoneCallAddress = (record: number): string => `/app/crm/calendar/call.nl?id=${record}`;

/** NetSuite's home dashboard (same origin). */
export const homeAddress = '/app/center/card.nl?sc=-29';
