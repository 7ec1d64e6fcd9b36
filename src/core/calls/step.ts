import { humanAnswer } from './answer.ts';
import type { Call, CallEnd, CallFacts } from './call.ts';
import { endingOf, partyEnd } from './ending.ts';
import { conferenceName } from './conference.ts';
import type { CallFact, PartyFact } from './fact.ts';
import type { Direction } from './outcome.ts';
import { nothingHeard, type Evidence, type Joins, type LiveCall } from './live-call.ts';

/** The story that the evidence tells; the drawing of its phases stands at `Call`. */
export function callOf(facts: CallFacts, evidence: Evidence): Call {
  const answer = humanAnswer(facts, evidence);
  const endedAt = evidence.legEndedAt ?? evidence.refused?.at ?? partyEnd(evidence)?.at ?? null;
  if (endedAt !== null) return { ...facts, phase: 'ended', endedAt, answeredAt: answer?.at ?? null, ...endingOf(facts, evidence) };
  if (answer && answer.by !== 'own-device') return { ...facts, phase: 'talking', answeredAt: answer.at, held: evidence.held, muted: evidence.muted };
  // Nobody's phone rings for a conversation that we join.
  if (evidence.legUpAt === null && (evidence.joins !== null || (facts.direction === 'Outbound' && !evidence.ringing))) return { ...facts, phase: 'dialling' };
  return { ...facts, phase: 'ringing', legUp: evidence.legUpAt !== null, muted: evidence.muted };
}

export function beginCall(facts: CallFacts, joins: Joins | null = null): LiveCall {
  const evidence = { ...nothingHeard, joins };
  return { facts, evidence, call: callOf(facts, evidence) };
}

const earliest = (known: number | null, at: number): number => (known === null ? at : Math.min(known, at));

function hearParty(evidence: Evidence, fact: PartyFact): Evidence {
  const heard = { sequence: fact.sequence, at: fact.at, reason: fact.reason, missedCall: fact.missedCall };
  if (!fact.ours) return fact.code === 'Disconnected' && (evidence.farEnd === null || fact.sequence < evidence.farEnd.sequence) ? { ...evidence, farEnd: heard } : evidence;
  const known = evidence.ours[fact.code];
  // A later Disconnected is the definitive one (a transfer's comes first); of everything else the first counts.
  const news = !known || (fact.code === 'Disconnected' ? fact.sequence > known.sequence : fact.sequence < known.sequence);
  const ours = news ? { ...evidence.ours, [fact.code]: heard } : evidence.ours;
  const answers =
    fact.code === 'Answered' && !evidence.answers.some((answer) => answer.sequence === fact.sequence)
      ? [...evidence.answers, { sequence: fact.sequence, at: fact.at }].sort((a, b) => a.sequence - b.sequence)
      : evidence.answers;
  return ours === evidence.ours && answers === evidence.answers ? evidence : { ...evidence, ours, answers };
}

function hear(evidence: Evidence, fact: CallFact): Evidence {
  switch (fact.what) {
    case 'leg-ringing':
      return evidence.ringing ? evidence : { ...evidence, ringing: true };
    case 'leg-up': {
      const legUpAt = earliest(evidence.legUpAt, fact.at);
      return legUpAt === evidence.legUpAt ? evidence : { ...evidence, legUpAt };
    }
    case 'leg-ended': {
      const legEndedAt = earliest(evidence.legEndedAt, fact.at);
      return legEndedAt === evidence.legEndedAt ? evidence : { ...evidence, legEndedAt };
    }
    case 'leg-refused':
      return evidence.refused && evidence.refused.at <= fact.at ? evidence : { ...evidence, refused: { at: fact.at, status: fact.status, reason: fact.reason } };
    case 'declined':
      return evidence.declined ? evidence : { ...evidence, declined: true };
    case 'party':
      return hearParty(evidence, fact);
    case 'events-lost':
      return evidence.gap ? evidence : { ...evidence, gap: true };
    case 'read-again': {
      const answeredUnseenAt = earliest(evidence.answeredUnseenAt, fact.at);
      return answeredUnseenAt === evidence.answeredUnseenAt ? evidence : { ...evidence, answeredUnseenAt };
    }
    case 'met': {
      const { at, name } = fact;
      return evidence.met.some((known) => known.at === at && known.name === name) ? evidence : { ...evidence, met: [...evidence.met, { at, name }].sort((a, b) => a.at - b.at) };
    }
    case 'goes-on-elsewhere':
      return evidence.goesOn ? evidence : { ...evidence, goesOn: true };
    case 'muted':
      return evidence.muted === fact.muted ? evidence : { ...evidence, muted: fact.muted };
    case 'held':
      return evidence.held === fact.held ? evidence : { ...evidence, held: fact.held };
    case 'chosen':
      return { ...evidence, chosen: fact.person };
    case 'identified':
    case 'person':
    case 'notes':
    case 'disposition':
      return evidence;
  }
}

/** RingCentral's own spelling of a number, kept with the extension that was dialled behind it. */
function respelt(end: CallEnd, number: string | null): CallEnd {
  const extension = /#\d+$/.exec(end.number)?.[0] ?? '';
  return number === null || number + extension === end.number ? end : { ...end, number: number + extension };
}

function fromParty(facts: CallFacts, fact: PartyFact): CallFacts {
  const from = respelt(facts.from, fact.from);
  const to = respelt(facts.to, fact.to);
  const queue = fact.queue && facts.queue === null ? '' : facts.queue;
  return from === facts.from && to === facts.to && queue === facts.queue ? facts : { ...facts, from, to, queue };
}

/** Whoever picks up a colleague's parked call learns only from events which way it began. */
const turned = (facts: CallFacts, direction: Direction | null): CallFacts => (direction === null || direction === facts.direction ? facts : { ...facts, direction, from: facts.to, to: facts.from });

function learn(facts: CallFacts, fact: CallFact, { met, joins }: Evidence): CallFacts {
  switch (fact.what) {
    case 'identified':
      return facts.telephonySessionId === null ? { ...facts, telephonySessionId: fact.telephonySessionId, partyId: fact.partyId } : facts;
    case 'met': {
      const name = conferenceName(met.map((each) => each.name));
      return facts.to.name === name ? facts : { ...facts, to: { number: '', name } };
    }
    case 'person':
      return { ...facts, person: fact.person };
    case 'notes':
      return fact.at >= facts.notesAt ? { ...facts, notes: fact.text, notesAt: fact.at } : facts;
    case 'disposition':
      return fact.at >= (facts.disposition?.at ?? 0) ? { ...facts, disposition: { text: fact.text, at: fact.at } } : facts;
    case 'party':
      return fact.ours ? fromParty(joins === 'parked' ? turned(facts, fact.direction) : facts, fact) : facts;
    default:
      return facts;
  }
}

/** Moves a call by one fact. Pure; returns the same object when the fact is no news. */
export function step(live: LiveCall, fact: CallFact): LiveCall {
  const evidence = hear(live.evidence, fact);
  const facts = learn(live.facts, fact, evidence);
  return evidence === live.evidence && facts === live.facts ? live : { facts, evidence, call: callOf(facts, evidence) };
}
