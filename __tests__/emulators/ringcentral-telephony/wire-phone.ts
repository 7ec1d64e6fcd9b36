import { createHash, randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { SipCredential } from '../../../emulators/ringcentral/telephony/contract.ts';
import { DOMAIN } from './switch.ts';

/**
 * A phone that speaks SIP by hand, as the browser library does, so that tests see every byte of the wire. It shares no
 * code with the switch.
 */

export interface WireMessage { start: string; headers: Record<string, string>; body: string }

/** The library's parser: a colon and a space, the last one wins, what stands after a second one is lost. */
function read(text: string): WireMessage {
  const [head = '', ...body] = text.split('\r\n\r\n');
  const [start = '', ...lines] = head.split('\r\n');
  return { start, headers: Object.fromEntries(lines.map((line) => line.split(': ').slice(0, 2) as [string, string])), body: body.join('\r\n\r\n') };
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

export interface WirePhone {
  readonly seen: WireMessage[];
  send(start: string, headers: Record<string, string>, body?: string): void;
  /** The next message, not taken before, whose start line (or CSeq) fits. */
  next(fits: RegExp | ((message: WireMessage) => boolean)): Promise<WireMessage>;
  /** Every header of a reply but the start line is copied from the request; `tag` is added to To. */
  reply(request: WireMessage, status: string, body?: string): void;
  register(options?: { instanceId?: string; password?: string; expires?: number }): Promise<WireMessage>;
  /** Sends an INVITE and answers its challenge. The headers of the second INVITE come back. */
  invite(callee: string, options?: { headers?: Record<string, string>; sdp?: string }): Promise<Record<string, string>>;
  cseq(): number;
  closed: Promise<void>;
  close(): void;
}

const WAIT_MS = 4_000;
export const SDP_NONSENSE = 'v=0\r\nthis is no session description\r\n';

export async function connectPhone(outboundProxy: string, credential: SipCredential, domain = DOMAIN): Promise<WirePhone> {
  const socket = new WebSocket(`ws://${outboundProxy}`, 'sip');
  const seen: WireMessage[] = [];
  const untaken: WireMessage[] = [];
  const waiting: { fits(message: WireMessage): boolean; take(message: WireMessage): void }[] = [];
  socket.on('message', (data) => {
    const message = read(String(data));
    seen.push(message);
    const index = waiting.findIndex(({ fits }) => fits(message));
    if (index >= 0) waiting.splice(index, 1)[0]?.take(message);
    else untaken.push(message);
  });
  const closed = new Promise<void>((resolve) => { socket.on('close', () => resolve()); });
  socket.on('error', () => { /* A refused or cut socket shows as closed. */ });
  await new Promise<void>((resolve) => { socket.on('open', () => resolve()); socket.on('close', () => resolve()); });

  let cseq = 1_000;
  const branch = (): string => `SIP/2.0/WSS phone.invalid;branch=z9hG4bK-${randomUUID()}`;
  const send: WirePhone['send'] = (start, headers, body = '') => {
    socket.send([start, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n'));
  };
  const next: WirePhone['next'] = (fits) => {
    const test = typeof fits === 'function' ? fits : (message: WireMessage): boolean => fits.test(message.start);
    const index = untaken.findIndex(test);
    if (index >= 0) return Promise.resolve(untaken.splice(index, 1)[0] as WireMessage);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`No message ${String(fits)} came; seen: ${seen.map(({ start }) => start).join(' | ')}`)), WAIT_MS);
      waiting.push({ fits: test, take(message) { clearTimeout(late); resolve(message); } });
    });
  };
  const digest = (challenge: string, method: string, password: string): string => {
    const nonce = /, nonce="(.+?)"/.exec(challenge)?.[1] ?? '';
    const uri = `sip:${domain}`;
    const response = md5(`${md5(`${credential.authorizationId}:${domain}:${password}`)}:${nonce}:${md5(`${method}:${uri}`)}`);
    return `Digest algorithm="MD5", username="${credential.authorizationId}", realm="${domain}", nonce="${nonce}", uri="${uri}", response="${response}"`;
  };

  return {
    seen, send, next, closed,
    cseq() { cseq += 1; return cseq; },
    reply(request, status, body = '') {
      const { Via, From, To, CSeq } = request.headers;
      const tagged = To?.includes(';tag=') ? To : `${To};tag=wire-${credential.authorizationId}`;
      send(`SIP/2.0 ${status}`, { Via: Via ?? '', From: From ?? '', To: tagged, 'Call-Id': request.headers['Call-Id'] ?? '', CSeq: CSeq ?? '', ...(body ? { 'Content-Type': 'application/sdp' } : {}) }, body);
    },
    async register({ instanceId = credential.authorizationId, password = credential.password, expires = 60 } = {}) {
      const self = `<sip:${credential.username}@${domain}>`;
      const headers = (): Record<string, string> => ({
        'Call-Id': randomUUID(), From: `${self};tag=r1`, To: self, Via: branch(), CSeq: `${cseq += 1} REGISTER`,
        Contact: `<sip:${credential.authorizationId}@phone.invalid;transport=wss>;+sip.instance="<urn:uuid:${instanceId}>";expires=${expires}`,
      });
      const ask = (extra: Record<string, string>): Promise<WireMessage> => {
        const sent = headers();
        send(`REGISTER sip:${domain} SIP/2.0`, { ...sent, ...extra });
        return next(({ headers: { CSeq } }) => CSeq === sent['CSeq']);
      };
      const first = await ask({});
      if (!first.start.startsWith('SIP/2.0 401')) return first;
      return ask({ Authorization: digest(first.headers['Www-Authenticate'] ?? '', 'REGISTER', password) });
    },
    async invite(callee, { headers: extra = {}, sdp = SDP_NONSENSE } = {}) {
      const base = (): Record<string, string> => ({
        'Call-Id': callId, Contact: '<sip:x@phone.invalid;transport=wss>;expires=60', From: `<sip:${credential.username}@${domain}>;tag=i1`,
        To: `<sip:${callee}@${domain}>`, Via: branch(), 'Content-Type': 'application/sdp', CSeq: `${cseq += 1} INVITE`, ...extra,
      });
      const callId = randomUUID();
      const first = base();
      send(`INVITE sip:${callee}@${domain} SIP/2.0`, first, sdp);
      const answer = await next(({ start, headers: { CSeq } }) => CSeq === first['CSeq'] && !start.startsWith('SIP/2.0 100'));
      if (!answer.start.startsWith('SIP/2.0 407')) { untaken.push(answer); return first; }
      const second = { ...base(), 'Proxy-Authorization': digest(answer.headers['Proxy-Authenticate'] ?? '', 'INVITE', credential.password) };
      send(`INVITE sip:${callee}@${domain} SIP/2.0`, second, sdp);
      return second;
    },
    close() { socket.terminate(); },
  };
}
