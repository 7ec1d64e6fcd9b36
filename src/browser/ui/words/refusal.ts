import type { CommandRefusal } from '../../../wire/line/commands.ts';
import { notSetUp } from './connection.ts';

/** Why something was not done, for the person who asked. */
export const refusalWords: Record<CommandRefusal, string> = {
  'not-set-up': notSetUp,
  'not-connected': 'RingCentral is not connected. Connect it in Settings.',
  'no-such-call': 'That call is already over.',
  'wrong-moment': 'That is not possible at this point of the call.',
  'call-is-up': 'A call is live.',
  'not-a-number': 'That is not a phone number. Check it and try again.',
  busy: 'Two calls are up. End one of them first.',
  'microphone-blocked': 'The browser blocks the microphone for this site. Allow it in the address bar and try again.',
  'microphone-missing': 'No microphone was found. Plug one in and try again.',
  'ringcentral-refused': 'RingCentral refused this.',
  'no-such-text': 'That message is no longer there.',
  'too-long': 'That is too long. Shorten it, or send it in parts.',
  'cannot-text': 'None of your numbers can send texts. Ask your RingCentral administrator to turn SMS on for one.',
  'no-answer-from-ringcentral': 'RingCentral did not answer. Try again.',
  'not-loaded': 'This part of the phone could not be loaded. Check your network and try again.',
  failed: 'That did not work. Try again; if it happens again, reload the page.',
};

/** Deploying has replaced what was to be loaded. */
export const newerDeployed = 'A newer version of the phone was deployed. Reload the page when the call is over, and try again.';

/** RingCentral's own words, where it gave any. */
export const ringCentralSays = (detail: string): string => (detail ? `RingCentral refused this: ${detail}` : refusalWords['ringcentral-refused']);
