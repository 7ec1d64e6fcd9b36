import type { CallLogLeg, CallLogParty, CallLogPart, CallLogRecord } from './call-log-record.ts';
import type { CallEnd } from './call.ts';
import { outcomeOf, rankOf } from './call-log-outcome.ts';
import type { Outcome } from './outcome.ts';
import type { CallReport } from './to-log.ts';

/** What an extension of the company is; one that RingCentral no longer lists is unknown and taken for a user: better a call that waits than a call lost. */
export type ExtensionKind = 'user' | 'queue' | 'other' | 'unknown';

/** One call of one user as the call log tells it. */
export interface LoggedCall extends CallReport {
  /** Between two extensions of the company. */
  internal: boolean;
  recordingUrl: string | null;
  voicemailUrl: string | null;
}

/** Listening in, signing a phone in, telling an address: nobody talked to anybody. */
const noCalls = new Set(['Monitoring', 'Phone Login', 'E911 Update', 'Support']);

/** Putting a call down for somebody else to pick up: whoever answered it first has talked, and whoever picks it up is not somebody whose phone rang instead. */
const parkings = new Set(['Call Park', 'Park Location']);

/** Old rows know no telephony session; no live log can have a key like this. */
export const sessionKey = ({ telephonySessionId, sessionId }: Pick<CallLogRecord, 'telephonySessionId' | 'sessionId'>): string => telephonySessionId ?? `log-${sessionId}`;

const isExtension = ({ extensionId, extensionNumber, phoneNumber }: CallLogParty): boolean => extensionId !== null || (extensionNumber !== null && phoneNumber === null);
const endOf = ({ phoneNumber, extensionNumber, name }: CallLogParty): CallEnd => ({ number: phoneNumber ?? extensionNumber ?? '', name });

/** Whose leg it is: the extension it was made for, else the extension it reaches, or comes from. */
const ownerOf = ({ extensionId, direction, from, to }: CallLogPart): string | null => extensionId ?? (direction === 'Inbound' ? to.extensionId : from.extensionId);

/**
 * Reads one record of the call log into what each user who took part has to log: the caller of an outbound call, everybody
 * who was reached, and, when nobody answered, everybody whose phone rang. Of several phones that rang at once only the
 * answered one took part; a transfer rings anew. Legs to the user's own other phones (FindMe) are the user's.
 */
export function fromCallLog(record: CallLogRecord, kindOf: (extensionId: string) => ExtensionKind): LoggedCall[] {
  if (!record.voice || record.deleted || record.inProgress || noCalls.has(record.action)) return [];
  const isUser = (id: string | null): id is string => id !== null && ['user', 'unknown'].includes(kindOf(id));
  const internal = isExtension(record.from) && isExtension(record.to);
  const caller = record.direction === 'Outbound' ? ownerOf(record) : null;
  const parked = record.legs.some(({ action }) => parkings.has(action));
  const legs = legsOf(record).filter(({ action, master }) => !noCalls.has(action) && (master || !parkings.has(action)));
  const queue = record.direction === 'Inbound' ? queueOf(record, legs, kindOf) : null;

  const calls: LoggedCall[] = [];
  if (isUser(caller)) calls.push(outboundCall(record, caller, internal));
  const reached = [...new Set(legs.map((leg) => reachedBy(leg, record)))].filter((id) => isUser(id) && id !== caller) as string[];
  const parts = reached.map((user) => partOf(user, record, { legs, parked })).filter((part) => part !== null);
  const answeredIn = (transfer: boolean): boolean => parts.some((part) => part.transfer === transfer && part.outcome === 'Completed');
  for (const part of parts) {
    const { user, outcome, transfer } = part;
    if (outcome !== 'Completed' && outcome !== 'Declined' && answeredIn(transfer)) continue;
    calls.push(inboundCall(record, part, { user, internal, queue }));
  }
  return calls;
}

/** A record without legs, or in the Simple view, is its own only leg. */
const legsOf = (record: CallLogRecord): CallLogLeg[] => (record.legs.length > 0 ? record.legs : [{ ...record, master: true, transfer: false }]);

/** Whom a leg reaches; null: somebody outside. The first leg of an outbound call is the caller's own, and so is the way out of a transfer. */
function reachedBy(leg: CallLogLeg, record: CallLogRecord): string | null {
  if (record.direction === 'Outbound') return leg.master ? null : leg.to.extensionId ?? ownerOf(leg);
  return leg.transfer && leg.direction === 'Outbound' ? leg.to.extensionId : (ownerOf(leg) ?? leg.to.extensionId);
}

const queueOf = (record: CallLogRecord, legs: CallLogLeg[], kindOf: (id: string) => ExtensionKind): string | null => {
  const through = [record, ...legs].find((part) => part.extensionId !== null && kindOf(part.extensionId) === 'queue');
  return through === undefined ? null : (through.to.name ?? record.to.name);
};

