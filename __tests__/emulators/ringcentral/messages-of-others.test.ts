import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { AccountSeed } from '../../../emulators/ringcentral/account/seed.ts';
import { danasJwt, jwtTokens, northwindWithLedger, read } from './service-app.ts';
import type { Json, Tokens } from './application.ts';
import { run, type Running } from './northwind.ts';

const miguel = '/restapi/v1.0/account/~/extension/400131501102';
const ledger = (...scopes: 'ReadMessages'[]): AccountSeed => ({
  ...northwindWithLedger, apps: northwindWithLedger.apps.map((app) => (app.name === 'Ledger' ? { ...app, scopes: [...app.scopes, ...scopes] } : app)),
});

let running: Running;
let dana: Tokens;
async function open(account: AccountSeed): Promise<void> {
  running = await run({ account });
  dana = await jwtTokens(running.base, danasJwt);
}
beforeEach(() => open(ledger('ReadMessages')));
afterEach(() => running.simulator.close());

const answer = (path: string) => read(running.base, dana, path);
const refusal = async (path: string): Promise<[number, string, string]> => {
  const { status, body } = await answer(path);
  const [first] = body['errors'] as Json[];
  return [status, first.errorCode, first.permissionName];
};
const write = (text: string) => running.simulator.control.texts.textIn({ from: { phoneNumber: '+442079460123', name: 'Priya Nair' }, to: ['102'], text });

test('a service user is refused the messages of another extension, by the permission it would take', async () => {
  const [text] = write('For Miguel alone');
  for (const path of ['message-store?messageType=SMS', 'message-sync?syncType=FSync&recordCount=10', `message-store/${text?.id}`, `message-store/${text?.id}/content/${text?.id}`]) {
    assert.deepEqual(await refusal(`${miguel}/${path}`), [403, 'CMN-408', 'ReadMessages'], path);
  }
});

test('where RingCentral lets them be read, the store and its sync tell of the extension that was asked for', async () => {
  running.simulator.control.setSwitch('othersMessages', true);
  write('Where is my crate?');
  const store = await answer(`${miguel}/message-store?messageType=SMS`);
  assert.deepEqual((store.body['records'] as Json[]).map(({ subject, extensionId }) => [subject, extensionId]), [['Where is my crate?', '400131501102']]);
  running.clock.now += 60_000;
  const first = await answer(`${miguel}/message-sync?syncType=FSync&messageType=SMS&recordCount=250`);
  const { syncToken } = first.body['syncInfo'] as Json;
  write('Hello?');
  const next = await answer(`${miguel}/message-sync?syncType=ISync&syncToken=${syncToken}`);
  assert.deepEqual((next.body['records'] as Json[]).map(({ subject }) => subject), ['Hello?']);
  const own = await answer(`/restapi/v1.0/account/~/extension/~/message-sync?syncType=ISync&syncToken=${syncToken}`);
  assert.deepEqual([own.status, (own.body['errors'] as Json[])[0].errorCode], [400, 'MSG-333'], 'a token belongs to one extension');
});

test('an application without the scope is refused whatever its user may', async () => {
  await running.simulator.close();
  await open(ledger());
  running.simulator.control.setSwitch('othersMessages', true);
  assert.deepEqual(await refusal(`${miguel}/message-store`), [403, 'CMN-401', 'ReadMessages']);
});
