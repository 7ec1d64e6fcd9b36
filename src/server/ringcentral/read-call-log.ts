import * as v from 'valibot';
import type { CallLogLeg, CallLogParty, CallLogPart, CallLogRecord } from '../../core/calls/call-log-record.ts';

/** Ids come as numbers in some places and as text in others. */
const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const text = v.optional(v.nullable(v.string()), null);
const Party = v.optional(v.object({ phoneNumber: text, extensionNumber: v.optional(v.nullable(id), null), extensionId: v.optional(v.nullable(id), null), name: text }), {});
const link = v.optional(v.object({ uri: text, contentUri: text, type: text }), {});

const part = {
  telephonySessionId: text,
  direction: v.picklist(['Inbound', 'Outbound']),
  action: v.optional(v.string(), ''),
  result: text,
  reason: text,
  reasonDescription: text,
  startTime: v.string(),
  duration: v.optional(v.number(), 0),
  durationMs: v.optional(v.nullable(v.number()), null),
  from: Party,
  to: Party,
  extension: v.optional(v.object({ id }), { id: '' }),
  recording: link,
  message: link,
};
const Leg = v.object({ ...part, legType: v.optional(v.string(), ''), master: v.optional(v.boolean(), false) });
const Row = v.object({
  ...part,
  id, sessionId: id,
  type: v.optional(v.string(), 'Voice'),
  deleted: v.optional(v.boolean(), false),
  finished: v.optional(v.boolean(), true),
  legs: v.optional(v.array(Leg), []),
});
/** A deleted record may have nothing but its id. */
const Gone = v.object({ id, deleted: v.literal(true) });

/** Epoch milliseconds; 0 for what is no moment. */
export const readMoment = (iso: string): number => {
  // `+0000` is written where Date wants `+00:00`.
  const at = Date.parse(iso.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(at) ? 0 : at;
};
const party = ({ phoneNumber = null, extensionNumber = null, extensionId = null, name = null }: Partial<CallLogParty>): CallLogParty => ({ phoneNumber, extensionNumber, extensionId, name });
/** What has another shape than a link stays out of a record that people click on. */
const linkOf = (uri: string | null | undefined): string | null => (typeof uri === 'string' && uri.length < 1000 && /^https?:\/\/[^\s"'<>\\]+$/i.test(uri) ? uri : null);

const partOf = (row: v.InferOutput<typeof Leg>): CallLogPart => ({
  telephonySessionId: row.telephonySessionId,
  direction: row.direction,
  action: row.action,
  result: row.result,
  reason: row.reasonDescription ?? row.reason,
  startedAt: readMoment(row.startTime),
  duration: Math.max(0, row.durationMs === null ? row.duration : Math.round(row.durationMs / 1000)),
  from: party(row.from),
  to: party(row.to),
  extensionId: row.extension.id === '' ? null : row.extension.id,
  recordingUrl: linkOf(row.recording.contentUri ?? row.recording.uri),
  voicemailUrl: row.message.type === 'Fax' ? null : linkOf(row.message.uri),
});

const legOf = (row: v.InferOutput<typeof Leg>): CallLogLeg => ({ ...partOf(row), master: row.master, transfer: row.legType === 'TransferCall' || row.action === 'Transfer' });

/**
 * Reads records of the call log; those that RingCentral deleted tell us nothing and are left out. `unreadable`: records without what RingCentral
 * promises of each (its start, its direction): no call can be made of them, and nobody is to believe that there was none.
 */
export function readCallLog(rows: readonly unknown[]): { records: CallLogRecord[]; unreadable: number } {
  const records: CallLogRecord[] = [];
  let unreadable = 0;
  for (const raw of rows) {
    if (v.is(Gone, raw)) continue;
    const read = v.safeParse(Row, raw);
    const startedAt = read.success ? readMoment(read.output.startTime) : 0;
    if (!read.success || startedAt === 0) {
      unreadable += 1;
      continue;
    }
    const row = read.output;
    const inProgress = !row.finished || row.result === 'In Progress';
    records.push({ ...partOf({ ...row, legType: '', master: false }), id: row.id, sessionId: row.sessionId, voice: row.type === 'Voice', deleted: row.deleted, inProgress, legs: row.legs.map(legOf) });
  }
  return { records, unreadable };
}
