import type { PersonType } from '../../core/people/person.ts';

/**
 * SuiteQL tables of people, named like their types: the permission that shows them, and the columns that hold their names beside
 * `firstname` and `lastname`; null where a table has none. What public projects use; the first account confirms them in
 * Setup > Records Catalog.
 */
export const peopleTables: Record<PersonType, { permission: string; companyName: string | null; title: string | null }> = {
  customer: { permission: 'LIST_CUSTJOB', companyName: 'companyname', title: 'entitytitle' },
  contact: { permission: 'LIST_CONTACT', companyName: null, title: 'entitytitle' },
  vendor: { permission: 'LIST_VENDOR', companyName: 'companyname', title: 'entitytitle' },
  partner: { permission: 'LIST_PARTNER', companyName: 'companyname', title: 'entitytitle' },
  employee: { permission: 'LIST_EMPLOYEE', companyName: null, title: null },
};
