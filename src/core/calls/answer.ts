import type { CallFacts } from './call.ts';
import type { Evidence } from './live-call.ts';

/** When a person answered; `exact` is false when nobody told us the moment. */
export interface Answer { at: number; exact: boolean; by: 'us' | 'own-device' | 'far-end' }

/**
 * The human answer, if there was one.
 *
 * Inbound: our own 200 OK; or, when this device did not answer, Answered of our party: another device of this user.
 * Outbound: Answered of our party, but only after its Proceeding. On a call between two extensions RingCentral reports
 * Answered on the caller at once (call handling started), with no Proceeding before it: that is no human answer.
 */
export function humanAnswer(facts: Pick<CallFacts, 'direction'>, evidence: Evidence): Answer | null {
  if (facts.direction === 'Inbound') {
    if (evidence.legUpAt !== null) return { at: evidence.legUpAt, exact: true, by: 'us' };
    const first = evidence.answers[0];
    if (first) return { at: first.at, exact: true, by: 'own-device' };
    return evidence.answeredUnseenAt === null ? null : { at: evidence.answeredUnseenAt, exact: false, by: 'own-device' };
  }
  const proceeding = evidence.ours.Proceeding;
  const human = proceeding && evidence.answers.find((answer) => answer.sequence > proceeding.sequence);
  if (human) return { at: human.at, exact: true, by: 'far-end' };
  return evidence.answeredUnseenAt === null ? null : { at: evidence.answeredUnseenAt, exact: false, by: 'far-end' };
}
