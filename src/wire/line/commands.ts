import type { PersonRef } from '../../core/people/person.ts';

/** What people ask of the line. Each is answered once: done, or a typed refusal. */
export type Command =
  /** Answered with the address for the sign-in window that the click has opened. */
  | { name: 'begin-sign-in' }
  /** The pop-up was blocked, or looks closed (true with COOP even while open). */
  | { name: 'sign-in-window-closed' }
  | { name: 'sign-in-window-blocked' }
  | { name: 'disconnect'; evenDuringCall: boolean }
  /** As typed; the line makes it dialable. `person`: known from the page it was clicked on. */
  | { name: 'dial'; number: string; person: PersonRef | null }
  | { name: 'retry-dial' }
  | { name: 'forget-dial' }
  | { name: 'answer'; callId: string }
  | { name: 'decline'; callId: string }
  | { name: 'hang-up'; callId: string }
  | { name: 'set-muted'; callId: string; muted: boolean }
  | { name: 'set-held'; callId: string; held: boolean }
  | { name: 'send-keys'; callId: string; keys: string }
  | { name: 'write-notes'; callId: string; text: string }
  | { name: 'dismiss'; callId: string }
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
  | 'busy' // another call is up
  | 'microphone-blocked'
  | 'microphone-missing'
  | 'ringcentral-refused'
  | 'no-answer-from-ringcentral'
  | 'failed';

export type CommandResult = { done: true; value: { url: string } | { callId: string } | null } | { done: false; refusal: CommandRefusal; detail: string };
