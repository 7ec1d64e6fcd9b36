import type { CallControl } from '../../../wire/line/state.ts';

/** What is under way with a call; it is said instead of a spinner. */
export const underWay: Record<NonNullable<CallControl['doing']>, string> = {
  transfer: 'Transferring…',
  park: 'Parking…',
  flip: 'Ringing your other phone. The call goes on here until you answer there.',
  record: 'Asking RingCentral about the recording…',
  join: 'Joining the calls…',
  forward: 'Sending the call on…',
  reply: 'Replying…',
};

/** Why a button cannot be pressed now. */
export const whyNot = {
  notAnswered: 'Possible once the call is answered',
  notUp: 'Possible once the call is up',
  twoCalls: 'Two calls are up. End one of them first.',
  underWay: 'Something else is under way with this call',
  consulting: 'Complete or cancel the transfer first',
  notAnsweredThere: 'Possible once they answer',
  noNumber: 'Type a number or an extension first',
  noMailbox: 'Only a colleague’s extension has a mailbox here',
  queueCall: 'A call from a queue can only be answered or declined.',
  nothingWritten: 'Write something first',
} as const;

export const recording = 'Recording';
export const conference = 'Conference';

export const asking = (asked: string, about: string): string => `Ask ${asked} to take the call with ${about}.`;
export const askedAbout = (asked: string): string => `${asked} is asked to take this call.`;

/** Texts that a caller can be answered with; sent as they stand. */
export const readyReplies = ['I’ll call you back.', 'I’m in a meeting.', 'I’m on my way.', 'Please e-mail me.'] as const;
export const replyHint = 'The caller hears this text.';
/** A sentence or two: it is read aloud to somebody who waits. */
export const longestReply = 250;

export const loadingForms = 'Loading…';
export const tryAgain = 'Try again';
