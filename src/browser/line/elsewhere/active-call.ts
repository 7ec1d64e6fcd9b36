import * as v from 'valibot';
import type { CallEnd } from '../../../core/calls/call.ts';
import type { Direction } from '../../../core/calls/outcome.ts';

const text = v.optional(v.pipe(v.string(), v.maxLength(200)), '');
/** Goes into a SIP header, between semicolons. */
const word = v.pipe(v.string(), v.regex(/^[^\s;,<>"]{1,200}$/));

const Listed = v.object({
  id: v.string(),
  direction: v.picklist(['Inbound', 'Outbound']),
  from: text,
  fromName: text,
  to: text,
  toName: text,
  startTime: v.optional(v.string(), ''),
  telephonyStatus: v.string(),
  telephonySessionId: word,
  sipData: v.optional(v.unknown()),
});
const SipData = v.object({ toTag: word, fromTag: word });
const Presence = v.object({ activeCalls: v.optional(v.array(v.unknown()), []) });

/** A leg as RingCentral names it: `device` is the tag of the device that has the call, `server` its own. */
export interface Leg { callId: string; device: string; server: string }

/** A call that is up at some device of this user. Epoch milliseconds. */
export interface ActiveCall {
  telephonySessionId: string;
  direction: Direction;
  from: CallEnd;
  to: CallEnd;
  since: number;
  /** null: RingCentral does not say, so the call cannot be taken over. */
  leg: Leg | null;
}

const end = (number: string, name: string): CallEnd => ({ number: number.slice(0, 60), name: name || null });

/** The calls in an answer to `presence?detailedTelephonyState=true&sipData=true` which people talk in; ringing ones are told by their own devices. */
export function readActiveCalls(answer: unknown, now: number): ActiveCall[] {
  const presence = v.safeParse(Presence, answer);
  if (!presence.success) return [];
  return presence.output.activeCalls.flatMap((each) => {
    const read = v.safeParse(Listed, each);
    if (!read.success || !['CallConnected', 'OnHold'].includes(read.output.telephonyStatus)) return [];
    const { id, telephonySessionId, direction, from, fromName, to, toName, startTime, sipData } = read.output;
    const tags = v.safeParse(SipData, sipData);
    const started = Date.parse(startTime);
    return [{
      telephonySessionId,
      direction,
      from: end(from, fromName),
      to: end(to, toName),
      since: Number.isNaN(started) ? now : started,
      leg: tags.success && v.is(word, id) ? { callId: id, device: tags.output.toTag, server: tags.output.fromTag } : null,
    }];
  });
}
