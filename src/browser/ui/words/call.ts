import type { Call } from '../../../core/calls/call.ts';
import type { Outcome } from '../../../core/calls/outcome.ts';

export const outcomeWords: Record<Outcome, string> = {
  Completed: 'Completed',
  Missed: 'Missed',
  Voicemail: 'Voicemail',
  Declined: 'Declined',
  'No answer': 'No answer',
  Busy: 'Busy',
  Failed: 'Failed',
};

export const outcomeUnknown = 'Call ended';

export const elsewhereWords: Record<NonNullable<Extract<Call, { phase: 'ended' }>['elsewhere']>, string> = {
  'own-device': 'Answered on your other device',
  colleague: 'Answered by a colleague',
};

export const withheldNumber = 'Number withheld';

/** What a call is doing, in a word or two. */
export function phaseWords(call: Call): string {
  switch (call.phase) {
    case 'dialling': return 'Dialling…';
    case 'ringing': return call.direction === 'Inbound' ? 'Incoming call' : 'Ringing…';
    case 'talking': return call.held ? 'On hold' : call.muted ? 'Muted' : call.direction === 'Inbound' ? 'Inbound call' : 'Outbound call';
    case 'ended': return call.elsewhere ? elsewhereWords[call.elsewhere] : call.outcome ? outcomeWords[call.outcome] : outcomeUnknown;
  }
}

export const answerNotTold = 'While RingCentral’s notifications are down, an answer is not shown here. Talk as soon as you hear somebody.';

export const saved = 'Saved in NetSuite';
export const deletedThere = 'Deleted in NetSuite, and not saved again';
export const notSaved = 'Not saved in NetSuite. The phone app says why, under Not saved.';
export const leftOut = 'Not logged: your company leaves calls like this one out. Notes or a disposition log it.';
export const disposition = 'Disposition';
export const noDisposition = 'None chosen';
export const notesNotSaved = 'Your notes are not saved: somebody changed them in NetSuite meanwhile. The phone app asks which to keep.';
export const waitingToBeSaved = 'Waiting to be saved';
export const keepPageOpen = 'Waiting to be saved. Keep a page open: this browser keeps nothing.';
export const sessionEndedShort = 'Waiting for you to sign in to NetSuite';

export const soundBlocked = 'The browser keeps sound silent in this window until you click.';
export const movingAudio = 'Moving audio…';

export const callerIdAsSet = 'As set at RingCentral';

export const clickToHear = 'Click to hear';
