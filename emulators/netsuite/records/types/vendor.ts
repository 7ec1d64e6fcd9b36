import { field } from '../field.ts';
import type { RecordType } from '../record-type.ts';
import { entityName, nameFields, phoneFields, recordKeepingFields, settleNames } from './person-fields.ts';

export const vendor: RecordType = {
  id: 'vendor', table: 'vendor', label: 'Vendor', plural: 'Vendors', deploymentName: 'VENDOR', sequence: 'entity',
  fields: [
    ...nameFields(),
    field('url', 'Web Address', 'url', { container: 'contactinfo' }),
    ...phoneFields({ phone: 'Phone', altphone: 'Alt. Phone', mobilephone: 'Mobile Phone', homephone: 'Home Phone', fax: 'Fax' }),
    ...recordKeepingFields(),
  ],
  access: { kind: 'permission', permission: 'LIST_VENDOR', name: 'Lists -> Vendors' }, cost: 'other',
  createdField: 'datecreated', modifiedField: 'lastmodifieddate', stage: null,
  nameOf: entityName,
  settle: settleNames,
  pages: { record: '/app/common/entity/vendor.nl', list: '/app/common/entity/vendorlist.nl', query: {} },
  derived: { entitytitle: 'COALESCE(entityid, altname)' },
  listColumns: ['entityid', 'phone', 'email'],
};
