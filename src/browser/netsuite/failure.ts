import type { ErrorCode } from '../../wire/errors.ts';

/** Why NetSuite did not answer with what was asked for. */
export type NetSuiteFailureKind =
  /** No connection: try again later. */
  | 'network'
  /** NetSuite answered, with nothing of ours: an error page, or something unreadable. */
  | 'failed'
  /** NetSuite asks the user to sign in again. */
  | 'session-ended'
  /** Our own endpoint said no; `code` says whose move it is. */
  | 'refused'
  /** NetSuite's own limits: try again later, or through another door. */
  | 'limits';

export class NetSuiteFailure extends Error {
  readonly kind: NetSuiteFailureKind;
  readonly code: ErrorCode | null;

  constructor(kind: NetSuiteFailureKind, detail: string, code: ErrorCode | null = null) {
    super(detail);
    this.name = 'NetSuiteFailure';
    this.kind = kind;
    this.code = code;
  }
}
