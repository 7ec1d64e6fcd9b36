import * as v from 'valibot';
import { Answer } from '../../src/wire/errors.ts';
import { FindEmployees, ReadOrganizers, SaveDefault, SaveOrganizer } from '../../src/wire/organizers/organizers.ts';
import { CallCardChoice, ReadCallFields, SaveCallCard, SaveCallField } from '../../src/wire/people/call-card.ts';
import { CreatePerson, LinkCalls, RememberChoice, SearchPeople, UnlinkedCalls } from '../../src/wire/people/choose.ts';
import { WhoIsRequest } from '../../src/wire/people/who-is.ts';
import { ReadReport } from '../../src/wire/reports/reports.ts';
import { SaveCompany } from '../../src/wire/settings/company.ts';
import { SaveDispositions, SaveWhatToLog } from '../../src/wire/settings/logging.ts';
import { BackFill, DropWaiting, SaveSync } from '../../src/wire/sync/sync.ts';
import { MergeDoubles, Reconcile } from '../../src/wire/sync/reconcile.ts';
import { withField } from './with-field.ts';

const x = (length: number): string => 'x'.repeat(length);
const many = (count: number, one: unknown): unknown[] => Array.from({ length: count }, () => one);

/** What screens and the line may order of NetSuite, and what nobody may: body, field, the bounds of what fits, and what is just beyond. */
type Bounds = [order: string, schema: v.GenericSchema, body: object, field: string, fits: unknown[], misfits: unknown[]];
const recordIds = { fits: [1, 42], misfits: [0, -1, 1.5, '1', null] };
const days = { fits: ['2026-01-01', '2026-02-29', '2099-12-31'], misfits: ['2026-13-01', '2026-00-10', '2026-01-32', '2026-01-00', '1999-01-01', '2026-1-1', ' 2026-01-01', '2026-01-01T00:00', null] };
const extensions = { fits: ['1', '1'.repeat(20)], misfits: ['', '1'.repeat(21), 'a1', '1a'] };
const clientId = { settings: { clientId: 'aB3_-', server: 'https://platform.ringcentral.com', redirectUri: '' } };
const whatToLog = { whatToLog: { inbound: true, outbound: true, internal: false, minimumSeconds: 30 } };
const disposition = { id: null, name: 'Demo booked', offered: true };
const sync = { settings: { on: true, secrets: { clientId: 'custsecret_rcns_client_id', clientSecret: 'custsecret_rcns_client_secret', jwt: 'custsecret_rcns_jwt' }, since: null } };
const pair = { telephonySessionId: 's-a1b2', extensionId: '62001' };
const person = { type: 'contact', id: 31 };
const fields = { person, fields: ['email'], field: 'email', value: 'ann@acme.example', before: '' };
const link = { label: 'Orders', template: 'https://erp.example.com/{id}' };
const ann = { kind: 'contact', firstName: 'Ann', lastName: 'Harper', companyName: '', company: null, phone: '+1 650 555 0100', email: '', although: false };

