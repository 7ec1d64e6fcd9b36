import { field, selectOf } from '../field.ts';
import type { RecordType } from '../record-type.ts';
import { entityName, phoneFields, recordKeepingFields } from './person-fields.ts';

/** A project of a customer; there are some with the feature JOBS only. Its phone fields and SuiteQL columns are what public projects suggest. */
export const job: RecordType = {
  id: 'job', table: 'job', label: 'Project', plural: 'Projects', deploymentName: 'JOB', sequence: 'entity',
  fields: [
    field('entityid', 'Project ID', 'text', { maxLength: 83, indexed: true }),
    field('altname', 'Full Name', 'text', { writable: false, container: null }),
    field('companyname', 'Project Name', 'text', { mandatory: true, maxLength: 83 }),
    selectOf('parent', 'Customer', ['customer'], { indexed: true }),
    ...phoneFields({ phone: 'Phone', altphone: 'Alt. Phone', mobilephone: 'Mobile Phone', homephone: 'Home Phone', fax: 'Fax' }),
    ...recordKeepingFields(),
  ],
  access: { kind: 'permission', permission: 'LIST_JOB', name: 'Lists -> Projects' }, cost: 'other',
  createdField: 'datecreated', modifiedField: 'lastmodifieddate', stage: null,
  nameOf: entityName,
  settle(values) {
    values['altname'] = values['companyname'] ?? null;
    values['entityid'] = values['entityid'] || String(values['companyname'] ?? '').slice(0, 83);
    return null;
  },
  pages: { record: '/app/common/entity/custjob.nl', list: '/app/common/entity/joblist.nl', query: { stage: 'Job' } },
  derived: { entitytitle: 'COALESCE(entityid, altname)', customer: 'parent' },
  listColumns: ['entityid', 'parent', 'phone', 'email'],
};
