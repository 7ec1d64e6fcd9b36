import type { CallFacts } from './call.ts';
import type { Evidence } from './live-call.ts';

/** When a person answered; `exact` is false when nobody told us the moment. */
export interface Answer { at: number; exact: boolean; by: 'us' | 'own-device' | 'far-end' }

/**
 * The moment that telephony events tell. Of an outbound call it is Answered of our party, but only after its Proceeding:
 * on a call between two extensions RingCentral reports Answered on the caller at once (call handling started), with no
 * Proceeding before it, and that is no human answer.
 */
function told({ direction }: Pick<CallFacts, 'direction'>, { answers, ours }: Evidence): number | null {
  const { Proceeding } = ours;
  const answer = direction === 'Inbound' ? answers[0] : Proceeding && answers.find(({ sequence }) => sequence > Proceeding.sequence);
  return answer?.at ?? null;
}

/**
 * The human answer, if there was one.
 *
 * Inbound: our own 200 OK; or, when this device did not answer, Answered of our party: another device of this user.
 * Outbound: what events tell.
 * A call that has come here from another device: what events told of it, or nobody knows since when people talk.
 * A parked call that we pick up: our leg, for its people wait.
 * Our conference: the first who was brought in.
 */
export function humanAnswer(facts: Pick<CallFacts, 'direction'>, evidence: Evidence): Answer | null {
  const { joins, legUpAt, met: [first], answeredUnseenAt } = evidence;
  const at = told(facts, evidence);
  if (joins === 'call') return legUpAt === null ? null : { at: at ?? legUpAt, exact: at !== null, by: 'us' };
  if (joins === 'parked') return legUpAt === null ? null : { at: legUpAt, exact: true, by: 'us' };
  if (joins === 'conference' && first) return { at: first.at, exact: true, by: 'far-end' };
  const inbound = facts.direction === 'Inbound';
  if (inbound && legUpAt !== null) return { at: legUpAt, exact: true, by: 'us' };
  if (at !== null) return { at, exact: true, by: inbound ? 'own-device' : 'far-end' };
  return answeredUnseenAt === null ? null : { at: answeredUnseenAt, exact: false, by: inbound ? 'own-device' : 'far-end' };
}
