import * as v from 'valibot';
import type { ErrorCode } from '../../wire/errors.ts';
import { CallLog, largestBatch, LogRequest, type LogAnswer, type LogResult } from '../../wire/calls/log.ts';
import { logCall, worstCaseUnits, type Caller } from './log-call.ts';

export interface BatchTools {
  account: string;
  caller: Caller;
  /** Units this script may still use. */
  remainingUnits: () => number;
}

/** Names of the fields that do not fit; never their values. */
const fieldsOf = (issues: readonly v.BaseIssue<unknown>[]): string => [...new Set(issues.map((issue) => v.getDotPath(issue) ?? 'body'))].slice(0, 5).join(', ');
const tooLarge = (issues: readonly v.BaseIssue<unknown>[]): boolean => issues.every((issue) => issue.type === 'max_length');
const codeOf = (issues: readonly v.BaseIssue<unknown>[]): ErrorCode => (tooLarge(issues) ? 'TOO_LARGE' : 'BAD_REQUEST');

const refuse = (code: ErrorCode, detail: string): LogAnswer => ({ ok: false, error: { code, detail } });

/** A key is repeated only when it has a key's shape. */
const keyPart = (call: unknown, part: 'telephonySessionId' | 'extensionId'): string | null => {
  const read = v.safeParse(CallLog.entries[part], typeof call === 'object' && call !== null ? (call as Record<string, unknown>)[part] : null);
  return read.success ? read.output : null;
};

/**
 * Logs the calls of one request one by one: a bad one holds up nobody, and when the units left no longer cover one worst
 * case the rest is asked for again. The same for the RESTlet and for the Suitelet that stands in for it.
 */
export function logBatch(body: unknown, { account, caller, remainingUnits }: BatchTools): LogAnswer {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse('BAD_REQUEST', 'body');
  const read = v.safeParse(LogRequest, body);
  if (!read.success) return refuse(codeOf(read.issues), tooLarge(read.issues) ? `calls: at most ${largestBatch}` : fieldsOf(read.issues));
  const request = read.output;
  if (request.account !== account || request.user !== caller.id) return refuse('WRONG_USER', request.account === account ? 'user' : 'account');
  return { ok: true, results: request.calls.map((call) => logOne(call, caller, remainingUnits)) };
}

function logOne(call: unknown, caller: Caller, remainingUnits: () => number): LogResult {
  const name = { telephonySessionId: keyPart(call, 'telephonySessionId'), extensionId: keyPart(call, 'extensionId') };
  const read = v.safeParse(CallLog, call);
  if (!read.success) return { ...name, status: 'refused', record: null, code: codeOf(read.issues), detail: fieldsOf(read.issues) };
  if (remainingUnits() < worstCaseUnits) return { ...name, status: 'later', record: null, code: 'LATER', detail: 'units' };
  return logCall(read.output, caller);
}
