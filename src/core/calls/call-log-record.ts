/** One side as RingCentral's call log names it; an extension of the company has an id or at least its number. */
export interface CallLogParty {
  phoneNumber: string | null;
  extensionNumber: string | null;
  extensionId: string | null;
  name: string | null;
}

/** What record and leg have in common. Words of action and result are RingCentral's own; durations are whole seconds. */
export interface CallLogPart {
  telephonySessionId: string | null;
  direction: 'Inbound' | 'Outbound';
  action: string;
  /** null: not known, or not yet. */
  result: string | null;
  /** Why, where it failed. */
  reason: string | null;
  /** Epoch milliseconds. */
  startedAt: number;
  duration: number;
  from: CallLogParty;
  to: CallLogParty;
  /** On whose behalf: a user, a queue, an auto-receptionist. */
  extensionId: string | null;
  recordingUrl: string | null;
  voicemailUrl: string | null;
}

export interface CallLogLeg extends CallLogPart {
  /** The leg that stands for the whole call. */
  master: boolean;
  /** Came about by a transfer. */
  transfer: boolean;
}

/** One record of RingCentral's call log in its Detailed view. */
export interface CallLogRecord extends CallLogPart {
  id: string;
  /** Older than telephony sessions, and always there. */
  sessionId: string;
  /** Fax and the like are no calls. */
  voice: boolean;
  deleted: boolean;
  /** People still talk: it comes again when they have ended. */
  inProgress: boolean;
  legs: CallLogLeg[];
}
