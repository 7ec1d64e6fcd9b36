import type { SyncCause } from '../../wire/sync/sync.ts';

/** RingCentral could not be asked, or would not answer; `retryAt` in epoch milliseconds, null where nobody said. */
export class SyncFailure extends Error {
  readonly reason: SyncCause;
  readonly detail: string;
  readonly retryAt: number | null;
  constructor(reason: SyncCause, detail = '', retryAt: number | null = null) {
    super(reason);
    this.name = 'SyncFailure';
    this.reason = reason;
    this.detail = detail;
    this.retryAt = retryAt;
  }
}

/** N/https gave up on the answer itself: over 10 MB, or not here in 45 s. How NetSuite spells the former is not proved. */
export const tooMuchAtOnce = ({ reason, detail }: SyncFailure): boolean => reason === 'UNREACHABLE' && /REQUEST_TIME_EXCEEDED|SIZE|TOO_LARGE/.test(detail);
