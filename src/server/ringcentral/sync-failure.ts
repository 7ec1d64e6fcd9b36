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
