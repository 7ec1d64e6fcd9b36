import type { Command, CommandResult } from '../../wire/line/commands.ts';
import type { LineState } from '../../wire/line/state.ts';

/** What a window knows of the line. */
export type LineView =
  /** No state yet. */
  | { reach: 'starting' }
  | { reach: 'here'; state: LineState }
  /** The line died or has moved; the next one is being reached. */
  | { reach: 'restarting'; last: LineState }
  /** The line's script cannot be loaded; or somebody else uses this browser's phone now; or the line is of a version this window cannot talk to, and makes room when it is free. */
  | { reach: 'unavailable'; why: 'script-not-loaded' | 'other-version' | 'replaced' };

/** A window's end of the line: screens read `view` and send commands; they never hold a token or a socket. */
export interface LineClient {
  view(): LineView;
  /** Calls back at once and on every change, `soundBlocked` included; returns the unsubscriber. */
  subscribe(listener: (view: LineView) => void): () => void;
  command(command: Command): Promise<CommandResult>;
  /** This window's own id, to compare with `mediaWindows`. */
  readonly windowId: string;
  /** A call's far voice waits in this window for a click: offer "click to hear". */
  soundBlocked(): boolean;
  /** Call it inside that click. */
  hear(): Promise<void>;
  close(): void;
}
