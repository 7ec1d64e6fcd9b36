import * as v from 'valibot';
import { directions } from '../../../core/calls/outcome.ts';
import type { CallReport } from '../../../core/calls/to-log.ts';
import { isExtension, type LoggableCall } from '../../../core/calls/wants-logging.ts';
import type { CallLog } from '../../../wire/calls/log.ts';
import { longestNotes } from '../../../wire/calls/log-answer.ts';
import { Refusal } from '../../../wire/errors.ts';
import type { TextLog } from '../../../wire/messages/log.ts';

const common = {
  /** Of a call its Call-ID, of a message `text:` and its id. */
  id: v.string(),
  /** Whose it is: sent and shown to nobody else. */
  account: v.string(),
  user: v.number(),
  /** Not to be sent yet: the call is still up, or more of a conversation is expected, as far as the line that wrote this knew. */
  open: v.boolean(),
  /** Grows with each change; an acknowledgement counts only for the version that was sent. */
  version: v.number(),
  /** NetSuite will not take it as it is; `at`: epoch milliseconds. */
  refusal: v.nullable(v.object({ ...Refusal.entries, at: v.number() })),
};

/** What the line itself reads of a log; the door reads all of it with care, one log after the other. */
const end = v.object({ number: v.string(), name: v.nullable(v.string()) });
const direction = v.picklist(directions);
const callLog = v.pipe(v.looseObject({ direction, from: end, to: end, startedAt: v.string() }), v.transform((log) => log as unknown as CallLog));
const textLog = v.pipe(v.looseObject({ direction, from: end, to: v.array(end), at: v.string(), conversationId: v.string() }), v.transform((log) => log as unknown as TextLog));

export const CallDraft = v.object({ kind: v.literal('call'), ...common, throughQueue: v.boolean(), log: callLog, /** With a CONFLICT: the notes of a person in NetSuite. */ theirs: v.optional(v.nullable(v.string()), null) });
export type CallDraft = v.InferOutput<typeof CallDraft>;

export const TextDraft = v.object({ kind: v.literal('text'), ...common, log: textLog });
export type TextDraft = v.InferOutput<typeof TextDraft>;

/** A log that NetSuite has not acknowledged, as it lies in IndexedDB. */
export const Draft = v.union([CallDraft, TextDraft]);
export type Draft = v.InferOutput<typeof Draft>;

export const textDraftId = (messageId: string): string => `text:${messageId}`;

const cut = (text: string | null, longest: number): string | null => (text === null ? null : text.slice(0, longest));
const cutEnd = ({ number, name }: CallReport['from']): CallLog['from'] => ({ number: number.slice(0, 60), name: cut(name, 200) });

/** A report in the words of the wire; `over`: a person's notes in NetSuite that these contain. */
export const logOf = (report: CallReport, over: string | null): CallLog => ({
  telephonySessionId: report.telephonySessionId,
  extensionId: report.extensionId,
  direction: report.direction,
  outcome: report.outcome,
  reason: cut(report.reason, 200),
  from: cutEnd(report.from),
  to: cutEnd(report.to),
  startedAt: new Date(report.startedAt).toISOString(),
  talkSeconds: report.talkSeconds,
  ringSeconds: report.ringSeconds,
  queue: cut(report.queue, 200),
  notes: report.notes && { text: report.notes.text.slice(0, longestNotes), at: Math.round(report.notes.at), ...(over !== null && { over }) },
  disposition: cut(report.disposition?.text ?? null, 60),
  dispositionAt: report.disposition && Math.round(report.disposition.at),
  recordingUrl: null,
  voicemailUrl: null,
  person: report.person,
  quality: report.quality,
  organizer: null,
});

/** What the company's choice of what to log is asked about. */
export const loggable = ({ direction, outcome, talkSeconds, from, to, notes, disposition }: CallLog): LoggableCall => ({
  direction,
  outcome,
  talkSeconds,
  annotated: Boolean(notes?.text.trim() || disposition),
  internal: isExtension((direction === 'Inbound' ? from : to).number),
});

/**
 * A draft that its line left open: sent as far as it goes. Times of a call that nobody saw stay empty; sync completes them.
 * null: a queue's call that we had not taken, which may be a colleague's.
 */
export const closed = (draft: Draft): Draft | null =>
  draft.kind === 'call' && draft.throughQueue && draft.log.direction === 'Inbound' && draft.log.outcome === null ? null : { ...draft, open: false, version: draft.version + 1 };
