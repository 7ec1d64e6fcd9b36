import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import { run, type Running } from './northwind.ts';

let running: Running;
let base = '';
before(async () => {
  running = await run();
  base = running.base;
});
after(async () => { await running.simulator.close(); });

const act = (verb: string, body: object, headers: Record<string, string> = { 'content-type': 'application/json' }): Promise<Response> =>
  fetch(`${base}/network/api/${verb}`, { method: 'POST', headers, body: JSON.stringify(body) });

test('a person outside rings an extension, number typed as people type it, and the call is in the state', async () => {
  const answer = await act('ring-in', { phoneNumber: '+44 (0)20 7946-0123', name: 'Priya <b>Nair</b>', to: '101' });
  assert.equal(answer.status, 200);
  const state = await (await fetch(`${base}/network/api/state`)).json() as { calls: { from: { phoneNumber: string } }[]; extensions: { name: string }[] };
  assert.equal(state.calls[0]?.from.phoneNumber, '+442079460123');
  assert.equal(state.extensions.length, 2);
});

test('what cannot be done is said in a sentence', async () => {
  const nobody = await act('ring-in', { phoneNumber: '+442079460123', to: '999' });
  assert.deepEqual([nobody.status, (await nobody.json() as { message: string }).message], [409, 'There is no such extension.']);
  const noNumber = await act('ring-in', { phoneNumber: 'call me', to: '101' });
  assert.match((await noNumber.json() as { message: string }).message, /complete phone number/);
  assert.equal((await act('sing', {})).status, 404);
  assert.equal((await act('toString', {})).status, 404);
});

test('the verbs reach the switch', async () => {
  await act('behaviour', { phoneNumber: '+1 212 555 0147', behaviour: 'busy' });
  await act('flicker', { wires: 'sip', extension: '102' });
  await act('answer-next-sip', { method: 'INVITE', status: 503, times: 1 });
  assert.deepEqual(running.telephony.happened, ['+12125550147 busy', 'SIP of 400131501102 dropped', 'SIP of 400131501102 restored', 'INVITE 503 1']);
});

test('the sound of calls can be led round, lost and blocked, and phones elsewhere take slots', async () => {
  running.telephony.happened.length = 0;
  for (const [verb, body] of [['detour-media', { on: true }], ['lose-media', { percent: 33 }], ['block-media', {}], ['phones-elsewhere', { extension: '102', phones: 5 }]] as const) assert.equal((await act(verb, body)).status, 200, verb);
  assert.deepEqual(running.telephony.happened, ['sound goes round', '33 % of the sound lost', 'sound blocked', 'elsewhere 5']);
  const state = await (await fetch(`${base}/network/api/state`)).json() as { faults: { sound: object } };
  assert.deepEqual(state.faults.sound, { detour: true, lossPercent: 33 });
  assert.equal((await act('lose-media', { percent: 'all' })).status, 409);
});

test('another site’s page can neither act here nor read', async () => {
  assert.equal((await act('revoke-tokens', {}, { 'content-type': 'application/json', origin: 'https://evil.example' })).status, 403);
  assert.equal((await act('revoke-tokens', {}, { 'content-type': 'text/plain' })).status, 415);
  const state = await fetch(`${base}/network/api/state`, { headers: { origin: 'https://evil.example' } });
  assert.equal(state.headers.get('access-control-allow-origin'), null);
});

test('a name from outside that points to this computer is not answered', async () => {
  const status = await new Promise<number | undefined>((resolve) => {
    request(`${base}/network/api/state`, { headers: { host: 'rebound.example' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end();
  });
  assert.equal(status, 403);
});

test('nothing in the state is a secret', async () => {
  const text = await (await fetch(`${base}/network/api/state`)).text();
  assert.doesNotMatch(text, /password|correct horse|battery staple|token"|s3cret/i);
});

test('somebody outside writes and sends a picture; what they wrote and got is in the state, and pictures are never pages', async () => {
  const picture = { contentType: 'text/html', content: Buffer.from('<script>alert(1)</script>').toString('base64') };
  assert.equal((await act('text-in', { phoneNumber: '+44 (0)20 7946-0123', to: '101', text: 'Hello <b>Dana</b>', pictures: [picture] })).status, 200);
  const { texts } = await (await fetch(`${base}/network/api/state`)).json() as { texts: { phones: { phoneNumber: string; texts: { id: string; text: string; way: string; pictures: { id: string }[] }[] }[] } };
  const [phone] = texts.phones;
  assert.deepEqual([phone?.phoneNumber, phone?.texts[0]?.text, phone?.texts[0]?.way], ['+442079460123', 'Hello <b>Dana</b>', 'from-them']);
  const shown = await fetch(`${base}/network/pictures/${phone?.texts[0]?.id}/${phone?.texts[0]?.pictures[0]?.id}`);
  assert.deepEqual([shown.headers.get('content-type'), shown.headers.get('x-content-type-options')], ['application/octet-stream', 'nosniff']);
  const empty = await act('text-in', { phoneNumber: '+442079460123', to: '101', text: '' });
  assert.match((await empty.json() as { message: string }).message, /Write something/);
});
