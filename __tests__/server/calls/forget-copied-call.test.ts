import query = require('N/query');
import record = require('N/record');
import runtime = require('N/runtime');
import { beforeSubmit } from '../../../src/server/entries/phone-call.user-event.ts';
import { createAccount, type FakeRecord } from '../account.ts';

const events = { CREATE: 'create', COPY: 'copy', EDIT: 'edit' };

/** What Make Copy leaves in the form: everything of the call but its external id. */
function form(): FakeRecord {
  const phoneCall = record.create({ type: record.Type.PHONE_CALL }) as unknown as FakeRecord;
  const values = { title: 'Inbound call · Acme Ltd · completed', company: '12', custevent_rcns_session: 's-77', custevent_rcns_extension: '101001', custevent_rcns_outcome: 'Completed', custevent_rcns_notes: 'Call again on Friday.' };
  for (const [fieldId, value] of Object.entries(values)) phoneCall.setValue({ fieldId, value });
  return phoneCall;
}
const saved = (context: string, type: string): FakeRecord => {
  Object.assign(runtime, { executionContext: context, ContextType: { USER_INTERFACE: 'USERINTERFACE' } });
  const phoneCall = form();
  beforeSubmit({ newRecord: phoneCall, type, UserEventType: events } as never);
  return phoneCall;
};
const key = (phoneCall: FakeRecord): unknown => phoneCall.getValue({ fieldId: 'custevent_rcns_session' });

beforeEach(() => {
  createAccount(101);
  jest.spyOn(query, 'runSuiteQL').mockReturnValue({ asMappedResults: () => [] } as never);
});
afterEach(() => jest.restoreAllMocks());

test('a copy saved from the form keeps what somebody plans the next call with, and not whose record it was', () => {
  const copy = saved('USERINTERFACE', 'create');
  expect(key(copy)).toBe('');
  expect(['title', 'company', 'custevent_rcns_notes', 'custevent_rcns_outcome'].map((fieldId) => copy.getValue({ fieldId }))).toEqual(['Inbound call · Acme Ltd · completed', '12', 'Call again on Friday.', '']);
});

test('the record of a call that our own doors make, or that somebody edits, keeps its key', () => {
  expect(key(saved('RESTLET', 'create'))).toBe('s-77');
  expect(key(saved('MAPREDUCE', 'create'))).toBe('s-77');
  expect(key(saved('USERINTERFACE', 'edit'))).toBe('s-77');
});
