import { field, selectOf } from '../field.ts';
import type { RecordType } from '../record-type.ts';
import { countries } from './countries.ts';

/** A company of the group; there are some with the feature SUBSIDIARIES only. The first is the parent of all. */
export const subsidiary: RecordType = {
  id: 'subsidiary', table: 'subsidiary', label: 'Subsidiary', plural: 'Subsidiaries', deploymentName: 'SUBSIDIARY', sequence: 'subsidiary',
  fields: [
    field('name', 'Name', 'text', { mandatory: true, maxLength: 83 }),
    field('country', 'Country', 'select', { mandatory: true, target: countries }),
    selectOf('parent', 'Parent Subsidiary', ['subsidiary']),
    field('isinactive', 'Inactive', 'checkbox', { defaultValue: 'F' }),
    field('created', 'Date Created', 'datetime', { writable: false, container: null }),
    field('lastmodifieddate', 'Last Modified', 'datetime', { writable: false, container: null }),
    field('externalid', 'External ID', 'text', { container: null }),
  ],
  access: { kind: 'permission', permission: 'LIST_SUBSIDIARY', name: 'Lists -> Subsidiaries' }, cost: 'other',
  createdField: 'created', modifiedField: 'lastmodifieddate', stage: null,
  nameOf: (values) => String(values['name'] ?? ''),
  settle: () => null,
  pages: null, derived: {}, listColumns: ['name'],
};
