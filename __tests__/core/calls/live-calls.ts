import type { CallFacts } from '../../../src/core/calls/call.ts';
import type { CallFact, PartyCode, PartyFact } from '../../../src/core/calls/fact.ts';
import type { Joins, LiveCall } from '../../../src/core/calls/live-call.ts';
import { beginCall, step } from '../../../src/core/calls/step.ts';

/** Half past nine on a Tuesday. */
export const nine30 = Date.UTC(2026, 10, 24, 9, 30);
export const after = (seconds: number): number => nine30 + seconds * 1000;

export const outbound: CallFacts = {
  callId: 'out-1',
  direction: 'Outbound',
  telephonySessionId: null,
  partyId: null,
  from: { number: '+16505550101', name: 'Dana Whitfield' },
  to: { number: '2125550147', name: null },
  queue: null,
  startedAt: nine30,
  notes: '',
  notesAt: 0,
  disposition: null,
  person: null,
};

export const inbound: CallFacts = { ...outbound, callId: 'in-1', direction: 'Inbound', from: { number: '+442079460123', name: 'Priya Nair' }, to: { number: '+16505550101', name: null } };

export const identified: CallFact = { what: 'identified', telephonySessionId: 's-83a46aa08e20', partyId: 'p-83a46aa08e20-1' };

/** Our party, `seconds` into the call. */
export const party = (sequence: number, code: PartyCode, seconds: number, more: Partial<PartyFact> = {}): PartyFact => ({
  what: 'party', ours: true, sequence, at: after(seconds), code, reason: null, missedCall: false, queue: false, direction: null, from: null, to: null, ...more,
});

/** A conversation that goes on already when our leg comes to it. */
export const joined = (joins: Joins, facts: CallFacts, ...news: CallFact[]): LiveCall => news.reduce(step, beginCall(facts, joins));

export const told = (facts: CallFacts, ...news: CallFact[]): LiveCall => news.reduce(step, beginCall(facts));
