import type { Timings } from '../../wire/session/boot.ts';

/** Every delay of the line, in milliseconds, with its reason. A page's boot data may override them (journeys do). */
export const usualTimings = {
  /** A number dialled while the phone starts waits this long, then the user is told. */
  dialGiveUpMs: 10_000,
  /** First pause before the event gateway is tried again; doubles up to the longest. */
  gatewayRetryMs: 2_000,
  /** The same for SIP registration. */
  sipRetryMs: 2_000,
  /** RingCentral answers a SIP request within seconds or not at all; its own clients wait 8 s to register. */
  sipAnswerMs: 8_000,
  /** A sign-in window reads closed when a Cross-Origin-Opener-Policy cuts it off: wait for a late answer. */
  signInWindowGraceMs: 3_000,
  /** Our party's Disconnected comes within moments of the BYE; a log does not wait longer for it. */
  logAfterByeMs: 1_000,
  /** A flickering connection counts as calm after this long without a drop. */
  stableAfterFlickerMs: 60_000,
  /** Drops within this time count together. */
  flickerWindowMs: 300_000,
  /** First pause before logs go to a NetSuite again that was not there or asked to come back; doubles up to the longest. */
  retryLogMs: 2_000,
  /** A log that NetSuite refused for good is tried again with a page loaded this long after. */
  refusedLogMs: 600_000,
  /** An ended call leaves the list when nobody dismisses it. */
  endedCardMs: 1_800_000,
  /** Longest pause between two tries of a connection. */
  longestRetryMs: 60_000,
  /** A refused registration rarely changes by itself: too many phones frees a slot after one to two minutes. */
  refusedRetryMs: 120_000,
  /** A window answers a media request within this time or does not answer at all. */
  mediaAnswerMs: 3_000,
  /** A call that is being made or answered waits this long for a page; one that was heard waits for `lastPageGoneInCallMs`. */
  nextWindowMs: 10_000,
  /** A re-INVITE that failed is tried again after this pause: RingCentral asks for two seconds at most where two of them met (491). */
  moveAgainMs: 1_000,
  /** A connection that lost its way often finds it again by itself within this time. */
  iceHealMs: 2_000,
  /** The first pause between two attempts to find another way for a call's audio; ICE and DTLS take a third of a second where there is one. */
  iceAgainMs: 3_000,
  /** A person may have to allow the microphone first. */
  microphoneMs: 30_000,
  /** The gateway asks for 30 s of silence before a heartbeat. */
  heartbeatMs: 30_000,
  /** No frame this long after a heartbeat, or after connecting: the socket is dead. */
  gatewayAnswerMs: 10_000,
  /** Another phone of the user's rings for a flipped call about this long before its own mailbox would take it. */
  flipRingsMs: 60_000,
  /** How often RingCentral is asked whether a colleague has answered; its light requests are limited to 50 a minute. */
  askAnswerMs: 2_000,
  /** A call has come up or gone on another device: its presence follows the event by moments. */
  lookElsewhereMs: 500,
  /** Typing pauses this long before changed notes of an ended call are written. */
  notesQuietMs: 1_000,
  /** And at the latest so long after the first change. */
  notesLongestMs: 5_000,
  /** How often colleagues are asked for while somebody watches. */
  colleaguesMs: 60_000,
  /** Whoever watches says so again within this time, or has left. */
  colleaguesWatchedMs: 90_000,
  /** The last page is gone: a page load takes less. */
  lastPageGoneMs: 10_000,
  /** The same with a call up. */
  lastPageGoneInCallMs: 90_000,
  /** Texts of a conversation go to NetSuite together when none has come for so long. */
  textQuietMs: 10_000,
  /** A conversation without a pause is logged so often. */
  textLongestMs: 60_000,
  /** Several changes of the message store come at once; a text itself comes by another event. */
  textSyncQuietMs: 400,
  /** At least so long between two looks at the store: light requests are limited to 50 a minute. */
  textSyncGapMs: 2_000,
  /** Without events texts are looked for after this time. */
  textsWithoutEventsMs: 5_000,
  /** Verifier and state of a sign-in are good for one answer within this time. */
  signInMs: 600_000,
  /** Revoking is asked for, not waited for. */
  revokeMs: 5_000,
} as const satisfies Record<string, number>;

export type LineTimings = { [name in keyof typeof usualTimings]: number };

export function lineTimings(overrides: Timings | null): LineTimings {
  const given = Object.entries(overrides ?? {}).filter(([, value]) => typeof value === 'number' && value >= 0);
  return { ...usualTimings, ...(Object.fromEntries(given) as Partial<LineTimings>) };
}
