import * as v from 'valibot';
import { directions } from '../../../core/calls/outcome.ts';
import type { PartyCode, PartyFact } from '../../../core/calls/fact.ts';

const text = v.pipe(v.string(), v.maxLength(200));
/** Ids come as strings, but compare safely either way. */
const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

const End = v.optional(v.object({ phoneNumber: v.optional(v.pipe(v.string(), v.maxLength(60))), extensionNumber: v.optional(v.pipe(v.string(), v.maxLength(20))) }));

const Party = v.object({
  id: v.optional(id, ''),
  extensionId: v.optional(id),
  direction: v.fallback(v.nullable(v.picklist(directions)), null),
  from: End,
  to: End,
  status: v.object({ code: text, reason: v.optional(text) }),
  missedCall: v.optional(v.boolean(), false),
  queueCall: v.optional(v.boolean(), false),
});

const Body = v.object({
  telephonySessionId: text,
  sequence: v.number(),
  eventTime: v.optional(text),
  parties: v.pipe(v.array(Party), v.maxLength(50)),
});

/** Guide pages spell some codes differently: compare without case. */
const codes: Record<string, PartyCode> = { setup: 'Setup', proceeding: 'Proceeding', answered: 'Answered', hold: 'Hold', voicemail: 'VoiceMail', voicemailscreening: 'VoiceMail', vmscreening: 'VoiceMail', parked: 'Parked', disconnected: 'Disconnected', gone: 'Gone' };
export const partyCode = (code: string): PartyCode | null => codes[code.toLowerCase()] ?? null;

const numberOf = (end: v.InferOutput<typeof End>): string | null => end?.phoneNumber || end?.extensionNumber || null;

export interface PartyNews { telephonySessionId: string; partyId: string; ofUs: boolean; fact: Omit<PartyFact, 'ours'> }

/** Facts in one telephony-session notification; empty for what is not one. `time` turns RingCentral's moment into ours. */
export function readTelephonyEvent(body: unknown, extensionId: string, time: (theirs: number | null) => number): PartyNews[] {
  const read = v.safeParse(Body, body);
  if (!read.success) return [];
  const { telephonySessionId, sequence, eventTime, parties } = read.output;
  const theirs = eventTime === undefined ? NaN : Date.parse(eventTime);
  const at = time(Number.isNaN(theirs) ? null : theirs);
  return parties.flatMap(({ id: partyId, extensionId: owner, status, missedCall, queueCall, direction, from, to }) => {
    const code = partyCode(status.code);
    if (code === null) return [];
    return [{ telephonySessionId, partyId, ofUs: owner === extensionId, fact: { what: 'party', sequence, at, code, reason: status.reason ?? null, missedCall, queue: queueCall, direction, from: numberOf(from), to: numberOf(to) } }];
  });
}

const Session = v.object({ parties: v.array(Party) });

/** Where the parties of a session stand, asked by REST. */
export interface SessionState {
  /** null: we are not in it. */
  ours: PartyCode | null;
  /** Somebody on the other side has taken the call. */
  farAnswered: boolean;
}

/** null: not an answer to that question. */
export function readSessionState(answer: unknown, extensionId: string): SessionState | null {
  const read = v.safeParse(Session, answer);
  if (!read.success) return null;
  const { parties } = read.output;
  const code = (party: v.InferOutput<typeof Party> | undefined): PartyCode | null => (party ? partyCode(party.status.code) : null);
  const far = parties.filter((party) => party.extensionId !== extensionId).map(code);
  return { ours: code(parties.find((party) => party.extensionId === extensionId)), farAnswered: far.includes('Answered') || far.includes('Hold') };
}
