import { settled } from './hand-clock.ts';
import { kinds, open } from './sip-line.ts';
import { sipInfo } from './sip-server.ts';

describe('registering', () => {
  it('goes over TLS, answers the challenge, and is renewed before it runs out', async () => {
    const line = open();
    const far = await line.registered();
    expect([far.socket.url, far.socket.protocol]).toEqual(['wss://sip10.example.com:8083', 'sip']);
    expect(far.last('REGISTER').header('Authorization')).toContain('username="801776040"');
    expect(far.last('REGISTER').header('Contact')).toContain('+sip.instance="<urn:uuid:instance-1>"');
    const before = far.all().length;
    await line.clock.pass(57_000);
    expect(far.all().length).toBe(before + 1);
  });

  it('reaches a stand-in on this computer without TLS', async () => {
    const line = open({ ...sipInfo, outboundProxy: '127.0.0.1:8090' });
    void line.phone.register(false).catch(() => undefined);
    await settled(2);
    expect(line.sockets[0]?.url).toBe('ws://127.0.0.1:8090');
  });

  it('is refused with RingCentral’s status', async () => {
    const line = open();
    const registering = line.phone.register(false);
    const refusal = expect(registering).rejects.toMatchObject({ status: 603, reason: 'Too Many Contacts' });
    await settled(3);
    const far = line.server();
    far.socket.open();
    await settled(3);
    await far.answer(far.last('REGISTER'), '603 Too Many Contacts');
    await refusal;
  });

  it('does not wait for ever for a silent server', async () => {
    const line = open();
    const registering = expect(line.phone.register(false)).rejects.toThrow('no answer in time');
    await settled(3);
    line.server().socket.open();
    await line.clock.pass(8_000);
    await registering;
  });

  it('tells once when its socket closes, or a renewal stays unanswered', async () => {
    const line = open();
    const far = await line.registered();
    far.socket.cut();
    expect(line.lost()).toBe(1);
    await line.registered();
    await line.clock.pass(57_000 + 8_000);
    expect(line.lost()).toBe(2);
  });

  it('closes the old socket when it registers again', async () => {
    const line = open();
    const first = await line.registered();
    await line.registered();
    expect(first.socket.readyState).toBe(3);
    expect(line.lost()).toBe(0);
  });
});

