import type { Call, CallFacts } from '../../../core/calls/call.ts';
import type { CallFact } from '../../../core/calls/fact.ts';
import type { Joins, LiveCall } from '../../../core/calls/live-call.ts';
import { beginCall, callOf, step } from '../../../core/calls/step.ts';
import type { PartyNews } from '../events/telephony-event.ts';

/** Sessions whose events came before their SIP leg named them. */
const mostUnmatched = 20;
/** Ended calls kept for the list. */
const mostEnded = 5;

export interface CallsTools {
  onBegin(live: LiveCall): void;
  onStep(before: LiveCall, after: LiveCall, fact: CallFact): void;
  /** The call is about to leave; it can still be asked for. */
  onForget(callId: string): void;
  onChange(): void;
}

/** The calls of this line; joins the two sources of facts by the telephony session. */
export function createCalls({ onBegin, onStep, onForget, onChange }: CallsTools) {
  let calls = new Map<string, LiveCall>();
  const unmatched = new Map<string, PartyNews[]>();

  const isOfParty = ({ facts }: LiveCall, news: PartyNews): boolean => facts.partyId === null || news.partyId === '' || facts.partyId === news.partyId;

  function apply(callId: string, fact: CallFact): void {
    const before = calls.get(callId);
    if (!before) return;
    const after = step(before, fact);
    if (after === before) return;
    calls.set(callId, after);
    onStep(before, after, fact);
    onChange();
    if (fact.what === 'identified') {
      const early = unmatched.get(fact.telephonySessionId) ?? [];
      unmatched.delete(fact.telephonySessionId);
      early.forEach(hear);
    }
  }

  function hear(news: PartyNews): void {
    const ofSession = [...calls.values()].filter(({ facts }) => facts.telephonySessionId === news.telephonySessionId);
    if (ofSession.length === 0) {
      const waiting = unmatched.get(news.telephonySessionId) ?? [];
      unmatched.set(news.telephonySessionId, [...waiting, news]);
      const oldest = unmatched.keys().next().value;
      if (unmatched.size > mostUnmatched && oldest !== undefined) unmatched.delete(oldest);
      return;
    }
    for (const live of ofSession) {
      // A queue may ring the same extension twice in one session, each time as another party.
      if (news.ofUs && !isOfParty(live, news)) continue;
      apply(live.facts.callId, { ...news.fact, ours: news.ofUs });
    }
  }

  function forget(callId: string): void {
    if (!calls.has(callId)) return;
    onForget(callId);
    calls.delete(callId);
    onChange();
  }

  return {
    begin(facts: CallFacts, joins: Joins | null = null): void {
      const live = beginCall(facts, joins);
      calls = new Map([[facts.callId, live], ...calls]);
      onBegin(live);
      onChange();
      const ended = [...calls.values()].filter(({ call }) => call.phase === 'ended');
      ended.slice(mostEnded).forEach((old) => forget(old.facts.callId));
    },
    /** A call of the line before this one. */
    resume({ facts, evidence }: Omit<LiveCall, 'call'>): void {
      const live = { facts, evidence, call: callOf(facts, evidence) };
      calls = new Map([[facts.callId, live], ...calls]);
      if (facts.person === null) onBegin(live);
      onChange();
    },
    apply,
    hear,
    forget,
    get: (callId: string): LiveCall | undefined => calls.get(callId),
    live: (): LiveCall[] => [...calls.values()].filter(({ call }) => call.phase !== 'ended'),
    all: (): LiveCall[] => [...calls.values()],
    /** Newest first, as windows see them. */
    view: (): Call[] => [...calls.values()].map(({ call }) => call),
    has: (callId: string): boolean => calls.has(callId),
  };
}

export type Calls = ReturnType<typeof createCalls>;
