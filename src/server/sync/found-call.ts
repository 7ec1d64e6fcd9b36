import type { LoggedCall } from '../../core/calls/from-call-log.ts';

/**
 * One call of one user on its way from getInputData to map, as text. `record`: the phone call that is there already;
 * `organizer` null: nobody yet, the call has to wait. `waiting`: a parked call whose turn has come; it lies in that row.
 */
export type FoundCall =
  | { kind: 'found'; call: LoggedCall; settled: string; record: number | null; organizer: number | null; waiting: number | null }
  | { kind: 'waiting'; row: number; organizer: number };

/** What the key of a parked call begins with, its row behind it; every other key is that of the call. */
export const parkedKey = 'waiting:';

/** What became of it. */
export type Logged = 'created' | 'completed' | 'unchanged' | 'unmapped' | 'failed';
