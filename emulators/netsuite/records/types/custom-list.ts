import type { CustomList } from '../../installation/installation.ts';
import { field } from '../field.ts';
import type { RecordType } from '../record-type.ts';

/** The values of a custom list, which everybody may read; their ids stay the same over deployments. */
export function customList(list: CustomList): RecordType {
  return {
    id: list.scriptId, table: list.scriptId, label: list.name, plural: list.name, deploymentName: list.scriptId, sequence: list.scriptId,
    fields: [
      field('name', 'Name', 'text'), field('scriptid', 'Script ID', 'text'), field('isinactive', 'Inactive', 'checkbox', { defaultValue: 'F' }),
      field('created', 'Date Created', 'datetime', { writable: false, container: null }),
      field('lastmodified', 'Last Modified', 'datetime', { writable: false, container: null }),
    ],
    access: { kind: 'everyone' }, cost: 'custom', createdField: 'created', modifiedField: 'lastmodified', stage: null,
    nameOf: (values) => String(values['name'] ?? ''),
    settle: () => null,
    pages: null, derived: {}, listColumns: ['name'],
  };
}
