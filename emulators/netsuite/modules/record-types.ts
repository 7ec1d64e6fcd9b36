/** Standard types as record.Type and search.Type name them; custom record types go by their script id. */
export const recordTypes = { CUSTOMER: 'customer', LEAD: 'lead', PROSPECT: 'prospect', CONTACT: 'contact', VENDOR: 'vendor', EMPLOYEE: 'employee', PARTNER: 'partner', OTHER_NAME: 'othername', PHONE_CALL: 'phonecall', JOB: 'job', FOLDER: 'folder', SUBSIDIARY: 'subsidiary' };
