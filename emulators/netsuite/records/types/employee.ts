import { field } from '../field.ts';
import type { RecordType } from '../record-type.ts';
import { entityName, personNameFields, phoneFields, recordKeepingFields, settlePerson } from './person-fields.ts';

export const employee: RecordType = {
  id: 'employee', table: 'employee', label: 'Employee', plural: 'Employees', deploymentName: 'EMPLOYEE', sequence: 'entity',
  fields: [
    field('entityid', 'Name', 'text', { maxLength: 83, indexed: true }),
    ...personNameFields(),
    field('title', 'Job Title', 'text', { maxLength: 99 }),
    ...phoneFields({ phone: 'Phone', officephone: 'Office Phone', mobilephone: 'Mobile Phone', homephone: 'Home Phone', fax: 'Fax' }),
    field('giveaccess', 'Give Access', 'checkbox', { defaultValue: 'F' }),
    field('issalesrep', 'Sales Rep', 'checkbox', { defaultValue: 'F' }),
    ...recordKeepingFields(),
  ],
  access: { kind: 'permission', permission: 'LIST_EMPLOYEE', name: 'Lists -> Employees' }, cost: 'other',
  createdField: 'datecreated', modifiedField: 'lastmodifieddate', stage: null,
  nameOf: entityName,
  settle: settlePerson,
  pages: { record: '/app/common/entity/employee.nl', list: '/app/common/entity/employeelist.nl', query: {} },
  derived: { entitytitle: 'entityid', altname: 'entityid' },
  listColumns: ['entityid', 'title', 'phone', 'email'],
};
