import { field, selectOf } from '../field.ts';
import type { RecordType } from '../record-type.ts';
import { entityName, personNameFields, phoneFields, recordKeepingFields, settlePerson } from './person-fields.ts';

export const contact: RecordType = {
  id: 'contact', table: 'contact', label: 'Contact', plural: 'Contacts', deploymentName: 'CONTACT', sequence: 'entity',
  fields: [
    field('entityid', 'Name', 'text', { maxLength: 83, indexed: true }),
    ...personNameFields(),
    field('title', 'Job Title', 'text', { maxLength: 99 }),
    selectOf('company', 'Company', ['customer', 'vendor', 'partner', 'othername'], { indexed: true }),
    ...phoneFields({ phone: 'Main Phone', officephone: 'Office Phone', mobilephone: 'Mobile Phone', homephone: 'Home Phone', fax: 'Fax', assistantphone: 'Assistant Phone', supervisorphone: 'Supervisor Phone' }),
    field('isprivate', 'Private', 'checkbox', { defaultValue: 'F', container: null }),
    ...recordKeepingFields(),
  ],
  access: { kind: 'permission', permission: 'LIST_CONTACT', name: 'Lists -> Contacts' }, cost: 'other',
  createdField: 'datecreated', modifiedField: 'lastmodifieddate', stage: null,
  nameOf: entityName,
  settle: settlePerson,
  pages: { record: '/app/common/entity/contact.nl', list: '/app/common/entity/contactlist.nl', query: {} },
  derived: { entitytitle: 'entityid', altname: 'entityid' },
  listColumns: ['entityid', 'title', 'company', 'phone', 'email'],
};
