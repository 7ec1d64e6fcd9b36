import type { SipCall } from '../../../src/browser/line/sip/sip-call.ts';
import { createSipOrders } from '../../../src/browser/line/sip/sip-orders.ts';
import { settled } from './hand-clock.ts';
import { kinds, open } from './sip-line.ts';
import type { createSipServer } from './sip-server.ts';

// The library counts ten seconds of its own for a transfer; they are not to outlive the test.
jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });

const orders = (call: SipCall) => createSipOrders(call.ordering);
type Far = ReturnType<typeof createSipServer>;
async function ringing(headers: Record<string, string> = {}) {
  const line = open();
  const far = await line.registered();
  await far.ring('ring-1', headers);
  return { line, far, call: line.rings[0]?.call as SipCall };
}
async function talking() {
  const line = open();
  const far = await line.registered();
  const { call, dialling } = await line.dial(far);
  await far.take();
  await dialling;
  return { line, far, call };
}
const info = (far: Far, call: SipCall, result: object): Promise<void> => {
  const { request } = JSON.parse(far.last('INFO').body) as { request: { reqid: number; command: string } };
  return far.send('INFO', call.callId, 218000070, JSON.stringify({ response: { reqid: request.reqid, command: request.command, result } }));
};

describe('a call that rings', () => {
  it.each<[string, string, (call: SipCall) => Promise<void>]>([
    ['to the mailbox', 'Cmd="11"', (call) => orders(call).toVoicemail()],
    ['on to a number', 'Phn="2125550147"', (call) => orders(call).forward('2125550147')],
  ])('goes %s, and is over when RingCentral cancels', async (_where, says, ask) => {
    const { line, far, call } = await ringing();
    const asked = ask(call);
    await settled(3);
    expect(far.last('MESSAGE').body).toContain(says);
    await far.answer(far.last('MESSAGE'), '200 OK');
    await far.send('CANCEL', 'ring-1', 218000001);
    await asked;
    expect(kinds(line)).toEqual(['identified', 'leg-ended']);
  });

  it('waits for a text, and gives it to RingCentral to read out', async () => {
    const { far, call } = await ringing();
    const begun = orders(call).beginReply();
    await settled(3);
    expect(far.last('MESSAGE').body).toContain('Cmd="13"');
    await far.answer(far.last('MESSAGE'), '200 OK');
    await begun;
    const replied = orders(call).reply('I call you back at noon');
    await settled(3);
    expect(far.last('MESSAGE').body).toContain('I call you back at noon');
    await far.answer(far.last('MESSAGE'), '200 OK');
    await replied;
  });

  it.each<[string, (call: SipCall) => Promise<void>]>([
    ['to the mailbox', (call) => orders(call).toVoicemail()],
    ['on to a number', (call) => orders(call).forward('2125550147')],
    ['a text', (call) => orders(call).reply('in a meeting')],
  ])('rings on when RingCentral refuses: %s', async (_what, ask) => {
    const { line, far, call } = await ringing();
    const refused = expect(ask(call)).rejects.toMatchObject({ status: 403, reason: 'Forbidden' });
    await settled(3);
    await far.answer(far.last('MESSAGE'), '403 Forbidden');
    await refused;
    expect(kinds(line)).toEqual(['identified']);
  });

  it('does not wait for a RingCentral that is silent', async () => {
    const { line, call } = await ringing();
    const given = expect(orders(call).beginReply()).rejects.toThrow('no answer in time');
    await line.clock.pass(8_000);
    await given;
  });

  it('asks nothing of nobody', async () => {
    const { call } = await ringing({ 'P-rc': '' });
    await expect(orders(call).toVoicemail()).rejects.toMatchObject({ words: '' });
  });
});

