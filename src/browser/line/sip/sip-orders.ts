import type InboundCallSession from 'ringcentral-web-phone/call-session/inbound';
import type OutboundCallSession from 'ringcentral-web-phone/call-session/outbound';
import type InboundMessage from 'ringcentral-web-phone/sip-message/inbound';
import { extractNumber, extractTag } from 'ringcentral-web-phone/utils';
import { within, type Clock } from '../../environment/clock.ts';
import type { SipDialog } from './sip-dialog.ts';
import { OrderRefused, SipRefused } from './sip-failure.ts';

type Session = InboundCallSession | OutboundCallSession;
/** What RingCentral says in an INFO of its own; code 0 is success. */
interface InfoResult { code: number; description: string; 'park extension'?: string }
/** The library's own `park` hangs up by itself, and its answer comes too late then. */
interface Asking { sendJsonMessage(command: 'callpark'): Promise<InfoResult> }

export interface SipOrderTools {
  session: Session;
  clock: Clock;
  answerMs: number;
  /** The leg is gone. */
  over: Promise<void>;
  /** Takes its turn among the re-INVITEs. */
  change(work: () => Promise<void>): Promise<void>;
}

const finalStatus = (line: string): number => Number(/^SIP\/2\.0 ([2-6]\d\d)/.exec(line)?.[1] ?? 0);

/** Status line of the final answer to our request, or of what a NOTIFY says became of a REFER; null for anything else. */
function outcome(method: string, message: InboundMessage): string | null {
  const isAnswer = message.subject.startsWith('SIP/2.0 ') && message.getHeader('CSeq')?.endsWith(` ${method}`) === true;
  const line = isAnswer ? message.subject : method === 'REFER' && message.subject.startsWith('NOTIFY sip:') ? (message.body.split('\r\n')[0] ?? '') : '';
  return finalStatus(line) === 0 ? null : line;
}

/**
 * What RingCentral can be asked to do with a call. The library waits for ever, and hears no refusal; here each order is
 * carried out, refused in RingCentral's words (SipRefused, OrderRefused), or given up (TimedOut). The end of the leg
 * ends the waiting too: most orders mean it.
 */
export function createSipOrders({ session, clock, answerMs, over, change }: SipOrderTools) {
  /** `enough`: some orders are RingCentral's affair once it has taken them. */
  async function order<T>(method: 'MESSAGE' | 'REFER' | 'INFO', work: () => Promise<T>, enough: 'taken' | 'carried-out'): Promise<T | undefined> {
    let stop = (): void => undefined;
    const heard = new Promise<undefined>((resolve, reject) => {
      const listen = (message: InboundMessage): void => {
        const line = outcome(method, message);
        if (line === null) return;
        if (finalStatus(line) >= 300) reject(new SipRefused(line));
        else if (enough === 'taken') resolve(undefined);
      };
      session.on('inboundMessage', listen);
      stop = () => session.off('inboundMessage', listen);
    });
    const working = work();
    working.catch(() => undefined);
    const ends: Promise<T | undefined>[] = [heard, over.then(() => undefined)];
    try {
      return await within(clock, answerMs, method, Promise.race(enough === 'taken' ? ends : [working, ...ends]));
    } finally {
      stop();
    }
  }

  async function info(work: () => Promise<InfoResult>): Promise<InfoResult> {
    const result = await order('INFO', work, 'carried-out');
    // The call ended over it, which is nobody's refusal.
    if (!result) throw new OrderRefused('');
    if (result.code !== 0) throw new OrderRefused(String(result.description));
    return result;
  }

  /** While it rings. Where RingCentral named nobody to talk to, nothing can be asked. */
  function whileRinging(work: (inbound: InboundCallSession) => Promise<unknown>, enough: 'taken' | 'carried-out'): Promise<void> {
    const inbound = session as InboundCallSession;
    if (!inbound.sipMessage.getHeader('P-rc')) return Promise.reject(new OrderRefused(''));
    return order('MESSAGE', () => work(inbound), enough).then(() => undefined);
  }

  const refer = (work: () => Promise<void>): Promise<void> => change(() => order('REFER', work, 'carried-out').then(() => undefined));

  return {
    toVoicemail: (): Promise<void> => whileRinging((inbound) => inbound.toVoicemail(), 'carried-out'),
    forward: (target: string): Promise<void> => whileRinging((inbound) => inbound.forward(target), 'carried-out'),
    beginReply: (): Promise<void> => whileRinging((inbound) => inbound.startReply(), 'taken'),
    /** Taken: the caller listens to it, and answers by key, for as long as that takes. */
    reply: (text: string): Promise<void> => whileRinging((inbound) => inbound.reply(text), 'taken'),
    /** To whoever answers there; our leg ends. */
    transfer: (target: string): Promise<void> => refer(() => session.transfer(target, answerMs)),
    /** The other sides of this call and of that one talk to each other; both our legs end. */
    transferTo({ callId, localPeer, remotePeer }: SipDialog): Promise<void> {
      const other = { callId, remoteNumber: extractNumber(remotePeer), remoteTag: extractTag(remotePeer), localTag: extractTag(localPeer) };
      return refer(() => session.completeWarmTransfer(other as unknown as Session, answerMs));
    },
    /** Gives the place it waits at; our leg is still to be hung up. */
    park: async (): Promise<string> => String((await info(() => (session as unknown as Asking).sendJsonMessage('callpark')))['park extension'] ?? ''),
    /** Rings that phone; our leg is to be hung up when it is answered there. */
    flip: (target: string): Promise<void> => info(() => session.flip(target)).then(() => undefined),
    record: (on: boolean): Promise<void> => info(() => (on ? session.startRecording() : session.stopRecording())).then(() => undefined),
  };
}

export type SipOrders = ReturnType<typeof createSipOrders>;
export type OrdersOf = (sip: { ordering: SipOrderTools }) => SipOrders;
