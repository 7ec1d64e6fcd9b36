import type { LoggedCall } from '../../core/calls/from-call-log.ts';
import { hashOf } from '../../core/calls/record-written.ts';
import type { CallLog } from '../../wire/calls/log.ts';
import { plainText } from '../../wire/calls/plain-text.ts';

const text = (value: string | null, longest: number): string | null => (value === null ? null : plainText(value.slice(0, longest)));
const end = ({ number, name }: LoggedCall['from']): CallLog['from'] => ({ number: text(number, 60) ?? '', name: text(name, 200) });

/** A call of the call log in the words of the door. */
export const callLogOf = (call: LoggedCall, organizer: number | null): CallLog => ({
  telephonySessionId: call.telephonySessionId,
  extensionId: call.extensionId,
  direction: call.direction,
  outcome: call.outcome,
  reason: text(call.reason, 200),
  from: end(call.from),
  to: end(call.to),
  startedAt: new Date(call.startedAt).toISOString(),
  talkSeconds: call.talkSeconds,
  ringSeconds: call.ringSeconds,
  queue: text(call.queue, 200),
  notes: null,
  disposition: null,
  recordingUrl: call.recordingUrl,
  voicemailUrl: call.voicemailUrl,
  person: null,
  quality: null,
  organizer,
});

/** Names what the call log says of a call: the same words again need no record to be opened. */
export const settledOf = (call: LoggedCall): string => hashOf(JSON.stringify(callLogOf(call, null)));