describe('a call that is up', () => {
  it('is transferred: RingCentral takes it and hangs up here', async () => {
    const { line, far, call } = await talking();
    const transferred = orders(call).transfer('102');
    await settled(3);
    expect(far.last('REFER').header('Refer-To')).toContain('sip:102@');
    await far.answer(far.last('REFER'), '202 Accepted');
    await far.send('NOTIFY', call.callId, 218000060, 'SIP/2.0 200 OK');
    await far.send('BYE', call.callId, 218000061);
    await transferred;
    expect(kinds(line).at(-1)).toBe('leg-ended');
  });

  it('is joined with another one, by the name of that one’s dialog', async () => {
    const { far, call } = await talking();
    const transferred = orders(call).transferTo({ callId: 'consult-1', localPeer: '<sip:101@sip.example.com>;tag=us', remotePeer: '<sip:102@sip.example.com>;tag=them', direction: 'outbound', origin: null, cseq: 7 });
    await settled(3);
    expect(far.last('REFER').header('Refer-To')).toContain('sip:102@sip.ringcentral.com;transport=wss?Replaces=consult-1%3Bto-tag%3Dthem%3Bfrom-tag%3Dus');
    await far.answer(far.last('REFER'), '202 Accepted');
    await far.send('BYE', call.callId, 218000061);
    await transferred;
  });

  it.each<[string, (far: Far, call: SipCall) => Promise<void>]>([
    ['at once', (far) => far.answer(far.last('REFER'), '404 Not Found')],
    ['after taking the order', async (far, call) => {
      await far.answer(far.last('REFER'), '202 Accepted');
      await far.send('NOTIFY', call.callId, 218000060, 'SIP/2.0 404 Not Found');
    }],
  ])('stays when RingCentral refuses to transfer it, %s', async (_when, refuse) => {
    const { line, far, call } = await talking();
    const refused = expect(orders(call).transfer('999')).rejects.toMatchObject({ status: 404, reason: 'Not Found' });
    await settled(3);
    await refuse(far, call);
    await refused;
    expect([kinds(line).at(-1), call.isUp()]).toEqual(['leg-up', true]);
  });

  it('is parked, and says where', async () => {
    const { far, call } = await talking();
    const parked = orders(call).park();
    await settled(3);
    await far.answer(far.last('INFO'), '200 OK');
    await info(far, call, { code: 0, description: 'Success', 'park extension': '*801' });
    expect(await parked).toBe('*801');
    expect(() => far.last('BYE')).toThrow();
  });

  it.each<[string, string, (call: SipCall) => Promise<unknown>]>([
    ['recorded', 'startcallrecord', (call) => orders(call).record(true)],
    ['not recorded any more', 'stopcallrecord', (call) => orders(call).record(false)],
    ['flipped', 'callflip', (call) => orders(call).flip('+16505550190')],
  ])('is %s only when RingCentral says so', async (_what, command, ask) => {
    const { far, call } = await talking();
    let settledAs = '';
    const asked = ask(call).then(() => (settledAs = 'done'), () => (settledAs = 'refused'));
    await settled(3);
    expect(far.last('INFO').body).toContain(command);
    await far.answer(far.last('INFO'), '200 OK');
    expect(settledAs).toBe('');
    await info(far, call, { code: 0, description: 'Success' });
    await asked;
    expect(settledAs).toBe('done');
  });

  it('says in RingCentral’s words why it is not recorded', async () => {
    const { far, call } = await talking();
    const refused = expect(orders(call).record(true)).rejects.toMatchObject({ words: 'Recording is not allowed' });
    await settled(3);
    await far.answer(far.last('INFO'), '200 OK');
    await info(far, call, { code: -8, description: 'Recording is not allowed' });
    await refused;
  });

  it('does not wait for an answer that never comes, nor beyond its end', async () => {
    const { line, far, call } = await talking();
    const silent = expect(orders(call).record(true)).rejects.toThrow('no answer in time');
    await line.clock.pass(8_000);
    await silent;
    const over = expect(orders(call).park()).rejects.toMatchObject({ words: '' });
    await settled(3);
    await far.send('BYE', call.callId, 218000061);
    await over;
  });
});
