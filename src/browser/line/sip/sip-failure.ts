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

/** RingCentral took the request and refused what was asked in it. */
export class OrderRefused extends Error {
  /** RingCentral's own words, for the user's eyes only; '' where it said none. */
  readonly words: string;
  constructor(words: string) {
    super('RingCentral refused an order');
    this.name = 'OrderRefused';
    this.words = words.slice(0, 200);
  }
}
