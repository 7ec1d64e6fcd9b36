import type { LoggedCall } from '../../core/calls/from-call-log.ts';

/**
 * One call of one user on its way from getInputData to map, as text. `stretch`: the one it was read of; `record`: the phone call that is
 * there already; `organizer` null: nobody yet, the call has to wait. `waiting`: a parked call whose turn has come; it lies in that row.
 */
export type FoundCall =
  | { kind: 'found'; stretch: string | null; call: LoggedCall; settled: string; record: number | null; organizer: number | null; waiting: number | null }
  | { kind: 'waiting'; row: number; organizer: number };

/** What the key of a parked call begins with, its row behind it; every other key is that of the call. */
export const parkedKey = 'waiting:';

/** What became of it. */
export type Logged = 'created' | 'completed' | 'unchanged' | 'unmapped' | 'failed';

/** What map writes of a call, and summarize reads: what became of it, and the stretch it was read of. */
export const writeLogged = (logged: Logged, found: FoundCall): string => (found.kind === 'found' && found.stretch !== null ? `${logged} ${found.stretch}` : logged);
export function readLogged(text: string): { logged: Logged; stretch: string | null } {
  const blank = text.indexOf(' ');
  return blank === -1 ? { logged: text as Logged, stretch: null } : { logged: text.slice(0, blank) as Logged, stretch: text.slice(blank + 1) };
}
