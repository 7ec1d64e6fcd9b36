import type { CustomRecordType } from '../../installation/installation.ts';
import { field, selectOf } from '../field.ts';
import type { Field } from '../field.ts';
import type { Access, RecordType } from '../record-type.ts';

/** The record type that a customrecordtype object deploys. */
export function customRecord(type: CustomRecordType, fields: Field[]): RecordType {
  return {
    id: type.scriptId, table: type.scriptId, label: type.name, plural: type.name, deploymentName: type.scriptId, sequence: type.scriptId,
    fields: [
      field('name', 'Name', 'text', { mandatory: type.includeName, container: type.includeName ? '' : null }),
      ...fields,
      field('isinactive', 'Inactive', 'checkbox', { defaultValue: 'F' }),
      selectOf('owner', 'Owner', ['employee'], { writable: false, displayType: 'inline', container: null }),
      field('created', 'Date Created', 'datetime', { writable: false, displayType: 'inline' }),
      field('lastmodified', 'Last Modified', 'datetime', { writable: false, displayType: 'inline', indexed: true }),
      selectOf('lastmodifiedby', 'Last Modified By', ['employee'], { writable: false, container: null }),
      field('externalid', 'External ID', 'text', { container: null }),
    ],
    access: accessOf(type), cost: 'custom', createdField: 'created', modifiedField: 'lastmodified', stage: null,
    nameOf: (values) => String(values['name'] ?? ''),
    settle(values, { userId, creating }) {
      if (creating) values['owner'] = userId > 0 ? userId : null;
      values['lastmodifiedby'] = userId > 0 ? userId : null;
      return null;
    },
    pages: { record: '/app/common/custom/custrecordentry.nl', list: '/app/common/custom/custrecordentrylist.nl', query: { rectype: String(type.id) } },
    derived: {},
    listColumns: ['name', ...fields.filter((each) => each.showInList).map((each) => each.id), 'lastmodified'],
  };
}

function accessOf(type: CustomRecordType): Access {
  if (type.accessType === 'USEPERMISSIONLIST') return { kind: 'list', levels: type.permissions };
  if (type.accessType === 'NONENEEDED') return { kind: 'everyone' };
  return { kind: 'permission', permission: 'LIST_CUSTRECORDENTRY', name: 'Lists -> Custom Record Entries' };
}
