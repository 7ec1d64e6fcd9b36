import type InboundMessage from 'ringcentral-web-phone/sip-message/inbound';
import type { Clock } from '../../environment/clock.ts';
import { SipUnanswered } from './sip-failure.ts';

const numberOf = (cseq: string | undefined): string => (cseq ?? '').trim().split(/\s+/)[0] ?? '';

interface Asked { callId: string; cseq: string; isResponse: boolean; settle(answer: InboundMessage | SipUnanswered): void }

/**
 * SIP requests waiting for their first answer other than 100. The library matches by CSeq number alone and waits for
 * ever; this also compares the Call-ID, gives up after `answerMs`, and rejects everything when the socket closes.
 */
export function createPendingRequests(clock: Clock, answerMs: number) {
  const waiting = new Set<Asked>();
  return {
    /** `isResponse`: a 200 that waits for its ACK. */
    wait: (callId: string, cseq: string, isResponse: boolean): Promise<InboundMessage> =>
      new Promise((resolve, reject) => {
        const asked: Asked = {
          callId,
          cseq: numberOf(cseq),
          isResponse,
          settle(answer) {
            cancel();
            waiting.delete(asked);
            if (answer instanceof SipUnanswered) reject(answer);
            else resolve(answer);
          },
        };
        const cancel = clock.after(answerMs, () => asked.settle(new SipUnanswered('no answer in time')));
        waiting.add(asked);
      }),
    receive(message: InboundMessage): void {
      if (message.subject.startsWith('SIP/2.0 100 ')) return;
      const isAnswer = message.subject.startsWith('SIP/2.0 ');
      for (const asked of [...waiting]) {
        if (asked.cseq === numberOf(message.getHeader('CSeq')) && asked.callId === message.getHeader('Call-Id') && isAnswer !== asked.isResponse) asked.settle(message);
      }
    },
    closed(): void {
      for (const asked of [...waiting]) asked.settle(new SipUnanswered('closed'));
    },
  };
}
