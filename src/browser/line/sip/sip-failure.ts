/** A SIP request had no answer: the socket closed, or nothing came in time. */
export class SipUnanswered extends Error {
  constructor(why: 'closed' | 'no answer in time') {
    super(`SIP: ${why}`);
    this.name = 'SipUnanswered';
  }
}

/** RingCentral refused a SIP request for good. */
export class SipRefused extends Error {
  readonly status: number;
  /** The reason phrase of the status line. */
  readonly reason: string;
  constructor(statusLine: string) {
    const [, status = '0', reason = ''] = /^SIP\/2\.0 (\d{3}) ?(.*)$/.exec(statusLine) ?? [];
    super(`SIP: refused with ${status}`);
    this.name = 'SipRefused';
    this.status = Number(status);
    this.reason = reason.slice(0, 120);
  }
}
