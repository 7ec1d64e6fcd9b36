import { field, selectOf } from '../field.ts';
import type { RecordType, Settling, Values } from '../record-type.ts';

const status = { kind: 'options', options: [{ value: 'SCHEDULED', text: 'Scheduled' }, { value: 'COMPLETE', text: 'Completed' }, { value: 'FAILED', text: 'Failed' }] } as const;
const priority = { kind: 'options', options: [{ value: 'HIGH', text: 'High' }, { value: 'MEDIUM', text: 'Medium' }, { value: 'LOW', text: 'Low' }] } as const;
const reminder = { kind: 'options', options: [{ value: 'POPUP', text: 'Popup Window' }, { value: 'EMAIL', text: 'Email' }] } as const;

/** The activity "phone call"; fields and rules of netsuite.md 3.1. An employee or a contact cannot be its company. */
export const phoneCall: RecordType = {
  id: 'phonecall', table: 'phonecall', label: 'Phone Call', plural: 'Phone Calls', deploymentName: 'PHONECALL', sequence: 'activity',
  fields: [
    field('title', 'Subject', 'text', { mandatory: true, maxLength: 256 }),
    field('phone', 'Phone Number', 'phone', { maxLength: 50 }),
    field('status', 'Status', 'select', { mandatory: true, target: { ...status, options: [...status.options] }, defaultValue: 'SCHEDULED' }),
    field('priority', 'Priority', 'select', { mandatory: true, target: { ...priority, options: [...priority.options] }, defaultValue: 'MEDIUM' }),
    selectOf('assigned', 'Organizer', ['employee'], { mandatory: true, indexed: true }),
    selectOf('company', 'Company', ['customer', 'vendor', 'partner', 'othername', 'job'], { indexed: true }),
    selectOf('contact', 'Contact', ['contact'], { indexed: true }),
    field('startdate', 'Date', 'date', { mandatory: true }),
    field('timedevent', 'Reserve Time', 'checkbox', { defaultValue: 'F' }),
    field('starttime', 'Start Time', 'timeofday'),
    field('endtime', 'End Time', 'timeofday'),
    field('completeddate', 'Date Completed', 'date'),
    field('accesslevel', 'Private Phone Call', 'checkbox', { defaultValue: 'F' }),
    field('sendemail', 'Notify Assignee by Email', 'checkbox', { defaultValue: 'F' }),
    field('remindertype', 'Reminder Type', 'select', { target: { ...reminder, options: [...reminder.options] } }),
    field('reminderminutes', 'Reminder', 'integer'),
    field('message', 'Message', 'longtext', { container: 'message' }),
    selectOf('owner', 'Owner', ['employee'], { writable: false, displayType: 'inline', container: null, indexed: true }),
    selectOf('createdby', 'Created By', ['employee'], { writable: false, displayType: 'inline', container: null }),
    field('createddate', 'Date Created', 'datetime', { writable: false, displayType: 'inline' }),
    field('lastmodifieddate', 'Last Modified', 'datetime', { writable: false, displayType: 'inline', indexed: true }),
    field('externalid', 'External ID', 'text', { container: null }),
  ],
  access: { kind: 'permission', permission: 'LIST_CALL', name: 'Lists -> Phone Calls' }, cost: 'other',
  createdField: 'createddate', modifiedField: 'lastmodifieddate', stage: null,
  nameOf: (values) => String(values['title'] ?? ''),
  settle: settlePhoneCall,
  pages: { record: '/app/crm/calendar/call.nl', list: '/app/crm/calendar/calllist.nl', query: {} },
  derived: {},
  listColumns: ['title', 'startdate', 'status', 'assigned', 'company', 'contact', 'phone'],
};

function settlePhoneCall(values: Values, { userId, today, creating }: Settling): string | null {
  if (creating) {
    values['assigned'] = values['assigned'] ?? (userId > 0 ? userId : null);
    values['owner'] = userId > 0 ? userId : values['assigned'];
    values['createdby'] = values['owner'] ?? null;
    values['startdate'] = values['startdate'] ?? today;
  }
  if (values['status'] === 'COMPLETE') values['completeddate'] = values['completeddate'] ?? today;
  if (values['timedevent'] !== 'T') {
    values['starttime'] = null;
    values['endtime'] = null;
    return null;
  }
  if (!values['starttime'] || !values['endtime']) return 'Start Time, End Time';
  return String(values['endtime']) > String(values['starttime']) ? null : 'an End Time later than the Start Time';
}
