import type { RecordType } from '../record-type.ts';
import { entityName, nameFields, phoneFields, recordKeepingFields, settleNames } from './person-fields.ts';

export const otherName: RecordType = {
  id: 'othername', table: 'othername', label: 'Other Name', plural: 'Other Names', deploymentName: 'OTHERNAME', sequence: 'entity',
  fields: [...nameFields(), ...phoneFields({ phone: 'Phone', altphone: 'Alt. Phone', fax: 'Fax' }), ...recordKeepingFields()],
  access: { kind: 'permission', permission: 'LIST_OTHERNAME', name: 'Lists -> Other Names' }, cost: 'other',
  createdField: 'datecreated', modifiedField: 'lastmodifieddate', stage: null,
  nameOf: entityName,
  settle: settleNames,
  pages: null,
  derived: { entitytitle: 'COALESCE(entityid, altname)' },
  listColumns: ['entityid', 'phone', 'email'],
};
