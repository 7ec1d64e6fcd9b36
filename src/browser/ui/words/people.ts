import type { Person, PersonType } from '../../../core/people/person.ts';

export const typeWords: Record<PersonType, string> = { customer: 'Customer', contact: 'Contact', vendor: 'Vendor', partner: 'Partner', employee: 'Employee', job: 'Project' };

/** What tells two people of one name apart: a contact's company, a project's customer, else what they are. */
export const besideName = (person: Person): string => (person.company ? `${typeWords[person.type]} · ${person.company.name}` : typeWords[person.type]);

export const chooseWho = 'Choose who this was';
export const choose = 'Choose';

export const nobodyKnown = 'Nobody in NetSuite has this number.';
export const knownByChoice = 'Known by a choice that somebody made for this number.';
export const chooseAgain = 'Choose again';
export const nameInPhone = 'Create or link in the phone';
