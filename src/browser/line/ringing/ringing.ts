import type { Call } from '../../../core/calls/call.ts';
import type { Command, CommandResult } from '../../../wire/line/commands.ts';
import { chooseRingingWindow, type RingCandidate } from './choose-ringing-window.ts';

export interface RingingTools {
  windows(): readonly RingCandidate[];
  calls(): readonly Call[];
  /** The window that carries a call's audio. */
  mediaWindow(callId: string): string | null;
  /** The user wants a notification where no page of ours is in view. */
  wantsNotification(): boolean;
  onChange(): void;
}

type Perform = (windowId: string, command: Command) => Promise<CommandResult>;

/** Whoever asks for one of these has heard the call. */
const quieting: readonly Command['name'][] = ['answer', 'decline', 'to-voicemail', 'forward', 'begin-reply', 'reply'];

const isRinging = (call: Call): boolean => call.phase === 'ringing' && call.direction === 'Inbound';

/** Which window rings for an incoming call, and whether it also notifies: never two, and none for a call that is being answered. */
export function createRinging({ windows, calls, mediaWindow, wantsNotification, onChange }: RingingTools) {
  /** Somebody has pressed a button for them: they ring no more, unless that fails. */
  const hushed = new Set<string>();
  let ringsIn: string | null = null;
  let notifiesIn: string | null = null;
  let soundLocked = false;

  function choose(): string | null {
    const ringing = calls().filter(isRinging);
    for (const callId of hushed) if (!ringing.some((call) => call.callId === callId)) hushed.delete(callId);
    if (!ringing.some(({ callId }) => !hushed.has(callId))) return null;
    // Whoever talks hears a second call knock where they hear the first.
    const up = calls().find((call) => call.phase !== 'ended' && !isRinging(call));
    const talkedIn = up ? mediaWindow(up.callId) : null;
    return windows().some(({ windowId, awake }) => awake && windowId === talkedIn) ? talkedIn : chooseRingingWindow(windows(), ringsIn);
  }

  function look(): void {
    const awake = windows().filter((window) => window.awake);
    const before = [ringsIn, notifiesIn, soundLocked].join();
    ringsIn = choose();
    notifiesIn = wantsNotification() && !awake.some(({ visible }) => visible) ? ringsIn : null;
    soundLocked = awake.some(({ sound }) => sound === 'locked') && !awake.some(({ sound }) => sound === 'unlocked');
    if ([ringsIn, notifiesIn, soundLocked].join() !== before) onChange();
  }

  return {
    /** A call, a window or a choice is another one. */
    look,
    ringsIn: (): string | null => ringsIn,
    notifiesIn: (): string | null => notifiesIn,
    /** No window can ring until somebody clicks in one. */
    soundLocked: (): boolean => soundLocked,
    /** The call is still from the click on, not from the moment RingCentral has seen it; it rings on when nothing was done. */
    quietly: (perform: Perform): Perform => async (windowId, command) => {
      if (!quieting.includes(command.name) || !('callId' in command)) return perform(windowId, command);
      hushed.add(command.callId);
      look();
      let done = false;
      try {
        const result = await perform(windowId, command);
        done = result.done;
        return result;
      } finally {
        if (!done) hushed.delete(command.callId);
        look();
      }
    },
  };
}

export type Ringing = ReturnType<typeof createRinging>;