test.each<Bounds>([
  ['save-company', SaveCompany, clientId, 'settings.clientId', ['a', x(100), ' aB3 '], ['', x(101), 'a b', 'a;b', '<b>', 'a\n<script>']],
  ['save-company', SaveCompany, clientId, 'settings.server', ['', x(200), ` ${x(200)} `], [x(201)]], ['save-company', SaveCompany, clientId, 'settings.redirectUri', ['', x(999), ` ${x(999)} `], [x(1_000)]],
  ['save-what-to-log', SaveWhatToLog, whatToLog, 'whatToLog.minimumSeconds', [0, 600], [-1, 601, 1.5, '30']],
  ['save-dispositions', SaveDispositions, { dispositions: [disposition] }, 'dispositions', [many(1, disposition), many(40, disposition)], [[], many(41, disposition)]],
  ['save-dispositions', SaveDispositions, { dispositions: [disposition] }, 'dispositions.0.name', ['x', x(60), ` ${x(60)} `], ['', '  ', x(61), '\u0007']],
  ['save-dispositions', SaveDispositions, { dispositions: [disposition] }, 'dispositions.0.id', [null, 1], [0, 1.5]],
  ['save-sync', SaveSync, sync, 'settings.secrets.jwt', ['custsecret_a', `custsecret_${x(29)}`, ' CustSecret_RCNS '], ['custsecret_', `custsecret_${x(30)}`, 'jwt', 'my custsecret_a', 'custsecret_a b', 'eyJhbGciOiJub25lIn0']],
  ['save-sync', SaveSync, sync, 'settings.since', [null, ...days.fits], days.misfits.slice(0, -1)],
  ['back-fill', BackFill, { from: '2026-11-01', to: '2026-11-23' }, 'from', days.fits, days.misfits], ['back-fill', BackFill, { from: '2026-11-01', to: '2026-11-23' }, 'to', days.fits, days.misfits],
  ['drop-waiting', DropWaiting, { id: 7 }, 'id', recordIds.fits, recordIds.misfits],
  ['reconcile', Reconcile, { from: '2026-11-01', to: '2026-11-23', cursor: null }, 'cursor', [null, '2.1795425360000', x(300)], [x(301)]],
  ['merge-doubles', MergeDoubles, { pairs: [pair] }, 'pairs', [many(1, pair), many(10, pair)], [[], many(11, pair)]],
  ['merge-doubles', MergeDoubles, { pairs: [pair] }, 'pairs.0.extensionId', extensions.fits, extensions.misfits], ['merge-doubles', MergeDoubles, { pairs: [pair] }, 'pairs.0.telephonySessionId', [x(120)], [x(121)]],
  ['save-organizer', SaveOrganizer, { extensionId: '62001', employee: null }, 'extensionId', extensions.fits, extensions.misfits], ['save-organizer', SaveOrganizer, { extensionId: '62001', employee: null }, 'employee', [null, 1], [0, 1.5]],
  ['save-default-organizer', SaveDefault, { employee: null }, 'employee', [null, 1], [0, 1.5]],
  ['find-employees', FindEmployees, { text: 'rosa' }, 'text', ['r', x(100), ` ${x(100)} `], ['', '  ', x(101)]],
  ['read-report', ReadReport, { from: '2026-11-01', to: '2026-11-23' }, 'from', days.fits, days.misfits],
  ['who-is', WhoIsRequest, { numbers: ['101'] }, 'numbers', [many(1, '101'), many(20, x(60))], [[], many(21, '101'), [x(61)]]],
  ['search-people', SearchPeople, { text: 'ann' }, 'text', ['an', x(60)], ['a', ' a ', x(61)]],
  ['unlinked-calls', UnlinkedCalls, { number: null }, 'number', [null, '1', x(60)], ['', x(61)]],
  ['link-calls', LinkCalls, { number: '101', person }, 'number', ['1', x(60)], ['', x(61), null]], ['link-calls', LinkCalls, { number: '101', person }, 'person.id', recordIds.fits, recordIds.misfits], ['link-calls', LinkCalls, { number: '101', person }, 'person.type', ['job', 'employee'], ['lead', 'phonecall']],
  ['remember-choice', RememberChoice, { number: '101', person }, 'number', ['1', x(60)], ['', x(61)]],
  ['create-person', CreatePerson, ann, 'kind', ['contact', 'lead'], ['customer', 'employee']],
  ['create-person', CreatePerson, ann, 'firstName', ['', x(32)], [x(33)]], ['create-person', CreatePerson, ann, 'lastName', ['', x(32)], [x(33)]], ['create-person', CreatePerson, ann, 'companyName', ['', x(83)], [x(84)]], ['create-person', CreatePerson, ann, 'company', [null, { type: 'customer', id: 12 }], [{ type: 'customer', id: 0 }]],
  ['create-person', CreatePerson, ann, 'phone', ['1', x(32)], ['', '  ', x(33)]], ['create-person', CreatePerson, ann, 'email', ['', 'a@b', `${x(252)}@b`], [`${x(253)}@b`, 'ann', 'a@b c', 'ann@@acme', '@b', 'a@']],
  ['read-call-fields', ReadCallFields, { person, fields: ['email'] }, 'person.id', recordIds.fits, recordIds.misfits],
  ['read-call-fields', ReadCallFields, { person, fields: ['email'] }, 'fields', [many(1, 'email'), many(30, 'custentity_x')], [[], many(31, 'email')]],
  ['read-call-fields', ReadCallFields, { person, fields: ['email'] }, 'fields.0', ['e', `e${x(59)}`, 'custentity_1'], ['', `e${x(60)}`, '1e', '_e', 'Email', 'e-mail', 'email; --', 'xemail)']],
  ['save-call-field', SaveCallField, fields, 'value', ['', x(4_000)], [x(4_001)]], ['save-call-field', SaveCallField, fields, 'before', ['', x(100_000)], [x(100_001)]], ['save-call-field', SaveCallField, fields, 'field', ['email'], ['E']],
  ['save-call-card-settings', SaveCallCard, { choice: { fields: [], links: [link] } }, 'choice.links', [[], many(10, link)], [many(11, link)]],
  ['save-call-card-settings', SaveCallCard, { choice: { fields: [], links: [link] } }, 'choice.fields', [[], many(30, { type: 'customer', field: 'email' })], [many(31, { type: 'customer', field: 'email' })]],
  ['save-call-card-settings', SaveCallCard, { choice: { fields: [], links: [link] } }, 'choice.links.0.label', ['x', x(40), ` ${x(40)} `], ['', '  ', x(41)]],
  ['save-call-card-settings', SaveCallCard, { choice: { fields: [], links: [link] } }, 'choice.links.0.template', [' https://erp.example.com/ '], ['javascript:alert(1)', 'http://erp.example.com/', '']],
])('%s', (_order, schema, body, field, fits, misfits) => {
  expect(v.is(schema, body)).toBe(true);
  for (const value of fits) expect([field, value, v.is(schema, withField(body, field, value))]).toEqual([field, value, true]);
  for (const value of misfits) expect([field, value, v.is(schema, withField(body, field, value))]).toEqual([field, value, false]);
});

