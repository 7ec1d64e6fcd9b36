import { customers, leads, vendors, type Business } from './company/customers.ts';
import { contacts, employees } from './company/people.ts';
import { territoryRep } from './people.ts';

/** One record to create, as a CSV import would: values by field id; `link` names another row whose id a field takes. */
export interface Row { type: string; externalId: string; values: Record<string, string | boolean>; link?: { field: string; externalId: string } }

const key = (kind: string, name: string): string => `demo-${kind}-${name.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`;

const businessRow = (type: string) => (business: Business): Row => {
  const { name, ...numbers } = business;
  return { type, externalId: key(type, name), values: { companyname: name, isperson: false, ...numbers } };
};

/** Businesses first: contacts point at them. */
export const businessRows: Row[] = [...customers.map(businessRow('customer')), ...leads.map(businessRow('lead')), ...vendors.map(businessRow('vendor'))];

export const staffRows: Row[] = employees.map((employee) => ({ type: 'employee', externalId: key('employee', employee.email), values: { ...employee } }));

export const contactRows: Row[] = contacts.map(({ company, ...contact }) => ({
  type: 'contact',
  externalId: key('contact', contact.email),
  values: { ...contact },
  ...(company ? { link: { field: 'company', externalId: customers.some((each) => each.name === company) ? key('customer', company) : key('vendor', company) } } : {}),
}));

/** Customers of the rep who sees only her own. */
export const territory = { salesRep: territoryRep.email, customers: ['Dune Road Solar', 'High Desert Ceramics', 'Sundial Home Health', 'Canyon Ridge Outfitters'].map((name) => key('customer', name)) };
