import type { CallLog } from '../../../wire/calls/log.ts';
import type { ErrorCode } from '../../../wire/errors.ts';
import type { Correctable, Correction, RefusedLog } from '../../../wire/line/unsent.ts';
import type { CallDraft, Draft } from './draft.ts';

/** NetSuite names what it does not like as a path: `notes.text`. */
const blames = (detail: string, field: string): boolean => new RegExp(`(^|[ ,])${field}\\b`).test(detail);

/** What might help, by the closed codes: the fields that are named; any, where NetSuite's own error (a company's script, a required field) does not say. */
function correctable(code: ErrorCode, detail: string, log: CallLog): Correctable[] {
  const there: Correctable[] = [...(log.notes ? ['notes' as const] : []), ...(log.person ? ['person' as const] : []), ...(log.disposition ? ['disposition' as const] : [])];
  if (code === 'NETSUITE') return there;
  if (code === 'CONFLICT') return ['notes'];
  return code === 'BAD_REQUEST' || code === 'TOO_LARGE' ? there.filter((field) => blames(detail, field)) : [];
}

/** A refused draft as its owner sees it; null while it is not refused. */
export function refusedLog(draft: Draft): RefusedLog | null {
  const { id, refusal } = draft;
  if (refusal === null) return null;
  const { code, detail } = refusal;
  if (draft.kind === 'call') {
    const { direction, from, to, startedAt, notes } = draft.log;
    return { id, kind: 'call', direction, with: direction === 'Inbound' ? from : to, at: Date.parse(startedAt), code, detail, notes: notes?.text ?? null, theirs: draft.theirs, correctable: correctable(code, detail, draft.log) };
  }
  const { direction, from, to, at } = draft.log;
  const other = direction === 'Inbound' ? from : to[0];
  return { id, kind: 'text', direction, with: other ?? { number: '', name: null }, at: Date.parse(at), code, detail, notes: null, theirs: null, correctable: [] };
}

/** The draft as its owner wants it sent. */
export const corrected = (draft: CallDraft, { notes, ...without }: Correction, now: number): CallDraft => ({
  ...draft,
  version: draft.version + 1,
  theirs: null,
  log: { ...draft.log, ...without, ...('disposition' in without && { dispositionAt: null }), ...(notes !== undefined && { notes: { text: notes, at: Math.max(now, (draft.log.notes?.at ?? 0) + 1), over: draft.theirs } }) },
});
