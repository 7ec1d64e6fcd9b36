import type { RecordType } from '../record-type.ts';
import { entityName, nameFields, phoneFields, recordKeepingFields, settleNames } from './person-fields.ts';

export const partner: RecordType = {
  id: 'partner', table: 'partner', label: 'Partner', plural: 'Partners', deploymentName: 'PARTNER', sequence: 'entity',
  fields: [...nameFields(), ...phoneFields({ phone: 'Phone', homephone: 'Home Phone', mobilephone: 'Mobile Phone', fax: 'Fax' }), ...recordKeepingFields()],
  access: { kind: 'permission', permission: 'LIST_PARTNER', name: 'Lists -> Partners' }, cost: 'other',
  createdField: 'datecreated', modifiedField: 'lastmodifieddate', stage: null,
  nameOf: entityName,
  settle: settleNames,
  pages: { record: '/app/common/entity/partner.nl', list: '/app/common/entity/partnerlist.nl', query: {} },
  derived: { entitytitle: 'COALESCE(entityid, altname)' },
  listColumns: ['entityid', 'phone', 'email'],
};
