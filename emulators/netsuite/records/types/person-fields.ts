import { field, selectOf } from '../field.ts';
import type { Field } from '../field.ts';
import { countries } from './countries.ts';
import type { Values } from '../record-type.ts';

/** Fields that companies and persons of every kind share. Sources: netsuite.md 3.2. */
export function nameFields(): Field[] {
  return [
    field('entityid', 'Name', 'text', { maxLength: 83, indexed: true }),
    field('altname', 'Full Name', 'text', { writable: false, container: null }),
    field('isperson', 'Individual', 'checkbox', { defaultValue: 'F' }),
    field('companyname', 'Company Name', 'text', { maxLength: 83 }),
    ...personNameFields(),
  ];
}

export function personNameFields(): Field[] {
  return [
    field('salutation', 'Mr./Ms…', 'text', { maxLength: 30 }),
    field('firstname', 'First Name', 'text', { maxLength: 32 }),
    field('middlename', 'Middle Name', 'text', { maxLength: 32 }),
    field('lastname', 'Last Name', 'text', { maxLength: 32 }),
  ];
}

export function phoneFields(labels: Record<string, string>): Field[] {
  return Object.entries(labels).map(([id, label]) => field(id, label, 'phone', { container: 'contactinfo' }));
}

export function recordKeepingFields(): Field[] {
  return [
    field('email', 'Email', 'email', { container: 'contactinfo' }),
    // Stands for the address book, which is not emulated: the country of the default billing address, as searches show it.
    field('country', 'Country', 'select', { target: countries, container: null }),
    field('comments', 'Comments', 'textarea'),
    field('isinactive', 'Inactive', 'checkbox', { defaultValue: 'F' }),
    field('datecreated', 'Date Created', 'datetime', { writable: false, displayType: 'inline' }),
    field('lastmodifieddate', 'Last Modified', 'datetime', { writable: false, displayType: 'inline', indexed: true }),
    field('externalid', 'External ID', 'text', { container: null }),
    selectOf('owner', 'Owner', ['employee'], { container: null, writable: false }),
  ];
}

export function fullName(values: Values): string {
  return [values['firstname'], values['middlename'], values['lastname']].filter((part) => part !== null && part !== undefined && part !== '').join(' ');
}

export function entityName(values: Values): string {
  return String(values['entityid'] ?? '') || String(values['altname'] ?? '');
}

/** Company or person: fills entityid and altname, and says which name is missing. */
export function settleNames(values: Values): string | null {
  const person = values['isperson'] === 'T';
  const name = person ? fullName(values) : String(values['companyname'] ?? '');
  if (person && !values['lastname']) return 'Last Name';
  if (!person && name === '') return 'Company Name';
  values['altname'] = name;
  values['entityid'] = values['entityid'] || name.slice(0, 83);
  return null;
}

/** People without the choice between company and person. */
export function settlePerson(values: Values): string | null {
  const name = fullName(values);
  values['entityid'] = values['entityid'] || name;
  if ('altname' in values) values['altname'] = name;
  return values['entityid'] ? null : 'Name';
}
