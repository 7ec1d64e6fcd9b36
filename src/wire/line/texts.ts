import type { Direction } from '../../core/calls/outcome.ts';
import type { TextEnd } from '../../core/messages/message.ts';
import type { ErrorCode } from '../errors.ts';

/** Where a message stands. */
export type TextStanding =
  | { is: 'received' }
  /** On its way to RingCentral. */
  | { is: 'sending' }
  /** RingCentral has it: waits to go out, has gone out, has arrived. */
  | { is: 'queued' }
  | { is: 'sent' }
  | { is: 'delivered' }
  | { is: 'failed'; cause: TextFailure; /** RingCentral's own words or code, '' where there are none. */ detail: string };

/** Why a text was not sent or did not arrive. */
export type TextFailure =
  | 'no-answer' // RingCentral was not reached, and it may have gone out: retry looks first
  | 'refused' // RingCentral did not take it; detail says why
  | 'limits' // too many texts in a minute
  | 'not-sent' // RingCentral took it and could not send it
  | 'not-delivered'; // it went out and did not arrive

export interface TextAttachment {
  id: string;
  /** '' where RingCentral gives none. */
  name: string;
  /** As RingCentral says, image/png for instance: show as a picture only what you know. */
  contentType: string;
  /** Bytes; null: not said. */
  size: number | null;
}

/** One message as windows see it. Times are epoch milliseconds. */
export interface TextMessage {
  /** RingCentral's id; of one that RingCentral does not have yet, the id it was ordered with. */
  id: string;
  direction: 'Inbound' | 'Outbound';
  from: TextEnd;
  /** More than one: a group text. */
  to: TextEnd[];
  at: number;
  text: string;
  attachments: TextAttachment[];
  unread: boolean;
  standing: TextStanding;
}

/** A conversation in the list, with the newest message's beginning. */
export interface TextThread {
  /** RingCentral's conversation id; `new:…` while RingCentral has nothing of it. */
  conversation: string;
  /** The other sides; several in a group. */
  with: TextEnd[];
  /** The number of this user that the conversation is held with; '' where it is not known. */
  own: string;
  /** At most 140 characters of it. */
  last: { text: string; at: number; direction: 'Inbound' | 'Outbound'; attachments: number; standing: TextStanding };
  unread: number;
}

/** What the Messages screen asks of the line; travels as the command `texts`. */
export type TextOrder =
  /** → list */
  | { verb: 'list' }
  /** → thread: the newest `most` messages kept, oldest first. */
  | { verb: 'thread'; conversation: string; most: number }
  /** → thread as well; where no more than `most` are kept, RingCentral is asked for what is older, so that `older` is certain then. */
  | { verb: 'load-older'; conversation: string; most: number }
  /** → conversation. `to` as typed; `id` is made by the window: the same one is never sent twice. `from`: one of `senders`, null: the usual one. */
  | { verb: 'send'; id: string; to: string[]; from: string | null; text: string }
  /** Sends a failed one again. → conversation */
  | { verb: 'retry'; id: string }
  /** Takes a failed one that RingCentral never had out of its thread. → done */
  | { verb: 'discard'; id: string }
  /** Everything in it is read. → done */
  | { verb: 'mark-read'; conversation: string }
  /** → file. Kept by nobody: a window that shows it makes an object URL of it. */
  | { verb: 'attachment'; message: string; attachment: string }
  /** Tries a refused picture again. → done */
  | { verb: 'bring-picture'; id: string }
  /** Does without a refused picture: its address stays in NetSuite. → done */
  | { verb: 'leave-picture'; id: string };

export type TextAnswer =
  /** Newest first. */
  | { kind: 'list'; threads: TextThread[]; /** Numbers of this user that may send texts; none: says why nothing can be sent. */ senders: { number: string; label: string }[] }
  /** `older`: there may be more than `messages`, here or at RingCentral. */
  | { kind: 'thread'; conversation: string; with: TextEnd[]; own: string; messages: TextMessage[]; older: boolean }
  /** Where the message is now: a text to somebody new begins in `new:…` when it fails. */
  | { kind: 'conversation'; conversation: string }
  | { kind: 'file'; bytes: ArrayBuffer; contentType: string }
  | { kind: 'done' };

/** Texts of a conversation that have come in just now, until they are read. */
export interface TextNews {
  conversation: string;
  /** Id of the newest. */
  message: string;
  /** Who wrote it, by NetSuite's name where that was asked for in time. */
  from: TextEnd;
  /** The window that lets it be heard, once; the others keep still. */
  soundsIn: string;
  /** The same window, where it also notifies: no page of ours was in view. */
  notifiesIn: string | null;
}

/** A picture that did not become a file in NetSuite. It stays with its owner, who tries again or does without it. Times are epoch milliseconds. */
export interface RefusedPicture {
  id: string;
  /** Of its message. */
  direction: Direction;
  with: TextEnd;
  at: number;
  /** `gone`: RingCentral does not have it any more; `not-given`: it would not give it. */
  why: 'gone' | 'not-given' | ErrorCode;
  /** Names of fields, RingCentral's or NetSuite's own code. */
  detail: string;
}

/** Pictures of texts on their way into NetSuite, where the company keeps them as files. */
export interface PictureCounts {
  waiting: number;
  /** Newest first, and not more than a list can show. */
  refused: RefusedPicture[];
  /** How many there are in all. */
  refusedInAll: number;
}

/** All that the line's state says of texts. A window that shows threads asks again when `revision` is another one. */
export interface TextCounts {
  /** Unread messages of all conversations. */
  unread: number;
  /** Changes whenever a thread does. */
  revision: number;
  /** `loading`: the first look at RingCentral is under way; `stale`: RingCentral could not be asked, what is shown may be old; it is tried again by itself. */
  store: 'loading' | 'current' | 'stale';
  /** Newest first, a few. */
  news: TextNews[];
  pictures: PictureCounts;
}

/** RingCentral's limit for one text, in characters. */
export const longestSentText = 1000;
/** RingCentral's limit of people in one group text. */
export const mostRecipients = 10;
