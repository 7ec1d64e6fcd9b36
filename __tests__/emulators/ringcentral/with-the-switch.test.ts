import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { on, once } from 'node:events';
import { after, before, test } from 'node:test';
import { WebSocket } from 'ws';
import { createSimulator, type Simulator } from '../../../emulators/ringcentral/simulator.ts';
import { openGateway, rest, tokensOfDana, type Json, type Tokens } from './application.ts';
import { northwind } from './northwind.ts';

let simulator: Simulator;
let base = '';
let dana: Tokens;
before(async () => {
  simulator = await createSimulator({ port: 0, dataFile: ':memory:', account: northwind });
  base = `http://127.0.0.1:${simulator.port}`;
  dana = await tokensOfDana(base);
});
after(async () => { await simulator.close(); });

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Registers as a phone does: challenged once, then with the digest of what sip-provision gave. Gives the status line. */
async function register(socket: WebSocket, sipInfo: Json): Promise<string> {
  const callId = randomUUID();
  const send = (cseq: number, authorization: string): void => socket.send([
    `REGISTER sip:${sipInfo.domain} SIP/2.0`, `Via: SIP/2.0/WSS ${callId}.invalid;branch=z9hG4bK-${randomUUID()}`, `From: <sip:${sipInfo.username}@${sipInfo.domain}>;tag=${callId}`,
    `To: <sip:${sipInfo.username}@${sipInfo.domain}>`, `Call-Id: ${callId}`, `CSeq: ${cseq} REGISTER`,
    `Contact: <sip:phone@${callId}.invalid;transport=wss>;+sip.instance="<urn:uuid:${callId}>";expires=60`, 'Max-Forwards: 70', ...(authorization ? [authorization] : []), 'Content-Length: 0', '', '',
  ].join('\r\n'));
  const answers = on(socket, 'message');
  const final = async (): Promise<string> => {
    for (;;) {
      const { value } = await answers.next() as { value: [Buffer] };
      if (!/^SIP\/2\.0 1/.test(String(value[0]))) return String(value[0]);
    }
  };
  send(1, '');
  const challenge = await final();
  const nonce = /nonce="([^"]+)"/.exec(challenge)?.[1] ?? '';
  const uri = `sip:${sipInfo.domain}`;
  const response = md5(`${md5(`${sipInfo.authorizationId}:${sipInfo.domain}:${sipInfo.password}`)}:${nonce}:${md5(`REGISTER:${uri}`)}`);
  send(2, `Authorization: Digest algorithm="MD5", username="${sipInfo.authorizationId}", realm="${sipInfo.domain}", nonce="${nonce}", uri="${uri}", response="${response}"`);
  const [statusLine = ''] = (await final()).split('\r\n');
  await answers.return?.();
  return statusLine;
}

test('a phone provisioned by REST registers on the same port, rings when somebody outside calls, and the gateway tells of it', async () => {
  const provisioned = await (await rest(base, dana, '/restapi/v1.0/client-info/sip-provision', { method: 'POST', body: { sipInfo: [{ transport: 'WSS' }] } })).json() as Json;
  const [sipInfo] = provisioned.sipInfo;
  const phone = new WebSocket(`ws://${sipInfo.outboundProxy}/`, 'sip');
  await once(phone, 'open');
  assert.equal(await register(phone, sipInfo), 'SIP/2.0 200 OK');
  const view = simulator.control.state().extensions[0];
  assert.deepEqual([view?.registered, view?.sipSockets, view?.presenceStatus], [1, 1, 'Available']);

  const gateway = await openGateway(base, dana);
  await gateway.next();
  await gateway.subscribe('/restapi/v1.0/account/~/extension/~/telephony/sessions');
  const invite = once(phone, 'message');
  const call = await simulator.control.ringIn({ from: { phoneNumber: '+442079460123', name: 'Priya Nair' }, to: '101' });
  assert.match(String((await invite)[0]), /^INVITE /);
  const [, event] = await gateway.next() as [unknown, Json];
  assert.deepEqual([event.body.telephonySessionId, event.body.parties[0].direction, event.body.parties[0].from.phoneNumber], [call.telephonySessionId, 'Inbound', '+442079460123']);
  await simulator.control.farEndHangsUp(call.telephonySessionId);
  phone.close();
  gateway.close();
});

test('a cut phone cannot come back before its network does', async () => {
  simulator.control.dropNetwork('sip');
  const phone = new WebSocket(`ws://127.0.0.1:${simulator.port}/`, 'sip');
  phone.on('error', () => undefined);
  await once(phone, 'close');
  simulator.control.restoreNetwork('sip');
  const again = new WebSocket(`ws://127.0.0.1:${simulator.port}/`, 'sip');
  await once(again, 'open');
  again.close();
});

test('with a port of its own, SIP is provisioned and served there', async (context) => {
  const apart = await createSimulator({ port: 0, sipPort: 0, dataFile: ':memory:', account: northwind });
  context.after(() => apart.close());
  const address = `http://127.0.0.1:${apart.port}`;
  const provisioned = await (await rest(address, await tokensOfDana(address), '/restapi/v1.0/client-info/sip-provision', { method: 'POST', body: { sipInfo: [{ transport: 'WSS' }] } })).json() as Json;
  assert.notEqual(apart.sipPort, apart.port);
  assert.equal(provisioned.sipInfo[0].outboundProxy, `127.0.0.1:${apart.sipPort}`);
  const phone = new WebSocket(`ws://${provisioned.sipInfo[0].outboundProxy}/`, 'sip');
  await once(phone, 'open');
  assert.equal(await register(phone, provisioned.sipInfo[0]), 'SIP/2.0 200 OK');
  phone.close();
});

test('a port that is taken is refused with Node’s own code, and leaves nothing running', async () => {
  await assert.rejects(createSimulator({ port: simulator.port, dataFile: ':memory:', account: northwind }), { code: 'EADDRINUSE' });
});
