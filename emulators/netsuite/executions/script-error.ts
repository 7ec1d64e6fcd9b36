/** An error as scripts of the platform see it: `name` is the code. Not an Error of the script's own realm, as in an account. */
export class SuiteScriptError extends Error {
  readonly type: string;
  readonly id = '';
  readonly notifyOff: boolean;
  readonly userFacing: boolean;

  constructor(code: string, message: string, options: { notifyOff?: boolean; userFacing?: boolean; type?: string; cause?: unknown } = {}) {
    super(message);
    this.name = code;
    this.type = options.type ?? 'error.SuiteScriptError';
    this.notifyOff = options.notifyOff ?? false;
    this.userFacing = options.userFacing ?? false;
    if (options.cause !== undefined) this.cause = options.cause;
  }

  toJSON(): Record<string, unknown> {
    return { type: this.type, name: this.name, message: this.message, stack: [], cause: null, id: this.id, notifyOff: this.notifyOff, userFacing: this.userFacing };
  }

  override toString(): string {
    return `${this.name}: ${this.message}`;
  }
}

/** What is left of an error when it crosses a thread or reaches a page. */
export interface Failure { code: string; message: string; /** The error as a RESTlet serialises it. */ serialised: string; stack: string }

/** Reads anything a script may throw. Errors that are not the platform's own are UNEXPECTED_ERROR, and NotEmulated keeps its name. */
export function failureOf(thrown: unknown): Failure {
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : { message: String(thrown) }) as { name?: unknown; message?: unknown; type?: unknown; stack?: unknown };
  const message = String(error.message ?? '');
  const name = String(error.name ?? '');
  const stack = typeof error.stack === 'string' ? error.stack : '';
  const platform = String(error.type ?? '').startsWith('error.') || name === 'NotEmulated';
  const code = platform ? name : 'UNEXPECTED_ERROR';
  const said = platform || name === '' ? message : `${name}: ${message}`;
  return { code, message: said, stack, serialised: JSON.stringify({ type: 'error.SuiteScriptError', name: code, message: said, id: '', stack: [], cause: null, notifyOff: false, userFacing: false }) };
}

export function missingArgument(member: string, name: string): SuiteScriptError {
  return new SuiteScriptError('SSS_MISSING_REQD_ARGUMENT', `${member}: Missing a required argument: ${name}`);
}
