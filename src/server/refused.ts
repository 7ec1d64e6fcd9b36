import type { ErrorCode } from '../wire/errors.ts';

/** Thrown by an action that will not do what was asked; `detail` names fields and limits, never values. */
export class Refused extends Error {
  readonly code: ErrorCode;
  readonly detail: string;
  constructor(code: ErrorCode, detail: string) {
    super(code);
    this.name = 'Refused';
    this.code = code;
    this.detail = detail;
  }
}
