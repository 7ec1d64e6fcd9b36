import * as v from 'valibot';
import type { ErrorCode } from '../../wire/errors.ts';
import { misfits } from '../../wire/misfits.ts';
import { largestTextBatch } from '../../wire/messages/log.ts';
import { CallLog, LogRequest } from '../../wire/calls/log.ts';
import { largestBatch, type LogAnswer, type LogResult } from '../../wire/calls/log-answer.ts';
import { logTexts } from '../messages/log-texts.ts';
import type { BatchTools } from './batch-tools.ts';
import { logCall, worstCaseUnits, type Caller } from './log-call.ts';

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
  if (!read.success) {
    const { code, detail } = misfits(read.issues);
    return refuse(code, code === 'TOO_LARGE' ? `${detail}: at most ${detail === 'texts' ? largestTextBatch : largestBatch}` : detail);
  }
  const request = read.output;
  if (request.account !== account || request.user !== caller.id) return refuse('WRONG_USER', request.account === account ? 'user' : 'account');
  return { ok: true, results: request.calls.map((call) => logOne(call, caller, remainingUnits)), textResults: logTexts(request.texts, { account, caller, remainingUnits }) };
}

function logOne(call: unknown, caller: Caller, remainingUnits: () => number): LogResult {
  const name = { telephonySessionId: keyPart(call, 'telephonySessionId'), extensionId: keyPart(call, 'extensionId') };
  const read = v.safeParse(CallLog, call);
  if (!read.success) return { ...name, status: 'refused', record: null, ...misfits(read.issues) };
  if (remainingUnits() < worstCaseUnits) return { ...name, status: 'later', record: null, code: 'LATER', detail: 'units' };
  return logCall(read.output, caller);
}
