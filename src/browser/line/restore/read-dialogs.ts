import * as v from 'valibot';
import { nothingHeard } from '../../../core/calls/live-call.ts';
import type { DialogSnapshot } from '../../../wire/line/dialog.ts';
import { untouched } from '../../../wire/line/state.ts';

/** Goes into a header: a line break would begin another one. */
const headerValue = v.pipe(v.string(), v.maxLength(500), v.regex(/^[^\r\n]+$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const object = v.looseObject({});

const Dialog = v.object({
  callId: headerValue,
  localPeer: headerValue,
  remotePeer: headerValue,
  direction: v.picklist(['inbound', 'outbound']),
  origin: v.nullable(v.object({ session: v.pipe(v.string(), v.regex(/^\S{1,200} \d{1,30}$/)), version: count })),
  cseq: count,
  facts: v.looseObject({ callId: v.string(), direction: v.picklist(['Inbound', 'Outbound']), telephonySessionId: v.nullable(v.string()), from: object, to: object, startedAt: v.number(), notes: v.string() }),
  evidence: v.looseObject({ legUpAt: v.number(), ours: object, answers: v.array(object), muted: v.boolean(), held: v.boolean() }),
  control: v.optional(v.object({ recording: v.boolean(), keys: v.string(), consultsFor: v.nullable(v.string()), conference: v.boolean() }), untouched),
});

/** Snapshots as a window kept them, without those that do not fit. They are our own words, so what they know of the call is looked at from outside only. */
export function readDialogs(kept: unknown): DialogSnapshot[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((each: unknown) => {
    const read = v.safeParse(Dialog, each);
    if (!read.success) return [];
    const snapshot = read.output as unknown as DialogSnapshot;
    // Kept by an older version perhaps, which knew less.
    const dialog = { ...snapshot, facts: { ...snapshot.facts, disposition: (snapshot.facts as Partial<DialogSnapshot['facts']>).disposition ?? null }, evidence: { ...nothingHeard, ...snapshot.evidence } };
    const isUp = dialog.evidence.legEndedAt === null && dialog.evidence.refused === null;
    return isUp && dialog.facts.callId === dialog.callId ? [dialog] : [];
  });
}
