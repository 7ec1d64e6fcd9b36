import type { FakeSocket } from './fakes.ts';
import { settled } from './hand-clock.ts';

/** A SIP message taken apart; header names in lower case. */
export interface Sip { subject: string; header(name: string): string; body: string; text: string }

export function readSip(text: string): Sip {
  const [head = '', ...body] = text.split('\r\n\r\n');
  const [subject = '', ...lines] = head.split('\r\n');
  const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
  return { subject, header: (name) => headers.get(name.toLowerCase()) ?? '', body: body.join('\r\n\r\n'), text };
}

export const sipInfo = { authorizationId: '801776040', username: '16505550100*101', password: 'not a secret', domain: 'sip.example.com', outboundProxy: 'sip10.example.com:8083', outboundProxyBackup: 'sip20.example.com:8083', stunServers: [] };

/** RingCentral's end of a phone's socket, in a test's hands. */
export function createSipServer(socket: FakeSocket) {
  const all = (): Sip[] => socket.sent.map(readSip);
  const answer = async (request: Sip, statusLine: string, headers: Record<string, string> = {}, body = ''): Promise<void> => {
    const own = { Via: request.header('Via'), From: request.header('From'), To: `${request.header('To').replace(/;tag=.*/, '')};tag=server`, 'Call-Id': request.header('Call-Id'), CSeq: request.header('CSeq'), ...headers };
    socket.receive([`SIP/2.0 ${statusLine}`, ...Object.entries(own).map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n'));
    await settled(3);
  };
  const last = (method: string): Sip => {
    const found = all().reverse().find(({ subject }) => subject.startsWith(`${method} `));
    if (!found) throw new Error(`no ${method} was sent`);
    return found;
  };
  return {
    socket,
    all,
    last,
    answer,
    /** Lets the phone in, by the book: challenge first. */
    async register(expires = 60): Promise<void> {
      socket.open();
      await settled(3);
      await answer(last('REGISTER'), '401 Unauthorized', { 'Www-Authenticate': 'Digest realm="sip.example.com", nonce="n1"' });
      await answer(last('REGISTER'), '200 OK', { Contact: `<sip:x@y.invalid;transport=wss>;expires=${expires}` });
    },
    /** Takes an INVITE as RingCentral does: challenge, 183, 200 at once. */
    async take(session = 's-83a46aa08e20'): Promise<Sip> {
      await answer(last('INVITE'), '407 Proxy Authentication Required', { 'Proxy-Authenticate': 'Digest realm="sip.example.com", nonce="n2"' });
      const invite = last('INVITE');
      await answer(invite, '183 Session Progress', { 'p-rc-api-ids': `party-id=p-83a46aa08e20-1;session-id=${session}` });
      await answer(invite, '200 OK', { 'Content-Type': 'application/sdp' }, 'v=0\r\n');
      return invite;
    },
    /** Somebody rings this phone. */
    async ring(callId = 'ring-1', headers: Record<string, string> = {}): Promise<void> {
      const own = {
        Via: 'SIP/2.0/WSS rc;branch=z9hG4bK-1', From: '"Priya Nair" <sip:+442079460123@sip.example.com>;tag=far', To: '<sip:16505550100*101@sip.example.com>', 'Call-Id': callId, CSeq: '218000001 INVITE',
        'p-rc-api-ids': 'party-id=p-77aa-2;session-id=s-77aa', 'p-rc-api-call-info': 'callAttributes=reject,send-vm;queueName=Support',
        'P-rc': '<Msg><Hdr SID="1" Req="r" From="sw@sip.example.com" To="16505550100*101" Cmd="6"/><Bdy ToPhn="+16505550101" ToNm="Dana"/></Msg>', ...headers,
      };
      socket.receive(['INVITE sip:101@sip.example.com SIP/2.0', ...Object.entries(own).map(([name, value]) => `${name}: ${value}`), '', 'v=0\r\n'].join('\r\n'));
      await settled(3);
      const confirm = all().reverse().find(({ subject }) => subject.startsWith('MESSAGE '));
      if (confirm) await answer(confirm, '200 OK');
    },
    async send(method: string, callId: string, cseq = 218000050, body = ''): Promise<void> {
      socket.receive([`${method} sip:101@sip.example.com SIP/2.0`, 'Via: SIP/2.0/WSS rc;branch=z9', 'From: <sip:far@sip.example.com>;tag=far', 'To: <sip:101@sip.example.com>;tag=us', `Call-Id: ${callId}`, `CSeq: ${cseq} ${method}`, '', body].join('\r\n'));
      await settled(3);
    },
  };
}
