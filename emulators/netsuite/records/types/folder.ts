import { field, selectOf } from '../field.ts';
import type { RecordType } from '../record-type.ts';

/** A folder of the File Cabinet. A private one is there for its owner and for administrators alone. */
export const folder: RecordType = {
  id: 'folder', table: 'mediaitemfolder', label: 'Folder', plural: 'Folders', deploymentName: 'FOLDER', sequence: 'folder',
  fields: [
    field('name', 'Folder Name', 'text', { mandatory: true, maxLength: 200 }),
    selectOf('parent', 'Sub-Folder of', ['folder'], { indexed: true }),
    field('description', 'Description', 'textarea'),
    field('isprivate', 'Private', 'checkbox', { defaultValue: 'F' }),
    field('isinactive', 'Inactive', 'checkbox', { defaultValue: 'F' }),
    selectOf('owner', 'Owner', ['employee'], { writable: false, container: null }),
    field('createddate', 'Date Created', 'datetime', { writable: false, container: null }),
    field('lastmodifieddate', 'Last Modified', 'datetime', { writable: false, container: null }),
    field('externalid', 'External ID', 'text', { container: null }),
  ],
  access: { kind: 'permission', permission: 'LIST_FILECABINET', name: 'Lists -> Documents and Files' }, cost: 'other',
  createdField: 'createddate', modifiedField: 'lastmodifieddate', stage: null,
  nameOf: (values) => String(values['name'] ?? ''),
  settle(values, { userId, creating }) {
    if (creating) values['owner'] = userId > 0 ? userId : null;
    return /[/\\:*?"<>|]/.test(String(values['name'] ?? '')) ? 'a Folder Name without / \\ : * ? " < > |' : null;
  },
  uniqueName: { within: 'parent', code: 'FOLDER_ALREADY_EXISTS', message: 'A folder with the same name already exists in the selected folder.' },
  pages: null, derived: {}, listColumns: ['name'],
};