describe('calling out', () => {
  it('shows the number that the user chose, also behind the challenge', async () => {
    const line = open();
    const far = await line.registered();
    void line.phone.dial('+12125550147', () => undefined, { callerId: '+16505550107' }).catch(() => undefined);
    await settled(5);
    const invite = await far.take();
    expect(invite.header('P-Asserted-Identity')).toBe('sip:+16505550107@sip.example.com');
  });

  it('is ringing with its session’s name, then up', async () => {
    const line = open();
    const { dialling, far } = await line.dial(await line.registered());
    await far.take();
    await dialling;
    expect(kinds(line)).toEqual(['identified', 'leg-ringing', 'leg-up']);
    expect(line.whole[0]).toEqual({ what: 'identified', telephonySessionId: 's-83a46aa08e20', partyId: 'p-83a46aa08e20-1' });
    expect(far.last('ACK').header('CSeq')).toBe(far.last('INVITE').header('CSeq').replace('INVITE', 'ACK'));
  });

  it('hangs up with BYE, at the moment of the order', async () => {
    const line = open();
    const { call, dialling, far } = await line.dial(await line.registered());
    await far.take();
    await dialling;
    const hangingUp = call.hangUp();
    expect(kinds(line).at(-1)).toBe('leg-ended');
    await settled(2);
    await far.answer(far.last('BYE'), '200 OK');
    await hangingUp;
    expect(line.phone.calls()).toEqual([]);
    expect(kinds(line).filter((what) => what === 'leg-ended')).toHaveLength(1);
  });

  it('sends one BYE, however often Hang up is pressed', async () => {
    const line = open();
    const { call, dialling, far } = await line.dial(await line.registered());
    await far.take();
    await dialling;
    void call.hangUp();
    void call.hangUp();
    await settled(2);
    expect(far.all().filter(({ subject }) => subject.startsWith('BYE '))).toHaveLength(1);
  });

  it('takes no answer that belongs to another call', async () => {
    const line = open();
    const { far } = await line.dial(await line.registered());
    const invite = far.last('INVITE');
    await far.answer(invite, '407 Proxy Authentication Required', { 'Call-Id': 'another', 'Proxy-Authenticate': 'Digest realm="sip.example.com", nonce="n2"' });
    expect(far.last('INVITE').text).toBe(invite.text);
  });

  it('is over even when the BYE is never answered', async () => {
    const line = open();
    const { call, dialling, far } = await line.dial(await line.registered());
    await far.take();
    await dialling;
    const hangingUp = call.hangUp();
    await line.clock.pass(8_000);
    await hangingUp;
    expect(line.phone.calls()).toEqual([]);
  });

  it('given up before RingCentral answers, is cancelled as soon as it rings', async () => {
    const line = open();
    const { call, dialling, far } = await line.dial(await line.registered());
    await call.hangUp();
    await far.answer(far.last('INVITE'), '407 Proxy Authentication Required', { 'Proxy-Authenticate': 'Digest realm="sip.example.com", nonce="n2"' });
    await far.answer(far.last('INVITE'), '183 Session Progress', { 'p-rc-api-ids': 'party-id=p-1-1;session-id=s-1' });
    expect(far.last('CANCEL').header('Call-Id')).toBe(call.callId);
    expect(kinds(line)).toContain('leg-ended');
    await far.answer(far.last('CANCEL'), '200 OK');
    await expect(dialling).resolves.toBeUndefined();
  });

  it.each([
    ['486 Busy Here', 486],
    ['503 Service Unavailable', 503],
  ])('refused with %s after it rang, says so', async (statusLine, status) => {
    const line = open();
    const { dialling, far } = await line.dial(await line.registered());
    await far.answer(far.last('INVITE'), '407 Proxy Authentication Required', { 'Proxy-Authenticate': 'Digest realm="sip.example.com", nonce="n2"' });
    await far.answer(far.last('INVITE'), '183 Session Progress', { 'p-rc-api-ids': 'party-id=p-1-1;session-id=s-1' });
    await far.answer(far.last('INVITE'), statusLine);
    await dialling;
    expect(line.whole.find((fact) => fact.what === 'leg-refused')).toMatchObject({ status });
  });

  it.each(['403 Forbidden', '500 Server Error'])('refused at once with %s, says so and leaves nothing behind', async (statusLine) => {
    const line = open();
    const { dialling, far } = await line.dial(await line.registered());
    await far.answer(far.last('INVITE'), statusLine);
    await Promise.allSettled([dialling]);
    expect(line.whole.find((fact) => fact.what === 'leg-refused')).toMatchObject({ status: Number(statusLine.slice(0, 3)) });
    expect(line.phone.calls()).toEqual([]);
  });

  it('fails by itself when the network goes before RingCentral answers', async () => {
    const line = open();
    const { dialling, far } = await line.dial(await line.registered());
    far.socket.cut();
    await expect(dialling).rejects.toThrow('closed');
    expect(line.whole.find((fact) => fact.what === 'leg-refused')).toMatchObject({ reason: 'no answer from RingCentral' });
  });

  it('sends nothing without a microphone', async () => {
    const line = open();
    const far = await line.registered();
    line.blockMicrophone();
    const { dialling } = await line.dial(far);
    await expect(dialling).rejects.toMatchObject({ kind: 'microphone-blocked' });
    expect(() => far.last('INVITE')).toThrow();
  });

  it('moves to another window as it stands: a held call stays held, as one session', async () => {
    const line = open();
    const { call, dialling, far } = await line.dial(await line.registered());
    await far.take();
    await dialling;
    const held = call.hold(true);
    await settled(3);
    await far.answer(far.last('INVITE'), '200 OK', {}, 'v=0');
    await held;
    const moved = call.refresh();
    await settled(3);
    expect(far.last('INVITE').body).toMatch(/^o=- 1 3 [^]*a=sendonly/m);
    expect(far.last('INVITE').header('Content-Length')).toBe(String(far.last('INVITE').body.length));
    await far.answer(far.last('INVITE'), '200 OK', {}, 'v=0');
    await expect(moved).resolves.toBeUndefined();
  });

  it('is not held when RingCentral will not hold it, and says with which status', async () => {
    const line = open();
    const { call, dialling, far } = await line.dial(await line.registered());
    await far.take();
    await dialling;
    const held = expect(call.hold(true)).rejects.toMatchObject({ status: 488 });
    await settled(3);
    await far.answer(far.last('INVITE'), '488 Not Acceptable Here');
    await held;
    const moved = call.refresh();
    await settled(3);
    expect(far.last('INVITE').body).toContain('a=sendrecv');
    await far.answer(far.last('INVITE'), '200 OK', {}, 'v=0');
    await moved;
  });

  it('says with which status RingCentral refuses to move', async () => {
    const line = open();
    const { call, dialling, far } = await line.dial(await line.registered());
    await far.take();
    await dialling;
    const moved = expect(call.refresh()).rejects.toMatchObject({ status: 481 });
    await settled(3);
    await far.answer(far.last('INVITE'), '481 Call/Transaction Does Not Exist');
    await moved;
  });

  it('is taken up by the next phone as the same dialog, above every sequence number the last one used', async () => {
    const line = open();
    const { call, dialling, far } = await line.dial(await line.registered());
    await far.take();
    await dialling;
    const dialog = call.dialog();
    if (!dialog) throw new Error('the call is up');
    const next = open();
    const server = await next.registered();
    const taken = next.phone.restore({ ...dialog, cseq: 23_456 }, true);
    const moved = taken.refresh();
    await settled(3);
    const invite = server.last('INVITE');
    expect([invite.header('Call-Id'), invite.header('From'), invite.header('To')]).toEqual([dialog.callId, dialog.localPeer, dialog.remotePeer]);
    expect(Number.parseInt(invite.header('CSeq'), 10)).toBeGreaterThan(23_456);
    expect(invite.body).toMatch(/^o=- 1 2 [^]*a=sendonly/m);
    await server.answer(invite, '200 OK', { To: dialog.remotePeer }, 'v=0');
    await moved;
    await server.send('BYE', dialog.callId);
    expect([kinds(next).at(-1), taken.dialog()]).toEqual(['leg-ended', null]);
  });

  it('holds and resumes one after the other, however fast the clicks', async () => {
    const line = open();
    const { call, dialling, far } = await line.dial(await line.registered());
    await far.take();
    await dialling;
    const invites = () => far.all().filter(({ subject }) => subject.startsWith('INVITE ')).length;
    const before = invites();
    const [held, resumed] = [call.hold(true), call.hold(false)];
    await settled(3);
    expect(invites()).toBe(before + 1);
    expect(far.last('INVITE').body).toContain('a=sendonly');
    await far.answer(far.last('INVITE'), '200 OK', {}, 'v=0\r\n');
    await held;
    await settled(3);
    expect(far.last('INVITE').body).toContain('a=sendrecv');
    await far.answer(far.last('INVITE'), '200 OK', {}, 'v=0\r\n');
    await resumed;
  });
});

