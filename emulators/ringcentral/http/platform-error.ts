import { json, type Answer } from './answer.ts';

/** Extra facts that RingCentral puts into the first error and repeats on top of the envelope. */
export type ErrorDetails = { parameterName?: string; permissionName?: string };

/**
 * A refusal of the REST API (ringcentral.md 2.2). `errorCode` is the specific code; `topCode` the one on top of the
 * envelope where RingCentral uses another word there (TokenInvalid, InsufficientPermissions).
 * Messages name parameters and permissions, never values: these may be numbers or tokens.
 */
export class PlatformError extends Error {
  readonly status: number;
  readonly errorCode: string;
  readonly topCode: string;
  readonly details: ErrorDetails;
  readonly headers: Record<string, string>;
  constructor(status: number, errorCode: string, message: string, more: { topCode?: string; details?: ErrorDetails; headers?: Record<string, string> } = {}) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
    this.topCode = more.topCode ?? errorCode;
    this.details = more.details ?? {};
    this.headers = more.headers ?? {};
  }
}

/** Something that the real service has and this simulator does not: loud, and it names itself. */
export class NotEmulated extends PlatformError {
  constructor(what: string) {
    super(501, 'NotEmulated', `The simulator does not emulate ${what}`);
  }
}

export const invalidParameter = (parameterName: string): PlatformError =>
  new PlatformError(400, 'CMN-101', `Parameter [${parameterName}] value is invalid`, { topCode: 'InvalidParameter', details: { parameterName } });

export const notFound = (parameterName: string): PlatformError =>
  new PlatformError(404, 'CMN-102', `Resource for parameter [${parameterName}] is not found`, { details: { parameterName } });

/** `{errorCode, message, errors:[{errorCode, message, …}], …details}` */
export function errorBody(error: PlatformError): object {
  return { errorCode: error.topCode, message: error.message, errors: [{ errorCode: error.errorCode, message: error.message, ...error.details }], ...error.details };
}

export function errorAnswer(error: PlatformError): Answer {
  return json(errorBody(error), error.status, error.headers);
}
