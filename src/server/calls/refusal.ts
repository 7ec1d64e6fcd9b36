import type { ErrorCode } from '../../wire/errors.ts';
import { errorName } from '../netsuite/error-name.ts';

/** What becomes of a log that NetSuite would not take. `detail` is NetSuite's own code. */
export type LogRefusal = { status: 'later' | 'refused'; code: ErrorCode; detail: string };

/** Passing trouble: the same log may well be taken next time. */
const passing = new Set([
  'RCRD_HAS_BEEN_CHANGED', 'SSS_REQUEST_LIMIT_EXCEEDED', 'SSS_USAGE_LIMIT_EXCEEDED', 'SSS_TIME_LIMIT_EXCEEDED', 'SSS_CONNECTION_TIME_OUT',
  'SSS_REQUEST_TIME_EXCEEDED', 'UNEXPECTED_ERROR', 'WS_CONCUR_SESSION_DISALLWD', 'RECORD_LOCKED',
]);

export function refusalOf(thrown: unknown): LogRefusal {
  const detail = errorName(thrown);
  if (passing.has(detail)) return { status: 'later', code: 'LATER', detail };
  if (/PERMISSION|PRIVILEGE/.test(detail)) return { status: 'refused', code: 'FORBIDDEN', detail };
  // The key is taken, and the caller cannot see by whom: somebody else's (only the wording depends on this guess).
  if (/^DUP_|_EXIST$|ALREADY_EXISTS|UNIQUE/.test(detail) && !/DSNT_EXIST|NOT_EXIST/.test(detail)) return { status: 'refused', code: 'NOT_YOURS', detail };
  return { status: 'refused', code: 'NETSUITE', detail };
}
