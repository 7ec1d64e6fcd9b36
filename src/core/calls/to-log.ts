import { humanAnswer } from './answer.ts';
import type { CallEnd, CallFacts, CallKey } from './call.ts';
import { endingOf, partyEnd } from './ending.ts';
import type { LiveCall } from './live-call.ts';
import type { Direction, Outcome } from './outcome.ts';
import type { CallQuality } from './quality.ts';
import type { PersonNamed } from '../people/person.ts';

/** What the line says of one call to NetSuite. null: not known (yet). Times are epoch milliseconds, durations whole seconds. */
export interface CallReport extends CallKey {
  direction: Direction;
  outcome: Outcome | null;
  reason: string | null;
  from: CallEnd;
  to: CallEnd;
  startedAt: number;
  talkSeconds: number | null;
  ringSeconds: number | null;
  queue: string | null;
  notes: { text: string; at: number } | null;
  disposition: CallFacts['disposition'];
  person: PersonNamed | null;
  /** Known at the end. */
  quality: CallQuality | null;
}

const seconds = (from: number, to: number): number => Math.max(0, Math.round((to - from) / 1000));

/** The record behind the other side: as the user chose, or as NetSuite found without doubt. */
export function knownPerson({ facts, evidence }: LiveCall): PersonNamed | null {
  if (evidence.chosen) return evidence.chosen;
  const found = facts.person;
  return found && (found.kind === 'one' || found.kind === 'company') ? { type: found.person.type, id: found.person.id } : null;
}

/**
 * The record of a call so far; null when there is none to make: the call has no session id (then sync logs it), a
 * colleague took it, or it is a conversation that we did not get into. Talk time on another device ends with the party's Disconnected, not with our leg.
 */
export function toLog(live: LiveCall, extensionId: string, quality: CallQuality | null = null): CallReport | null {
  const { facts, evidence, call } = live;
  if (facts.telephonySessionId === null) return null;
  const { outcome, reason, elsewhere } = endingOf(facts, evidence);
  const ended = call.phase === 'ended';
  if (ended && elsewhere === 'colleague') return null;
  const answer = humanAnswer(facts, evidence);
  if (evidence.joins !== null && answer === null) return null;
  const talkEnd = elsewhere === 'own-device' || evidence.goesOn ? (partyEnd(evidence)?.at ?? null) : ended ? call.endedAt : null;
  const talkSeconds = !ended ? null : answer ? (answer.exact && talkEnd !== null ? seconds(answer.at, talkEnd) : null) : outcome === null ? null : 0;
  const ringEnd = answer ? (answer.exact ? answer.at : null) : ended && outcome !== null ? call.endedAt : null;
  return {
    telephonySessionId: facts.telephonySessionId,
    extensionId,
    direction: facts.direction,
    outcome: ended || answer ? (ended ? outcome : 'Completed') : null,
    reason,
    from: facts.from,
    to: facts.to,
    startedAt: facts.startedAt,
    talkSeconds,
    ringSeconds: ringEnd === null ? null : seconds(facts.startedAt, ringEnd),
    queue: facts.queue === '' ? null : facts.queue,
    notes: facts.notesAt === 0 ? null : { text: facts.notes, at: facts.notesAt },
    disposition: facts.disposition,
    person: knownPerson(live),
    quality,
  };
}

/** Nothing more is expected to change the record: our leg has ended and so has our party. */
export const isComplete = ({ facts, evidence, call }: LiveCall): boolean => call.phase === 'ended' && partyEnd(evidence) !== null && endingOf(facts, evidence).outcome !== null;
