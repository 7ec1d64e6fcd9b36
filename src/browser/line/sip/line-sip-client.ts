import RcMessage from 'ringcentral-web-phone/rc-message/rc-message';
import { DefaultSipClient } from 'ringcentral-web-phone/sip-client';
import InboundMessage from 'ringcentral-web-phone/sip-message/inbound';
import type OutboundMessage from 'ringcentral-web-phone/sip-message/outbound/index';
import RequestMessage from 'ringcentral-web-phone/sip-message/outbound/request';
import ResponseMessage from 'ringcentral-web-phone/sip-message/outbound/response';
import { branch, fakeDomain, fakeEmail, generateAuthorization, uuid } from 'ringcentral-web-phone/utils';
import type { LineEnvironment, Socket } from '../../environment/line-environment.ts';
import { socketAddress } from '../loopback.ts';
import { createPendingRequests } from './pending-requests.ts';
import { createSdpOrigins } from './sdp-origins.ts';
import { SipRefused, SipUnanswered } from './sip-failure.ts';
import type { SipInfo } from './sip-info.ts';

/** The server gives back what it grants, usually 47 to 60. */
const wantedExpirySeconds = 60;
/** Registration is renewed this long before it runs out. */
const renewBeforeSeconds = 3;
const answeredByItself = /^(MESSAGE|BYE|CANCEL|INFO|NOTIFY|UPDATE) sip:/;
const socketIsOpen = 1;
const sequenceOf = (message: OutboundMessage): number => Number.parseInt(String(message.headers['CSeq']), 10) || 0;

export interface LineSipClientTools {
  sipInfo: SipInfo;
  instanceId: string;
  environment: Pick<LineEnvironment, 'openSocket' | 'clock'>;
  answerMs: number;
  /** The registered socket closed, or the registration could not be renewed. Told once per start. */
  onLost(): void;
}

/**
 * The library's SIP client with what it lacks: it notices a closed socket, answers every request in time or rejects,
 * closes the old socket when it starts again, and lets loopback hosts use ws:// (a stand-in needs no certificate).
 */
export class LineSipClient extends DefaultSipClient {
  readonly #tools: LineSipClientTools;
  readonly #requests: ReturnType<typeof createPendingRequests>;
  #cancelRenewal = (): void => undefined;
  #registered = false;
  #backup = false;
  /** Call-ID → status line of a final failure to its INVITE, which the library keeps to itself. */
  readonly refusals = new Map<string, string>();
  readonly origins = createSdpOrigins();
  /** Highest sequence number sent so far. */
  cseq = 0;

  constructor(tools: LineSipClientTools) {
    super({ sipInfo: tools.sipInfo, instanceId: tools.instanceId });
    this.#tools = tools;
    this.#requests = createPendingRequests(tools.environment.clock, tools.answerMs);
  }

  override toggleBackupOutboundProxy(enabled = true): void {
    this.#backup = enabled;
  }