/** One user's share in a call that reached them. */
interface Part { user: string; outcome: Outcome | null; reason: string | null; transfer: boolean; legs: CallLogLeg[]; best: CallLogPart }

function partOf(user: string, record: CallLogRecord, { legs, parked }: { legs: CallLogLeg[]; parked: boolean }): Part | null {
  const own = legs.filter((leg) => reachedBy(leg, record) === user);
  const rung = own.filter((leg) => !leg.master);
  // The master leg stands for the whole call: it speaks for its user only where no leg of their own does, or others rang as well.
  const othersRang = legs.some((leg) => !leg.master && !leg.transfer && !(parked && leg.action === 'Pickup') && reachedBy(leg, record) !== user);
  const judged = rung.length > 0 ? rung : othersRang ? [] : own;
  const whole = record.extensionId === user && !othersRang && record.direction === 'Inbound' ? [record] : [];
  const told = [...judged, ...whole].map((part) => ({ part, outcome: outcomeOf(part, 'Inbound') }));
  if (told.length === 0) return null;
  const [best] = told.sort((a, b) => rankOf(b.outcome) - rankOf(a.outcome));
  if (best === undefined) return null;
  const first = own.find((leg) => !leg.transfer);
  return { user, outcome: best.outcome, reason: best.outcome === 'Failed' ? reasonOf(best.part) : null, transfer: first === undefined, legs: judged.length > 0 ? judged : own, best: best.part };
}

/**
 * How long it rang, where the log says so: a call that nobody answered did nothing else. Of one that people talked in, or that a mailbox took,
 * it tells one duration and no moment of the answer.
 */
const rangFor = ({ duration, result }: CallLogPart, outcome: Outcome | null): number | null => ((outcome === 'Missed' || outcome === 'No answer') && result !== 'Voicemail' && result !== 'Sent to Voicemail' && duration > 0 ? duration : null);

const reasonOf = ({ reason, result }: CallLogPart): string | null => reason ?? result;
const firstOf = (values: readonly (string | null)[]): string | null => values.find((value) => value !== null && value !== '') ?? null;

function outboundCall(record: CallLogRecord, user: string, internal: boolean): LoggedCall {
  const outcome = outcomeOf(record, 'Outbound');
  return {
    ...shared(record, record.telephonySessionId), extensionId: user, internal, direction: 'Outbound', outcome, reason: outcome === 'Failed' ? reasonOf(record) : null,
    from: endOf(record.from), to: endOf(record.to), startedAt: record.startedAt,
    talkSeconds: outcome === null ? null : outcome === 'Completed' ? record.duration : 0, ringSeconds: rangFor(record, outcome), queue: null,
    recordingUrl: firstOf([record.recordingUrl, ...record.legs.filter((leg) => ownerOf(leg) === user).map((leg) => leg.recordingUrl)]), voicemailUrl: null,
  };
}

function inboundCall(record: CallLogRecord, part: Part, { user, internal, queue }: { user: string; internal: boolean; queue: string | null }): LoggedCall {
  const { outcome, legs, best } = part;
  const answered = legs.filter((leg) => outcomeOf(leg, 'Inbound') === 'Completed');
  const talk = answered.length > 0 ? Math.max(...answered.map((leg) => leg.duration)) : best.duration;
  // Who stands at the other side of a transferred call is whoever the company talks to, not the colleague who passed it on.
  const outside = record.direction === 'Inbound' ? record.from : record.to;
  const called = legs.find((leg) => leg.to.phoneNumber !== null || leg.to.extensionNumber !== null)?.to ?? record.to;
  return {
    ...shared(record, firstOf(legs.map((leg) => leg.telephonySessionId)) ?? record.telephonySessionId), extensionId: user, internal, direction: 'Inbound', outcome, reason: part.reason,
    from: endOf(internal ? record.from : outside), to: endOf(record.direction === 'Outbound' && !internal ? called : record.to), startedAt: Math.min(...legs.map((leg) => leg.startedAt)),
    talkSeconds: outcome === null ? null : outcome === 'Completed' ? talk : 0,
    ringSeconds: rangFor(best, outcome),
    queue: part.transfer ? null : queue,
    recordingUrl: outcome === 'Completed' ? firstOf([...legs.map((leg) => leg.recordingUrl), record.recordingUrl]) : null,
    voicemailUrl: outcome === 'Voicemail' || outcome === 'Declined' ? firstOf([...legs.map((leg) => leg.voicemailUrl), record.voicemailUrl]) : null,
  };
}

const shared = (record: CallLogRecord, session: string | null): Pick<LoggedCall, 'telephonySessionId' | 'notes' | 'disposition' | 'person' | 'quality'> => ({
  telephonySessionId: sessionKey({ telephonySessionId: session, sessionId: record.sessionId }), notes: null, disposition: null, person: null, quality: null,
});
