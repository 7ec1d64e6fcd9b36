import type { Call } from '../../core/calls/call.ts';
import type { Ability, ConnectionStatus } from '../../core/connections/status.ts';

/** A number that waits for the line, or gave up waiting. Times are epoch milliseconds. */
export type QueuedDial = { number: string; since: number; state: 'waiting' } | { number: string; since: number; state: 'gave-up' };

/** The one truth, sent whole to every window whenever it changes. Holds no secret. */
export interface LineState {
  version: string;
  /** Grows with each change; a window keeps the newest. */
  revision: number;
  connection: ConnectionStatus;
  abilities: Ability[];
  /** null while not signed in. */
  me: { name: string; extensionId: string; extensionNumber: string; numbers: string[] } | null;
  /** Newest first; ended calls stay until dismissed or replaced. */
  calls: Call[];
  /** Window that carries the audio of a call, by Call-ID. */
  mediaWindows: Record<string, string>;
  /** Call-IDs whose audio is on its way to another window. */
  movingAudio: string[];
  queuedDial: QueuedDial | null;
  /** Drafts NetSuite has not acknowledged. */
  unsent: { waiting: number; /** NetSuite asks to sign in again. */ sessionEnded: boolean; /** Refused for good, with the reason. */ refused: { telephonySessionId: string; detail: string }[] };
  /** Call-ID → how far its log is; the window may link to the record. */
  logged: Record<string, { status: 'waiting' | 'saved'; record: number | null }>;
  /** A loopback server is set. */
  testServer: boolean;
}
