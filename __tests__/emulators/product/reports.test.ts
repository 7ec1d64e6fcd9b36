import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callLog, openHarbor, signIn, type Harbor, type Visitor } from './harbor.ts';

let harbor: Harbor;
let maria: Visitor;
let ada: Visitor;
let customer: { type: 'customer'; id: number };

before(async () => {
  harbor = await openHarbor();
  [maria, ada] = await Promise.all([signIn(harbor, 'maria@harbor.example'), signIn(harbor, 'ada@harbor.example')]);
  const [made] = await harbor.control.import([{ type: 'customer', values: { companyname: 'Stone & Reed' } }]);
  customer = { type: 'customer', id: Number(made?.id) };
});
after(() => harbor.close());

/** An administrator's choice of call fields of customers, and Maria's page reads the call card. */
async function chosen(...fields: string[]) {
  const saved = await ada.asks('api', { action: 'save-call-card-settings', choice: { fields: fields.map((field) => ({ type: 'customer', field })), links: [] } }, { 'x-rcns-token': await ada.token() });
  assert.equal(saved.ok, true);
  await maria.asks('service', { action: 'call-card' });
}

test('a report counts each user’s calls by day: in and out, answered, talk time, linked to nobody', async () => {
  const nobody = { from: { number: '+19995550000', name: null }, to: { number: '+14155550131', name: null } };
  const posted = await maria.logs(
    callLog('s-rep1', { startedAt: '2026-11-18T17:05:00.000Z', person: customer }),
    callLog('s-rep2', { startedAt: '2026-11-18T18:05:00.000Z', direction: 'Inbound', talkSeconds: 65, ...nobody }),
    callLog('s-rep3', { startedAt: '2026-11-18T19:05:00.000Z', direction: 'Inbound', outcome: 'Missed', talkSeconds: 0, ...nobody }),
    callLog('s-rep4', { startedAt: '2026-11-20T19:05:00.000Z', outcome: 'No answer', talkSeconds: 0, person: customer }),
    callLog('s-rep5', { startedAt: '2026-11-25T19:05:00.000Z' }),
  );
  assert.deepEqual(posted.results?.map(({ status }) => status), ['created', 'created', 'created', 'created', 'created']);
  const { value } = await ada.asks('api', { action: 'read-report', from: '2026-11-18', to: '2026-11-20' });
  const rows = value?.['rows'] as { user: number; day: string; inbound: number; outbound: number; answered: number; talkSeconds: number; unlinked: number; name: string }[];
  assert.deepEqual(rows.map(({ name: _name, ...row }) => row), [
    { user: maria.id, day: '2026-11-18', inbound: 2, outbound: 1, answered: 1, talkSeconds: 160, unlinked: 2 },
    { user: maria.id, day: '2026-11-20', inbound: 0, outbound: 1, answered: 0, talkSeconds: 0, unlinked: 0 },
  ]);
});

test('a report of more than a year, or of days that are none, is refused', async () => {
  for (const period of [{ from: '2025-01-01', to: '2026-11-20' }, { from: '2026-11-20', to: '2026-11-18' }, { from: 'yesterday', to: 'today' }]) {
    assert.equal((await ada.asks('api', { action: 'read-report', ...period })).error?.code, 'BAD_REQUEST');
  }
});

test('a Member finds no door to reports, logging and call card settings', async () => {
  const headers = { 'x-rcns-token': await maria.token() };
  const asked: object[] = [
    { action: 'read-report', from: '2026-11-18', to: '2026-11-20' }, { action: 'read-logging' }, { action: 'read-call-card-settings' }, { action: 'call-field-choices', type: 'customer' },
    { action: 'save-what-to-log', whatToLog: { inbound: false, outbound: false, internal: false, minimumSeconds: 0 } },
    { action: 'save-dispositions', dispositions: [{ id: null, name: 'Mine', offered: true }] }, { action: 'save-call-card-settings', choice: { fields: [], links: [] } },
  ];
  for (const body of asked) assert.equal((await maria.asks('api', body, headers)).error?.code, 'FORBIDDEN', JSON.stringify(body));
});

test('a call field is read and written under the user’s own permissions, and nobody else’s change is written over', async () => {
  const person = customer;
  const headers = { 'x-rcns-token': await maria.token() };
  const fields = ['comments', 'salesrep', 'no_such_field'];
  const save = (body: object) => maria.asks('api', { action: 'save-call-field', person, fields, ...body }, headers);
  await chosen('comments', 'salesrep', 'no_such_field');
  const read = async () => ((await maria.asks('api', { action: 'read-call-fields', person, fields })).value?.['fields'] as { field: string; value: string; edit: string }[]).map(({ field, value, edit }) => [field, edit, value]);
  const before = (await read()).find(([field]) => field === 'comments')?.[2] ?? '';
  assert.equal((await save({ field: 'comments', value: '<b>Prefers e-mail</b> 🙂 =1+1', before })).ok, true);
  assert.deepEqual((await read()).find(([field]) => field === 'comments'), ['comments', 'long-text', '<b>Prefers e-mail</b> 🙂 =1+1']);
  assert.equal((await save({ field: 'comments', value: 'Mine', before })).error?.code, 'CONFLICT');
  for (const field of ['salesrep', 'entityid', 'no_such_field']) assert.equal((await save({ field, value: '1', before: '' })).error?.code, 'BAD_REQUEST', field);
});

test('fields that the administrator did not choose are neither read nor written through the call', async () => {
  const headers = { 'x-rcns-token': await maria.token() };
  await chosen('comments');
  const field = { person: customer, fields: ['comments', 'email'], field: 'email', value: 'me@mine.example', before: '' };
  for (const action of ['read-call-fields', 'save-call-field']) assert.deepEqual((await maria.asks('api', { action, ...field }, headers)).error, { code: 'FORBIDDEN', detail: 'fields' });
  assert.equal((await maria.asks('api', { action: 'read-call-fields', person: { type: 'contact', id: customer.id }, fields: ['comments'] })).error?.code, 'FORBIDDEN', 'of another type');
  const theo = await signIn(harbor, 'theo@harbor.example');
  assert.equal((await theo.asks('api', { action: 'read-call-fields', person: customer, fields: ['comments'] })).error?.code, 'FORBIDDEN', 'before the call card was read');
});
