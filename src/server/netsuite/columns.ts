import type { PersonType } from '../../core/people/person.ts';

/** A SuiteQL table of people. */
export interface PeopleTable {
  /** Shows its rows. */
  permission: string;
  /** Without it the account has no such table. */
  feature: 'JOBS' | null;
  /** Whether `firstname` and `lastname` are there. */
  names: boolean;
  /** Columns; null where the table has none. */
  companyName: string | null;
  title: string | null;
  /** Whom a row belongs to. */
  house: string | null;
}

/**
 * Tables of people, named like their types. What public projects use; the first account confirms them in Setup > Records
 * Catalog, those of projects before all: nobody could tell them for sure.
 */
export const peopleTables: Record<PersonType, PeopleTable> = {
  customer: { permission: 'LIST_CUSTJOB', feature: null, names: true, companyName: 'companyname', title: 'entitytitle', house: null },
  contact: { permission: 'LIST_CONTACT', feature: null, names: true, companyName: null, title: 'entitytitle', house: 'company' },
  vendor: { permission: 'LIST_VENDOR', feature: null, names: true, companyName: 'companyname', title: 'entitytitle', house: null },
  partner: { permission: 'LIST_PARTNER', feature: null, names: true, companyName: 'companyname', title: 'entitytitle', house: null },
  employee: { permission: 'LIST_EMPLOYEE', feature: null, names: true, companyName: null, title: null, house: null },
  job: { permission: 'LIST_JOB', feature: 'JOBS', names: false, companyName: 'companyname', title: 'entitytitle', house: 'customer' },
};
