/** Durations of the switch, in milliseconds unless named otherwise. Tests set short ones. */
export interface Timings {
  /** What REGISTER's answer grants, in seconds; the real service grants 47 to 60. */
  registrationExpirySeconds: number;
  /** How long after its last REGISTER a dead contact still takes one of the five slots ("one to two minutes"). */
  contactSlotMs: number;
  /** How long a dialog waits for its client after the client's socket is gone. The real value is not known. */
  dialogSurvivalMs: number;
  /** How long a caller speaks to a mailbox before hanging up. */
  voicemailMs: number;
  /** How long a caller thinks before answering a text reply with "yes". */
  replyMs: number;
  /** How long a conference waits for its host to dial in; 38 s in the real service. */
  conferenceMs: number;
}

export const DEFAULT_TIMINGS: Timings = {
  registrationExpirySeconds: 60,
  contactSlotMs: 90_000,
  dialogSurvivalMs: 60_000,
  voicemailMs: 5_000,
  replyMs: 2_000,
  conferenceMs: 38_000,
};
