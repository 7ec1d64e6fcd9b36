import type { MergedNotes } from '../../core/calls/notes-merge.ts';
import type { CallReport } from '../../core/calls/to-log.ts';
import type { Person, PersonRef } from '../../core/people/person.ts';
import type { PresenceChange } from './presence.ts';
import type { Preferences } from './preferences.ts';
import type { Correction } from './unsent.ts';
import type { TextAnswer, TextOrder } from './texts.ts';

/** What people ask of the line. Each is answered once: done, or a typed refusal. */
export type Command =
  /** Answered with the address for the sign-in window that the click has opened. */
  | { name: 'begin-sign-in' }
  /** The pop-up was blocked, or looks closed (true with COOP even while open). */
  | { name: 'sign-in-window-closed' }
  | { name: 'sign-in-window-blocked' }
  | { name: 'disconnect'; evenDuringCall: boolean }
  /** As typed; the line makes it dialable. `person`: known from the page it was clicked on. A call that is up is held first. */
  | { name: 'dial'; number: string; person: PersonRef | null }
  | { name: 'retry-dial' }
  | { name: 'forget-dial' }
  /** `others`: what becomes of a call that is up. */
  | { name: 'answer'; callId: string; others: 'hold' | 'end' }
  | { name: 'decline'; callId: string }
  /** While it rings: into this user's own mailbox. */
  | { name: 'to-voicemail'; callId: string }
  /** While it rings: to a number as typed, or an extension. */
  | { name: 'forward'; callId: string; number: string }
  /** While it rings: stops the time that runs, so that a text can be written. */
  | { name: 'begin-reply'; callId: string }
  | { name: 'reply'; callId: string; text: string }
  | { name: 'hang-up'; callId: string }
  | { name: 'set-muted'; callId: string; muted: boolean }
  /** Taking one up holds the other: only one is talked to. */
  | { name: 'set-held'; callId: string; held: boolean }
  | { name: 'send-keys'; callId: string; keys: string }
  /** Blind: the call leaves us at once. */
  | { name: 'transfer'; callId: string; number: string }
  /** Into a colleague's mailbox, by extension number. */
  | { name: 'transfer-to-voicemail'; callId: string; extension: string }
  /** Warm: holds the call and dials the one who is asked. Answered with the consult call's id. */
  | { name: 'consult'; callId: string; number: string; person: PersonRef | null }
  /** `callId` is the held call in both. */
  | { name: 'complete-transfer'; callId: string }
  | { name: 'cancel-transfer'; callId: string }
  | { name: 'park'; callId: string }
  | { name: 'pick-up'; orbit: string }
  /** To another number of this user. */
  | { name: 'flip'; callId: string; number: string }
  | { name: 'set-recording'; callId: string; on: boolean }
  /** Both calls become one conversation of three. */
  | { name: 'join-calls'; callId: string; other: string }
  /** A call that is up on another device of this user comes here. */
  | { name: 'switch-here'; telephonySessionId: string }
  /** `base`: the notes that the writer began from; what others wrote meanwhile stays. Answered with the notes as they are now. */
  | { name: 'write-notes'; callId: string; text: string; base: string; /** What else is known of the call, where the line may know it no more. */ report?: CallReport }
  /** One of `LineState.dispositions`; '' takes it back. */
  | { name: 'choose-disposition'; callId: string; disposition: string }
  /** Who the other side was, for this call and, remembered, for its number. */
  | { name: 'choose-person'; callId: string; person: Person }
  | { name: 'dismiss'; callId: string }
  /** A log that NetSuite refused, by its draft. */
  | { name: 'send-again'; draft: string; correction: Correction }
  | { name: 'discard'; draft: string }
  | { name: 'prefer'; change: Partial<Preferences> }
  | { name: 'set-presence'; change: PresenceChange }
  /** Whoever opens a list of colleagues wants to know how they are; told again while it stays open. */
  | { name: 'watch-colleagues' }
  | { name: 'texts'; order: TextOrder }
  /** Do not wait for the next try of a connection. */
  | { name: 'try-now' }
  /** The company card was saved: read it again. */
  | { name: 'company-changed' };

/** Why a command was not done. */
export type CommandRefusal =
  | 'not-set-up'
  | 'not-connected'
  | 'no-such-call'
  | 'wrong-moment'
  | 'call-is-up' // disconnect asks again
  | 'not-a-number'
  | 'busy' // two calls are up already
  | 'microphone-blocked'
  | 'microphone-missing'
  | 'no-such-text'
  | 'too-long' // a text beyond RingCentral's limit
  | 'cannot-text' // no number of this user may send texts
  | 'ringcentral-refused' // detail: RingCentral's own words, or ''
  | 'no-answer-from-ringcentral'
  | 'not-loaded' // a rarer part of the line; detail: network, or version where another one was deployed over it
  | 'failed';

export type CommandResult = { done: true; value: { url: string } | { callId: string } | { orbit: string } | { texts: TextAnswer } | { notes: MergedNotes } | null } | { done: false; refusal: CommandRefusal; detail: string };