test('what people type is read without the blanks around it, and names of secrets as NetSuite writes them', () => {
  expect(v.parse(SaveCompany, withField(clientId, 'settings.clientId', ' aB3 '))).toEqual(withField(clientId, 'settings.clientId', 'aB3'));
  expect(v.parse(SaveSync, withField(sync, 'settings.secrets.jwt', ' CustSecret_RCNS ')).settings.secrets.jwt).toBe('custsecret_rcns');
  expect(v.parse(SaveDispositions, { dispositions: [{ ...disposition, name: ' Demo\u0007 booked ' }] })).toEqual({ dispositions: [disposition] });
  expect(v.parse(CallCardChoice, { fields: [], links: [{ label: ' Orders ', template: ` ${link.template} ` }] }).links).toEqual([link]);
  expect(v.parse(CreatePerson, { ...ann, firstName: ' Ann ', phone: ' 101 ' })).toEqual({ ...ann, phone: '101' });
  expect([v.parse(SearchPeople, { text: ' ann ' }), v.parse(FindEmployees, { text: ' rosa ' })]).toEqual([{ text: 'ann' }, { text: 'rosa' }]);
});

test('RingCentral is asked for its list again only where somebody says so', () => expect([v.parse(ReadOrganizers, {}), v.parse(ReadOrganizers, { fresh: true })]).toEqual([{ fresh: false }, { fresh: true }]));

test('an answer of ours is a value or a refusal of the closed list, and nothing between', () => {
  const schema = Answer(v.object({ records: v.number() }));
  expect([{ ok: true, value: { records: 2 } }, { ok: false, error: { code: 'NOT_YOURS', detail: 'organizer' } }].map((answer) => v.is(schema, answer))).toEqual([true, true]);
  expect([{ ok: true }, { ok: false }, { ok: true, value: {} }, { ok: false, error: { code: 'SORRY', detail: '' } }, { value: { records: 2 } }, null].map((answer) => v.is(schema, answer))).toEqual([false, false, false, false, false, false]);
});