  override connect(): Promise<void> {
    this.#drop();
    const { environment, answerMs, sipInfo } = this.#tools;
    const socket = environment.openSocket(socketAddress(this.#backup && sipInfo.outboundProxyBackup ? sipInfo.outboundProxyBackup : sipInfo.outboundProxy), 'sip');
    this.wsc = socket as unknown as WebSocket;
    socket.addEventListener('message', ({ data }) => {
      if (this.#current() === socket && typeof data === 'string') this.#receive(data);
    });
    return new Promise((resolve, reject) => {
      const fail = (): void => {
        cancel();
        if (this.#current() === socket) this.#closed();
        reject(new SipUnanswered('closed'));
      };
      const cancel = environment.clock.after(answerMs, () => socket.close());
      socket.addEventListener('open', () => {
        cancel();
        resolve();
      });
      socket.addEventListener('close', fail);
      socket.addEventListener('error', fail);
    });
  }

  override async register(expires: number): Promise<void> {
    this.#cancelRenewal();
    const { domain, username } = this.sipInfo;
    const first = new RequestMessage(`REGISTER sip:${domain} SIP/2.0`, {
      'Call-Id': uuid(),
      Contact: `<sip:${fakeEmail};transport=wss>;+sip.instance="<urn:uuid:${this.instanceId}>";expires=${expires}`,
      From: `<sip:${username}@${domain}>;tag=${uuid()}`,
      To: `<sip:${username}@${domain}>`,
      Via: `SIP/2.0/WSS ${fakeDomain};branch=${branch()}`,
    });
    let answer = await this.request(first);
    const nonce = /\bnonce="([^"]+)"/.exec(answer.getHeader('Www-Authenticate') ?? '')?.[1];
    if (nonce !== undefined) {
      const second = first.fork();
      second.headers['Authorization'] = generateAuthorization(this.sipInfo, nonce, 'REGISTER');
      answer = await this.request(second);
    }
    if (!answer.subject.startsWith('SIP/2.0 200 ')) throw new SipRefused(answer.subject);
    if (expires === 0) return;
    this.#registered = true;
    const granted = Number(/;expires=(\d+)/.exec(answer.getHeader('Contact') ?? '')?.[1] ?? wantedExpirySeconds);
    this.#cancelRenewal = this.#tools.environment.clock.after(Math.max(1, granted - renewBeforeSeconds) * 1000, () => {
      this.register(wantedExpirySeconds).catch(() => this.#closed());
    });
  }

  override request(message: OutboundMessage): Promise<InboundMessage> {
    const open = this.#current()?.readyState === socketIsOpen;
    const answer = open ? this.#requests.wait(String(message.headers['Call-Id']), String(message.headers['CSeq']), message.subject.startsWith('SIP/2.0 ')) : Promise.reject(new SipUnanswered('closed'));
    if (open) void this.send(message);
    // The library sends its RC messages from where nobody catches; what they are for has its own signs of success.
    return message.subject.startsWith('MESSAGE ') ? answer.catch(() => new InboundMessage()) : answer;
  }

  override async reply(message: OutboundMessage): Promise<void> {
    if (this.#current()?.readyState === socketIsOpen) await this.send(message);
  }

  override send(message: OutboundMessage): Promise<InboundMessage> {
    if (message.headers['Content-Type'] === 'application/sdp') {
      message.body = this.origins.stamp(message.getHeader('Call-Id') ?? '', message.body);
      message.headers['Content-Length'] = String(message.body.length);
    }
    if (!message.subject.startsWith('SIP/2.0 ')) this.cseq = Math.max(this.cseq, sequenceOf(message));
    this.wsc.send(message.toString());
    this.emit('outboundMessage', message);
    return Promise.resolve(new InboundMessage());
  }

  /** Sequence numbers go on above those that another phone has used; the library begins anywhere. */
  raiseCseq(above: number): void {
    while (this.cseq <= above) this.cseq = sequenceOf(new RequestMessage('OPTIONS'));
  }

  override async dispose(): Promise<void> {
    this.disposed = true;
    this.#registered = false;
    this.removeAllListeners();
    // Nobody waits for an answer of a server that is left.
    await this.unregister().catch(() => undefined);
    this.#drop();
  }

  #current(): Socket | null {
    return (this.wsc as unknown as Socket | undefined) ?? null;
  }

  #receive(text: string): void {
    let message: InboundMessage;
    try {
      message = InboundMessage.fromString(text);
      if (!message.getHeader('CSeq')) return;
      if (message.subject.startsWith('MESSAGE sip:')) {
        const { Cln } = RcMessage.fromXml(message.body).body;
        if (Cln && Cln !== this.sipInfo.authorizationId) return;
      }
    } catch {
      // Not a SIP message; a server that talks nonsense is not answered.
      return;
    }
    const status = Number(/^SIP\/2\.0 (\d{3})/.exec(message.subject)?.[1] ?? 0);
    if (status >= 300 && status !== 407 && status !== 401 && message.getHeader('CSeq')?.endsWith(' INVITE')) this.refusals.set(message.getHeader('Call-Id') ?? '', message.subject);
    this.#requests.receive(message);
    this.emit('inboundMessage', message);
    if (answeredByItself.test(message.subject)) void this.reply(new ResponseMessage(message, { responseCode: 200 }));
  }

  #closed(): void {
    const wasRegistered = this.#registered;
    this.#registered = false;
    this.#drop();
    if (wasRegistered) this.#tools.onLost();
  }

  #drop(): void {
    this.#cancelRenewal();
    const socket = this.#current();
    this.wsc = undefined as unknown as WebSocket;
    socket?.close();
    this.#requests.closed();
  }
}
