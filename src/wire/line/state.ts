import type { Call, CallEnd } from '../../core/calls/call.ts';
import type { Direction } from '../../core/calls/outcome.ts';
import type { ShownQuality } from '../../core/calls/quality.ts';
import type { Health } from '../../core/connections/health.ts';
import type { Ability, ConnectionStatus } from '../../core/connections/status.ts';
import type { Preferences } from './preferences.ts';
import type { Colleague, OwnPresence } from './presence.ts';
import type { Unsent } from './unsent.ts';
import type { TextCounts } from './texts.ts';

/** A number that waits for the line, or gave up waiting. Times are epoch milliseconds. */
export type QueuedDial = { number: string; since: number; state: 'waiting' } | { number: string; since: number; state: 'gave-up' };

/** What is being done to a call, and what was. */
export interface CallControl {
  /** Under way; meanwhile the call can be muted, given keys and hung up, and nothing else is done to it. */
  doing: 'transfer' | 'park' | 'flip' | 'record' | 'join' | 'forward' | 'reply' | null;
  recording: boolean;
  /** Keypad digits sent so far. */
  keys: string;
  /** This call asks somebody whether they take over that call. */
  consultsFor: string | null;
  /** Several people talk in it. */
  conference: boolean;
}
export const untouched: CallControl = { doing: null, recording: false, keys: '', consultsFor: null, conference: false };

/** A call this user has parked; anybody of the company may pick it up. Epoch milliseconds. */
export interface ParkedCall { orbit: string; with: CallEnd; since: number }

/** A call of this user that is up on another of their devices. Epoch milliseconds. */
export interface CallElsewhere { telephonySessionId: string; direction: Direction; with: CallEnd; since: number }

/** The one truth, sent whole to every window whenever it changes. Holds no secret. */
export interface LineState {
  version: string;
  /** A page of a newer version is waiting for this line to be free, or has one already. */
  newerDeployed: boolean;
  /** Grows with each change; a window keeps the newest. */
  revision: number;
  connection: ConnectionStatus;
  abilities: Ability[];
  health: Health;
  /** null while not signed in. */
  me: { name: string; extensionId: string; extensionNumber: string; numbers: string[] } | null;
  /** Newest first; ended calls stay until dismissed or replaced. */
  calls: Call[];
  /** By Call-ID; `untouched` where none is there. */
  controls: Record<string, CallControl>;
  parked: ParkedCall[];
  elsewhere: CallElsewhere[];
  /** Window that carries the audio of a call, by Call-ID. */
  mediaWindows: Record<string, string>;
  /** Call-IDs whose audio is on its way to another window. */
  movingAudio: string[];
  /** Call-IDs whose audio was interrupted where it is, and is being brought back. */
  restoringAudio: string[];
  /** By Call-ID, of calls that are up; none until it was first read. */
  quality: Record<string, ShownQuality>;
  queuedDial: QueuedDial | null;
  /** As typed, for dialling it again. */
  lastDialled: string | null;
  /** This user's numbers that may be shown to whoever is called. */
  callerIds: { number: string; label: string }[];
  preferences: Preferences;
  /** null: not known (yet). */
  presence: OwnPresence | null;
  /** null: nobody watches, or RingCentral has not answered yet. */
  colleagues: Colleague[] | null;
  /** The window that rings for an incoming call; the others keep still. */
  ringsIn: string | null;
  /** The same window, where it also notifies: no page of ours is in view. */
  notifiesIn: string | null;
  /** The browser would keep a ring silent in every window, until somebody clicks in one. */
  soundLocked: boolean;
  /** null: not signed in, or no text may be read or written. */
  texts: TextCounts | null;
  /** Drafts NetSuite has not acknowledged. */
  unsent: Unsent;
  /** Call-ID → how far its log is; the window may link to the record. */
  logged: Record<string, { status: 'waiting' | 'saved'; record: number | null }>;
  /** Call-IDs of calls that the company does not want as records. */
  leftOut: string[];
  /** What may come of a call, in the company's own words; empty until NetSuite was asked. */
  dispositions: string[];
  /** The company wants something of the matched record shown in calls. */
  hasCallCard: boolean;
  /** A loopback server is set. */
  testServer: boolean;
}
