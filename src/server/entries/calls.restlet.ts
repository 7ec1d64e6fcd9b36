import type { LogAnswer } from '../../wire/calls/log-answer.ts';
import { logBatch } from '../calls/log-batch.ts';
import { currentBatchTools } from '../session/batch-tools.ts';

/** The logging door: a batch of calls, from the line or from another system. A text body arrives as a string and is refused, in text as NetSuite wants it. */
export function post(body: unknown): LogAnswer | string {
  const answer = logBatch(body, currentBatchTools());
  return typeof body === 'string' ? JSON.stringify(answer) : answer;
}
