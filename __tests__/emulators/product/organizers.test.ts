import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AutoMatch, AutoMatched, EmployeesFound, Organizers } from '../../../src/wire/organizers/organizers.ts';
import { SyncCard } from '../../../src/wire/sync/sync.ts';
import { signIn } from './harbor.ts';
import { boss, maria, openSynced, piet, rosa, theo, type Synced } from './synced.ts';

let company: Synced;
before(async () => {
  company = await openSynced({ callLog: { delayMs: 0 } });
  await company.bind(theo.id, 'dora@harbor.example');
});
after(() => company.close());

const ask = <T>(action: string, more: object = {}) => ({ action, ...more }) as { action: string } & T;
const row = (organizers: Organizers, extensionId: string) => organizers.rows.find((each) => each.extensionId === extensionId);
const brief = (organizers: Organizers) => organizers.rows.map(({ extensionNumber, name, how, employee }) => [extensionNumber, name, how, employee?.name ?? null]);

test('the mapping lists RingCentral\'s users with whom they are in NetSuite', async () => {
  const organizers = await company.value(Organizers, ask('read-organizers'));
  assert.deepEqual(brief(organizers), [
    ['101', 'Maria Santos', 'unmapped', null], ['102', 'Theo Baptiste', 'connected', 'Dora Winslow'], ['103', 'Rosa Klein', 'unmapped', null], ['104', 'Piet de Vries', 'unmapped', null], ['109', 'Ines Call Sync', 'unmapped', null],
  ]);
  assert.deepEqual(row(organizers, maria.id)?.numbers, ['+14155550101']);
  assert.notEqual(organizers.readAt, null);
});

test('Preview auto-match changes nothing, and leaves out who connected', async () => {
  const preview = await company.value(AutoMatch, ask('preview-auto-match'));
  assert.deepEqual(preview.matches.map(({ extensionNumber, employee, how }) => [extensionNumber, employee.name, how]), [['101', 'Maria Santos', 'email'], ['103', 'Rosa Klein', 'email']]);
  assert.equal(preview.unmatched, 2);
  assert.equal(row(await company.value(Organizers, ask('read-organizers')), maria.id)?.how, 'unmapped');
});

test('Auto-match and save does what the preview said', async () => {
  const { organizers, saved, left } = await company.value(AutoMatched, ask('auto-match-and-save'));
  assert.deepEqual([saved, left], [2, 0]);
  assert.deepEqual(brief(organizers).map(([number, , how, employee]) => [number, how, employee]), [
    ['101', 'email', 'Maria Santos'], ['102', 'connected', 'Dora Winslow'], ['103', 'email', 'Rosa Klein'], ['104', 'unmapped', null], ['109', 'unmapped', null],
  ]);
  // Colleagues who are called by their extension are found by it.
  assert.deepEqual(await company.harbor.rows('SELECT custrecord_rcns_ext_number AS number FROM customrecord_rcns_extension WHERE custrecord_rcns_ext_how = ? ORDER BY 1', 'email'), [{ number: '101' }, { number: '103' }]);
});

test('an employee is found by part of the name, and chosen by hand; taken away again, the extension is unmapped', async () => {
  const { employees } = await company.value(EmployeesFound, ask('find-employees', { text: 'wins' }));
  assert.deepEqual(employees.map(({ name }) => name), ['Dora Winslow']);
  const chosen = await company.value(Organizers, ask('save-organizer', { extensionId: piet.id, employee: employees[0]?.id }));
  assert.deepEqual([row(chosen, piet.id)?.how, row(chosen, piet.id)?.employee?.name], ['manual', 'Dora Winslow']);
  const again = await company.value(Organizers, ask('save-organizer', { extensionId: piet.id, employee: null }));
  assert.deepEqual([row(again, piet.id)?.how, row(again, piet.id)?.employee], ['unmapped', null]);
});

test('signs that mean anything in a search mean themselves', async () => {
  for (const text of ['%', '_', "'; DROP", '\\']) assert.deepEqual((await company.value(EmployeesFound, ask('find-employees', { text }))).employees, []);
});

test('with a default organizer no call waits', async () => {
  await company.switchOn();
  company.ringcentral.control.seedCalls({ calls: 40, seed: 5, from: Date.now() - 3_600_000, to: Date.now() - 1_800_000 });
  await company.value(SyncCard, ask('back-fill', { from: new Date(Date.now() - 172_800_000).toISOString().slice(0, 10), to: new Date().toISOString().slice(0, 10) }));
  await company.settled();
  const before = await company.value(Organizers, ask('read-organizers'));
  assert.ok((row(before, piet.id)?.waiting ?? 0) > 0);
  assert.equal(before.waiting.extensions, 2);
  const ada = await company.harbor.employee('ada@harbor.example');
  const after = await company.value(Organizers, ask('save-default-organizer', { employee: ada }));
  assert.deepEqual(after.defaultOrganizer, { id: ada, name: 'Ada Lindqvist' });
  assert.deepEqual([before.waiting.due, after.waiting.due], [0, after.waiting.calls], 'they no longer wait for an organizer');
  await company.syncs();
  assert.equal((await company.value(Organizers, ask('read-organizers'))).waiting.calls, 0);
  const owners = (await company.calls()).filter(({ extension }) => extension === piet.id || extension === boss.id).map(({ assigned }) => assigned);
  assert.ok(owners.length > 0 && owners.every((owner) => owner === ada));
  assert.ok((await company.calls()).some(({ extension, assigned }) => extension === rosa.id && assigned !== ada));
});

test('Theo connects with an extension at the very moment an administrator gives it to somebody else: it is one of the two’s, and neither is told of an error', async () => {
  const member = await signIn(company.harbor, 'theo@harbor.example');
  const token = await member.token();
  const dora = await company.harbor.employee('dora@harbor.example');
  const hold = company.harbor.control.hold({ at: 'record.save', recordType: 'customrecord_rcns_extension', count: 2 });
  const both = Promise.all([company.asks(ask('save-organizer', { extensionId: boss.id, employee: dora })), member.asks('service', { action: 'bind-extension', extensionId: boss.id, extensionNumber: boss.number }, { 'x-rcns-token': token })]);
  await company.harbor.control.waitHeld(hold, 2);
  company.harbor.control.release(hold);
  assert.deepEqual((await both).map(({ ok }) => ok), [true, true]);
  const rows = await company.harbor.rows('SELECT custrecord_rcns_ext_employee AS employee FROM customrecord_rcns_extension WHERE custrecord_rcns_ext_id = ?', boss.id);
  assert.equal(rows.length, 1);
  assert.ok([dora, member.id].includes(Number(rows[0]?.['employee'])));
});

// Dora's role may see and change every custom record, but not save company settings.
for (const [who, email] of [['a Member', 'maria@harbor.example'], ['a Data Steward', 'dora@harbor.example']] as const) test(`${who} is refused every one of it`, async () => {
  const member = await signIn(company.harbor, email);
  const token = await member.token();
  for (const action of ['read-organizers', 'preview-auto-match', 'auto-match-and-save', 'save-organizer', 'save-default-organizer', 'find-employees', 'read-sync', 'save-sync', 'test-sync', 'run-sync', 'back-fill', 'stop-back-fill', 'retry-waiting', 'drop-waiting', 'reconcile', 'merge-doubles', 'read-index', 'rebuild-index', 'save-dispositions', 'read-report']) {
    assert.equal((await member.asks('api', { action }, { 'x-rcns-token': token })).error?.code, 'FORBIDDEN', action);
  }
});