describe('being called', () => {
  it('rings with name, numbers and queue, and confirms', async () => {
    const line = open();
    const far = await line.registered();
    await far.ring();
    expect(line.rings[0]).toMatchObject({ from: { number: '+442079460123', name: 'Priya Nair' }, to: { number: '+16505550101', name: 'Dana' }, queue: 'Support' });
    expect(line.whole).toEqual([{ what: 'identified', telephonySessionId: 's-77aa', partyId: 'p-77aa-2' }]);
    expect(far.all().map(({ subject }) => subject).slice(-3)).toEqual(['SIP/2.0 100 Trying', 'SIP/2.0 180 Ringing', 'MESSAGE sip:sw@sip.example.com SIP/2.0']);
  });

  it('is up when answered', async () => {
    const line = open();
    const far = await line.registered();
    await far.ring();
    await line.rings[0]?.call.answer();
    expect(far.all().at(-1)?.subject).toBe('SIP/2.0 200 OK');
    expect(kinds(line)).toEqual(['identified', 'leg-up']);
  });

  it('rings on when the microphone is blocked, and can be answered once it is allowed', async () => {
    const line = open();
    const far = await line.registered();
    await far.ring();
    line.blockMicrophone();
    await expect(line.rings[0]?.call.answer()).rejects.toMatchObject({ kind: 'microphone-blocked' });
    line.allowMicrophone();
    await line.rings[0]?.call.answer();
    expect(kinds(line)).toEqual(['identified', 'leg-up']);
  });

  it('declines with the reject message, and is over when RingCentral cancels', async () => {
    const line = open();
    const far = await line.registered();
    await far.ring();
    const declining = line.rings[0]?.call.decline();
    await settled(3);
    expect(far.last('MESSAGE').body).toContain('Cmd="12"');
    await far.answer(far.last('MESSAGE'), '200 OK');
    await far.send('CANCEL', 'ring-1', 218000001);
    await declining;
    expect(kinds(line)).toEqual(['identified', 'declined', 'leg-ended']);
  });

  it('declines with 480 when RingCentral named nobody to talk to', async () => {
    const line = open();
    const far = await line.registered();
    await far.ring('ring-2', { 'P-rc': '' });
    await line.rings[0]?.call.decline();
    expect(far.all().at(-1)?.subject).toBe('SIP/2.0 480 Temporarily Unavailable');
  });

  it.each(['BYE', 'CANCEL'])('ends with the other side’s %s', async (method) => {
    const line = open();
    const far = await line.registered();
    await far.ring();
    if (method === 'BYE') await line.rings[0]?.call.answer();
    await far.send(method, 'ring-1');
    expect(kinds(line).at(-1)).toBe('leg-ended');
    expect(far.all().some(({ subject, header }) => subject === 'SIP/2.0 200 OK' && header('CSeq').endsWith(method))).toBe(true);
  });

  it('is deaf to messages meant for another instance, and to nonsense', async () => {
    const line = open();
    const far = await line.registered();
    const before = far.all().length;
    await far.send('MESSAGE', 'other', 218000060, '<Msg><Hdr Cmd="7"/><Bdy Cln="999"/></Msg>');
    far.socket.receive('');
    far.socket.receive('NONSENSE\r\n\r\n');
    far.socket.receive(new ArrayBuffer(1));
    expect(far.all().length).toBe(before);
  });
});
