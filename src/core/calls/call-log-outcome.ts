import type { CallLogPart } from './call-log-record.ts';
import type { Direction, Outcome } from './outcome.ts';

const talked = new Set(['Accepted', 'Call connected', '911', '933']);
const toMailbox = new Set(['Voicemail', 'Sent to Voicemail']);
const refused = new Set(['Rejected', 'Declined', 'Reply', 'Blocked']);
const busy = new Set(['Busy']);
const unanswered = new Set(['Missed', 'No Answer', 'Hang Up', 'Abandoned', 'Stopped', 'Answered Not Accepted', 'Answered Elsewhere', 'Callback requested', 'IP Phone Offline']);
const failed = new Set([
  'Call Failed', 'Call Failure', 'Wrong Number', 'Carrier is not active', 'EDGE trunk misconfigured', 'Internal Error', 'International Disabled', 'International Restricted',
  'No Calling Credit', 'Not Allowed', 'Restricted Number', 'Suspended account',
]);

/** RingCentral's result in the words of the record, from one side; null: it says nothing that we know, and nothing is guessed. */
export function outcomeOf({ result }: Pick<CallLogPart, 'result'>, direction: Direction): Outcome | null {
  if (result === null) return null;
  if (talked.has(result)) return 'Completed';
  if (direction === 'Inbound') {
    if (toMailbox.has(result)) return 'Voicemail';
    if (refused.has(result)) return 'Declined';
    return busy.has(result) || unanswered.has(result) || failed.has(result) ? 'Missed' : null;
  }
  // The far end's mailbox took the call: RingCentral counts it as connected, so a Voicemail here is a call that nobody answered.
  if (toMailbox.has(result) || unanswered.has(result) || result === 'Rejected' || result === 'Declined') return 'No answer';
  if (busy.has(result)) return 'Busy';
  return failed.has(result) || result === 'Blocked' ? 'Failed' : null;
}

const order: readonly (Outcome | null)[] = [null, 'Missed', 'Voicemail', 'Declined', 'Completed'];

/** What one user's several phones say of one call, put together: a talk beats everything, a refusal stays one when voicemail follows. */
export const rankOf = (outcome: Outcome | null): number => order.indexOf(outcome);
