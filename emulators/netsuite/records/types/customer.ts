import { field, selectOf } from '../field.ts';
import type { Field } from '../field.ts';
import type { RecordType } from '../record-type.ts';
import { entityName, nameFields, phoneFields, recordKeepingFields, settleNames } from './person-fields.ts';

function customerFields(): Field[] {
  return [
    ...nameFields(),
    field('url', 'Web Address', 'url', { container: 'contactinfo' }),
    ...phoneFields({ phone: 'Phone', altphone: 'Alt. Phone', mobilephone: 'Mobile Phone', homephone: 'Home Phone', fax: 'Fax' }),
    selectOf('salesrep', 'Sales Rep', ['employee']),
    selectOf('parent', 'Parent Company', ['customer'], { container: null }),
    field('searchstage', 'Stage', 'text', { writable: false, displayType: 'inline' }),
    field('balance', 'Balance', 'currency', { writable: false, displayType: 'inline', container: null }),
    field('overduebalance', 'Overdue Balance', 'currency', { writable: false, displayType: 'inline', container: null }),
    ...recordKeepingFields(),
  ];
}

function stage(id: 'customer' | 'lead' | 'prospect', label: string): RecordType {
  return {
    id, table: 'customer', label, plural: `${label}s`, deploymentName: id.toUpperCase(), sequence: 'entity', fields: customerFields(),
    access: { kind: 'permission', permission: 'LIST_CUSTJOB', name: 'Lists -> Customers' }, cost: 'other',
    createdField: 'datecreated', modifiedField: 'lastmodifieddate', stage: label,
    nameOf: entityName,
    settle(values) {
      values['searchstage'] = values['searchstage'] || label;
      return settleNames(values);
    },
    pages: { record: '/app/common/entity/custjob.nl', list: '/app/common/entity/custjoblist.nl', query: { stage: label } },
    derived: { entitytitle: "COALESCE(entityid, altname)" },
    listColumns: ['entityid', 'phone', 'email', 'salesrep', 'searchstage'],
  };
}

/** One record with three stages; each stage is a type of its own to scripts. */
export const customerStages: RecordType[] = [stage('customer', 'Customer'), stage('lead', 'Lead'), stage('prospect', 'Prospect')];
