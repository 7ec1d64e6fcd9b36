import type { TextFailure, TextStanding } from '../../../wire/line/texts.ts';

export const messages = 'Messages';
export const newMessage = 'New message';
export const nobodyYet = 'No messages yet. Texts you send and receive appear here.';
export const pickOne = 'Choose a conversation, or write a new message.';
export const gone = 'This conversation is no longer there.';
export const noTexts = 'Texts need RingCentral connected, with an extension that may read and send SMS. Connect it in Settings; if it is connected, ask your RingCentral administrator.';
export const looking = 'Looking for your messages at RingCentral…';
export const stale = 'RingCentral could not be asked, so newer messages may be missing. It is tried again by itself.';
export const notAsked = 'Your messages could not be read.';
export const noSender = 'None of your numbers can send texts. Ask your RingCentral administrator to turn SMS on for one.';
export const pictureFailed = 'This picture could not be loaded.';
export const onlyText = 'Pictures cannot be sent from here yet.';

/** Of an outbound message; '' where there is nothing to say. */
export const standingWords: Record<Exclude<TextStanding['is'], 'failed'>, string> = { received: '', sending: 'Sending…', queued: 'Waiting at RingCentral', sent: 'Sent', delivered: 'Delivered' };

export const failureWords: Record<TextFailure, string> = {
  'no-answer': 'Not sent: RingCentral did not answer. Retry looks first whether it arrived after all.',
  refused: 'Not sent: RingCentral refused it.',
  limits: 'Not sent: too many texts in a minute. Wait a moment and retry.',
  'not-sent': 'Not sent: RingCentral could not send it.',
  'not-delivered': 'Not delivered.',
};
