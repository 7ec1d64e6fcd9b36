import { computed, type ReadonlySignal, signal } from './signals.ts';
import type { Command, CommandResult } from '../../wire/line/commands.ts';
import type { LineState } from '../../wire/line/state.ts';
import type { LineClient, LineView } from '../windows/line-client.ts';
import { noCallsCauses } from './words/connection.ts';
import { newerDeployed, refusalWords, ringCentralSays } from './words/refusal.ts';

/** A refusal and the part of the screen where it is shown: a call by its id, or one of the named places. */
export interface Trouble { place: string; text: string }

/** The line as screens use it: what is true now, and one way to ask for something. */
export interface Line {
  readonly view: ReadonlySignal<LineView>;
  /** The newest state known; null before the first. A line that restarts shows its last one. */
  readonly state: ReadonlySignal<LineState | null>;
  readonly windowId: string;
  /** The browser keeps the other side's voice silent in this window until a click. */
  readonly soundBlocked: ReadonlySignal<boolean>;
  /** Unlocks it; to be called within that click. */
  hear(): void;
  /** The last refusal; the next command of the same place clears it, another state of the connection, or the person. */
  readonly trouble: ReadonlySignal<Trouble | null>;
  /** Sends a command; a refusal is worded at `place`. Never throws. */
  ask(command: Command, place: string): Promise<CommandResult>;
  /** Words a result that came another way than by `ask`. */
  tell(result: CommandResult, place: string): void;
  forgetTrouble(): void;
  close(): void;
}

/** Where refusals are shown that belong to no call. */
export const places = { dial: 'dial', connection: 'connection', sound: 'sound', colleagues: 'colleagues', presence: 'presence', parked: 'parked', elsewhere: 'elsewhere', unsent: 'unsent' } as const;

const connectionOf = (view: LineView): string | null => (view.reach === 'here' ? view.state.connection.state : null);

/** A phone that RingCentral does not let in says whose move it is, instead of only that it was refused. */
function wordsFor({ refusal, detail }: Extract<CommandResult, { done: false }>, view: LineView): string {
  if (refusal === 'not-loaded' && detail === 'version') return newerDeployed;
  if (refusal !== 'ringcentral-refused') return refusalWords[refusal];
  const status = view.reach === 'here' ? view.state.connection : null;
  return status?.state === 'connected-no-calls' && (detail === '' || detail === status.cause) ? noCallsCauses[status.cause] : ringCentralSays(detail);
}

/** Turns a window's end of the line into signals. Knows nothing of screens, and closes the client with itself. */
export function createLine(client: LineClient): Line {
  const view = signal<LineView>(client.view());
  const trouble = signal<Trouble | null>(null);
  const soundBlocked = signal(client.soundBlocked());
  const clear = (...which: string[]): void => {
    if (trouble.value && which.includes(trouble.value.place)) trouble.value = null;
  };
  const unsubscribe = client.subscribe((next) => {
    // What was refused for the connection as it stood is no longer said when it stands otherwise.
    const before = connectionOf(view.value);
    if (before !== null && before !== connectionOf(next)) clear(places.dial, places.connection);
    view.value = next;
    soundBlocked.value = client.soundBlocked();
  });
  const tell = (result: CommandResult, place: string): void => {
    // A call that is up is asked about (disconnect does), not complained of.
    if (result.done || result.refusal === 'call-is-up') clear(place);
    else trouble.value = { place, text: wordsFor(result, view.value) };
  };

  return {
    view,
    trouble,
    soundBlocked,
    hear: () => void client.hear(),
    tell,
    forgetTrouble: () => { trouble.value = null; },
    windowId: client.windowId,
    state: computed(() => (view.value.reach === 'here' ? view.value.state : view.value.reach === 'restarting' ? view.value.last : null)),
    async ask(command, place) {
      clear(place);
      const result = await client.command(command).catch((): CommandResult => ({ done: false, refusal: 'failed', detail: '' }));
      tell(result, place);
      return result;
    },
    close() {
      unsubscribe();
      client.close();
    },
  };
}
