/**
 * The published library in a page, unmodified but for a socket without TLS: what a real client does, driven by hand.
 */
import WebPhone from 'ringcentral-web-phone';
import { DefaultSipClient } from 'ringcentral-web-phone/sip-client';
import type CallSession from 'ringcentral-web-phone/call-session/index';
import type InboundCallSession from 'ringcentral-web-phone/call-session/inbound';

export interface SipInfo { username: string; password: string; authorizationId: string; domain: string; outboundProxy: string; outboundProxyBackup: string; stunServers: string[] }

/** The library's socket is wss only; loopback has no certificate. */
class PlainSipClient extends DefaultSipClient {
  override connect(): Promise<void> {
    const Secure = globalThis.WebSocket;
    globalThis.WebSocket = class extends Secure {
      constructor(address: string | URL, protocols?: string | string[]) { super(String(address).replace(/^wss:/, 'ws:'), protocols); }
    };
    try {
      return super.connect();
    } finally {
      globalThis.WebSocket = Secure;
    }
  }
}

export interface PhoneView {
  state: string; sessionId: string | undefined; partyId: string | undefined; remoteNumber: string; localNumber: string;
  rcApiCallInfo: Record<string, string> | undefined; energyIn: number; packetsIn: number;
}

let phone: WebPhone | undefined;
let session: CallSession | undefined;
let held: CallSession | undefined;
let consultation: Awaited<ReturnType<CallSession['warmTransfer']>> | undefined;
/** Every state the newest call went through. */
let states: string[] = [];

const follow = (call: CallSession): void => {
  session = call;
  states = [call.state];
  for (const name of ['ringing', 'answered', 'disposed', 'failed'] as const) call.on(name, (...about: unknown[]) => { states.push([name, ...about].join(' ')); });
};
const current = (): CallSession => {
  if (!session) throw new Error('There is no call.');
  return session;
};

const verbs = {
  async start(sipInfo: SipInfo, instanceId?: string) {
    const options = { sipInfo, ...(instanceId === undefined ? {} : { instanceId }) };
    phone = new WebPhone({ ...options, sipClient: new PlainSipClient(options) });
    phone.on('inboundCall', (call: CallSession) => follow(call));
    phone.on('outboundCall', (call: CallSession) => follow(call));
    await phone.start();
  },
  /** Resolves once the call is up or failed, as the library's own call() does. */
  async call(callee: string, callerId?: string) { await phone?.call(callee, callerId); },
  answer: () => (current() as InboundCallSession).answer(),
  decline: () => (current() as InboundCallSession).decline(),
  toVoicemail: () => (current() as InboundCallSession).toVoicemail(),
  hangup: () => current().hangup(),
  hold: () => current().hold(),
  unhold: () => current().unhold(),
  mute() { current().mute(); },
  unmute() { current().unmute(); },
  reInvite: () => current().reInvite(),
  sendDtmf(tones: string, duration?: number, gap?: number) { current().sendDtmf(tones, duration, gap); },
  startRecording: () => current().startRecording(),
  transfer: (target: string) => current().transfer(target),
  park: () => current().park(),
  flip: (target: string) => current().flip(target),
  forward: (target: string) => (current() as InboundCallSession).forward(target),
  async reply(text: string) {
    await (current() as InboundCallSession).startReply();
    await (current() as InboundCallSession).reply(text);
  },
  /** Holds, asks somebody else, and hands over once they talk. */
  async consult(target: string) {
    held = current();
    consultation = await held.warmTransfer(target);
  },
  completeTransfer: () => consultation?.complete(),
  /** The held call is the current one again. */
  async cancelTransfer() {
    await consultation?.cancel();
    session = held;
  },
  states: () => states,
  dispose: () => phone?.dispose(),
  async view(): Promise<PhoneView | null> {
    if (!session) return null;
    const seen: PhoneView = {
      state: session.state, sessionId: session.sessionId, partyId: session.partyId, remoteNumber: session.remoteNumber, localNumber: session.localNumber,
      rcApiCallInfo: (session as InboundCallSession).rcApiCallInfo, energyIn: 0, packetsIn: 0,
    };
    const connection = session.rtcPeerConnection as RTCPeerConnection | undefined;
    (await connection?.getStats())?.forEach((row: { type: string; packetsReceived?: number; totalAudioEnergy?: number }) => {
      if (row.type !== 'inbound-rtp') return;
      seen.packetsIn += row.packetsReceived ?? 0;
      seen.energyIn += row.totalAudioEnergy ?? 0;
    });
    return seen;
  },
};

export type PagePhone = typeof verbs;

Object.assign(globalThis, { phone: verbs });
