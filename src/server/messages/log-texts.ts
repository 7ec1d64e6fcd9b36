import * as v from 'valibot';
import type { BatchTools } from '../calls/batch-tools.ts';
import { misfits } from '../../wire/misfits.ts';
import { TextLog, type TextResult } from '../../wire/messages/log.ts';

/** A key is repeated only when it has a key's shape. */
const keyPart = (log: unknown, part: 'messageId' | 'extensionId'): string | null => {
  const read = v.safeParse(TextLog.entries[part], typeof log === 'object' && log !== null ? (log as Record<string, unknown>)[part] : null);
  return read.success ? read.output : null;
};

/** Logs the messages of one request: results in the same order, a bad one holds up nobody. */
export function logTexts(logs: readonly unknown[], _tools: BatchTools): TextResult[] {
  return logs.map((log) => {
    const name = { messageId: keyPart(log, 'messageId'), extensionId: keyPart(log, 'extensionId') };
    const read = v.safeParse(TextLog, log);
    if (!read.success) return { ...name, status: 'refused', record: null, ...misfits(read.issues) };
    return { ...name, status: 'later', record: null, code: 'LATER', detail: 'texts' };
  });
}
