import type { ClientBootModel, DashboardPageModel, FieldModel, FormPageModel, FrameModel, ListPageModel } from '../../../emulators/netsuite/pages/model.ts';

/** Pages of a small trading company, as an execution would hand them to the renderer. */

export const frame: FrameModel = {
  accountId: 'TSTDRV2104477', companyName: 'Harbour Street Trading',
  user: { id: 7, name: 'Nora Lindqvist', email: 'nora.lindqvist@harbour-street.example' },
  role: { id: '1004', name: 'Sales Rep' },
  menu: [
    { label: 'Home', links: [{ label: 'Home', url: '/app/center/card.nl?sc=-29' }] },
    { label: 'Lists', links: [{ label: 'Customers', url: '/app/common/entity/custjoblist.nl' }, { label: 'Contacts', url: '/app/common/entity/contactlist.nl' }] },
    { label: 'Activities', links: [{ label: 'Phone Calls', url: '/app/crm/calendar/calllist.nl' }] },
  ],
};

export const client: ClientBootModel = {
  accountId: 'TSTDRV2104477', envType: 'PRODUCTION',
  user: { id: 7, name: 'Nora Lindqvist', email: 'nora.lindqvist@harbour-street.example', role: 1004, roleId: 'customrole_sales', roleCenter: 'BASIC', department: 0, location: 0, subsidiary: 1 },
  features: { CRM: true, SUBSIDIARIES: false },
  scripts: [
    { scriptId: 'customscript_desk_sl', id: 41, kind: 'SUITELET', deployments: [{ deploymentId: 'customdeploy_desk_sl', number: 1 }] },
    { scriptId: 'customscript_desk_rl', id: 42, kind: 'RESTLET', deployments: [{ deploymentId: 'customdeploy_desk_rl', number: 2 }] },
  ],
};

/** A field with everything ordinary; say what is different. */
export function field(id: string, label: string, type: string, value: string, different: Partial<FieldModel> = {}): FieldModel {
  return { id, label, type, value, text: value, displayType: 'normal', mandatory: false, link: null, container: '', ...different };
}

/** Björkman & Sons, a customer with two phone calls. */
export function customerPage(different: Partial<FormPageModel> = {}): FormPageModel {
  return {
    kind: 'form', frame, mode: 'view', title: '1021 Björkman & Sons', typeLabel: 'Customer',
    record: { type: 'customer', id: '1021', version: 3 },
    fields: [
      field('companyname', 'Company Name', 'text', 'Björkman & Sons', { mandatory: true }),
      field('email', 'Email', 'email', 'office@bjorkman.example'),
      field('phone', 'Phone', 'phone', '+46 8 446 830 70'),
      field('salesrep', 'Sales Rep', 'select', '7', { text: 'Nora Lindqvist', link: '/app/common/entity/employee.nl?id=7', options: [{ value: '7', text: 'Nora Lindqvist' }, { value: '8', text: 'Tom Adeyemi' }] }),
      field('isinactive', 'Inactive', 'checkbox', 'F'),
      field('creditlimit', 'Credit Limit', 'currency', '2500.00', { container: 'finance' }),
      field('lastsale', 'Last Sale', 'date', '11/2/2026', { container: 'finance' }),
      field('comments', 'Comments', 'textarea', 'Rings before nine.\nAsks for Tom.', { container: 'marketing' }),
    ],
    groups: [{ id: 'finance', label: 'Finance', subtab: null }],
    subtabs: [
      { id: 'communication', label: 'Communication', parent: null }, { id: 'activitiestab', label: 'Activities', parent: 'communication' },
      { id: 'messagestab', label: 'Messages', parent: 'communication' }, { id: 'marketing', label: 'Marketing', parent: null },
    ],
    sublists: [{
      id: 'activities', label: 'Activities', subtab: 'activitiestab', emptyText: 'No activities yet.',
      columns: [{ id: 'date', label: 'Date' }, { id: 'title', label: 'Subject' }, { id: 'status', label: 'Status' }, { id: 'assigned', label: 'Organizer' }],
      rows: [
        { link: '/app/crm/calendar/call.nl?id=510', cells: { date: '11/20/2026', title: 'Delivery before Christmas', status: 'Completed', assigned: 'Nora Lindqvist' } },
        { link: '/app/crm/calendar/call.nl?id=498', cells: { date: '11/18/2026', title: 'Price list', status: 'Completed', assigned: 'Tom Adeyemi' } },
      ],
    }],
    buttons: [], actions: { edit: '/app/common/entity/custjob.nl?id=1021&e=T', save: null, cancel: null },
    clientModules: [], client, messages: [],
    ...different,
  };
}

/** The same customer, open for editing. */
export function customerForm(different: Partial<FormPageModel> = {}): FormPageModel {
  return customerPage({ mode: 'edit', actions: { edit: null, save: '/app/common/entity/custjob.nl?id=1021', cancel: '/app/common/entity/custjob.nl?id=1021' }, ...different });
}

/** The second page of the customers. */
export const customerList: ListPageModel = {
  kind: 'list', frame, title: 'Customers',
  columns: [{ id: 'entityid', label: 'Name' }, { id: 'phone', label: 'Phone' }, { id: 'email', label: 'Email' }, { id: 'salesrep', label: 'Sales Rep' }],
  rows: Array.from({ length: 12 }, (_, index) => ({
    link: `/app/common/entity/custjob.nl?id=${1021 + index}`, editLink: `/app/common/entity/custjob.nl?id=${1021 + index}&e=T`,
    cells: { entityid: `${1021 + index} Björkman & Sons, branch ${index + 1}`, phone: '+46 8 446 830 70', email: 'office@bjorkman.example', salesrep: 'Nora Lindqvist' },
  })),
  page: 2, pages: 3, total: 63, newLink: '/app/common/entity/custjob.nl', search: 'Björk',
};

export const dashboard: DashboardPageModel = {
  kind: 'dashboard', frame,
  portlets: [
    { title: 'Reminders', html: '<ul><li>3 calls scheduled today</li><li>1 order to approve</li></ul>', scripted: false },
    { title: 'Front Desk', html: '<p id="desk">Two people waiting</p>', scripted: true },
  ],
};
