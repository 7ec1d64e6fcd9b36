import { humanAnswer } from './answer.ts';
import type { CallFacts } from './call.ts';
import type { Evidence, Heard } from './live-call.ts';
import type { Outcome } from './outcome.ts';

/** How a call ended; outcome null: not known (yet). */
export interface Ending { outcome: Outcome | null; reason: string | null; elsewhere: 'own-device' | 'colleague' | null }

/** Another party or session carries the call on: this Disconnected is not its end (facts of the recorded orders). */
const movesOn = new Set(['BlindTransfer', 'RccTransfer', 'AttendedTransfer', 'DtmfTransfer', 'CallerInputRedirect', 'CallFlip', 'ParkLocation', 'CallPark', 'Pickup', 'TakeOver', 'CallSwitch', 'CallRedirected', 'Supervising']);
const takenByColleague = new Set(['Pickup', 'AgentAnswered', 'CallRedirected']);
/** A text in place of an answer is a refusal with words. */
const refusedByUser = new Set(['Rejected', 'CallReplied']);
const couldNotBeReached = new Set(['InvalidNumber', 'InternationalDisabled', 'DestinationBlocked', 'NotEnoughFunds', 'NoSuchUser', 'InternalError', 'CallDropped']);

/** Our party's definitive Disconnected. */
export const partyEnd = (evidence: Evidence): Heard | null => {
  const end = evidence.ours.Disconnected;
  return end && !(end.reason !== null && movesOn.has(end.reason)) ? end : null;
};

const ending = (outcome: Outcome | null, reason: string | null = null, elsewhere: Ending['elsewhere'] = null): Ending => ({ outcome, reason, elsewhere });

function inboundEnding(facts: CallFacts, evidence: Evidence): Ending {
  const answer = humanAnswer(facts, evidence);
  if (answer) return ending('Completed', null, answer.by === 'us' ? null : 'own-device');
  const end = evidence.ours.Disconnected;
  if (evidence.declined || refusedByUser.has(end?.reason ?? '')) return ending('Declined');
  if (evidence.ours.VoiceMail) return ending('Voicemail');
  if (end?.missedCall) return ending('Missed');
  if (!end || evidence.gap) return ending(null);
  // In a queue somebody else had it; on a direct line nobody did.
  return facts.queue !== null || takenByColleague.has(end.reason ?? '') ? ending(null, null, 'colleague') : ending('Missed');
}

/** Final answers to the INVITE which mean: it rang, nobody took it (Request Timeout, Unavailable, Terminated, Decline). */
const nobodyTookIt = new Set([408, 480, 487, 603]);
const busyStatus = new Set([486, 600]);

function outboundEnding(facts: CallFacts, evidence: Evidence): Ending {
  if (humanAnswer(facts, evidence)) return ending('Completed');
  const { refused } = evidence;
  if (refused && busyStatus.has(refused.status)) return ending('Busy');
  const reasons = [evidence.ours.Disconnected?.reason, evidence.farEnd?.reason];
  if (reasons.includes('TargetBusy')) return ending('Busy');
  const unreachable = reasons.find((reason) => typeof reason === 'string' && couldNotBeReached.has(reason));
  if (unreachable) return ending('Failed', unreachable);
  if (refused) return nobodyTookIt.has(refused.status) ? ending('No answer') : ending('Failed', refused.reason);
  // Given up before RingCentral took the call at all: nobody can have answered.
  if (evidence.legUpAt === null && evidence.legEndedAt !== null) return ending('No answer');
  // An Answered that we could not read, or lost events: not known, and never guessed.
  return partyEnd(evidence) && !evidence.gap && evidence.answers.length === 0 ? ending('No answer') : ending(null);
}

export const endingOf = (facts: CallFacts, evidence: Evidence): Ending => (facts.direction === 'Inbound' ? inboundEnding(facts, evidence) : outboundEnding(facts, evidence));
